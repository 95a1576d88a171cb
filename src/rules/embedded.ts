import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Model, ParsedExpression, PodSecurityCheck, Rule, RuleText } from '../model/rule.ts'

// Written by scripts/generate.ts, checked there and so not here. Two files, since a scan reads no texts. The build puts
// them beside the bundle.
const DECISIONS = join(dirname(fileURLToPath(import.meta.url)), 'embedded-rules.jsonl')
const TEXTS = join(dirname(fileURLToPath(import.meta.url)), 'embedded-texts.json')

/** The first line of the file. Then comes a line for each parsed expression; a rule says which are its own. */
export interface Decisions {
  readonly model: Model
  readonly podSecurity: readonly PodSecurityCheck[]
  readonly rules: readonly Rule[]
}

interface Read extends Decisions {
  readonly lines: readonly string[]
}

let decisions: Read | undefined
let texts: ReadonlyMap<string, RuleText> | undefined

function read(): Read {
  if (decisions) return decisions
  const lines = readFileSync(DECISIONS, 'utf8').split('\n')
  decisions = { ...(JSON.parse(lines[0] ?? '') as Decisions), lines }
  return decisions
}

/** The rules that come with the gate, by id. */
export function embeddedRules(): readonly Rule[] {
  return read().rules
}

export function podSecurityChecks(): readonly PodSecurityCheck[] {
  return read().podSecurity
}

/** An expression of a shipped rule. */
export function parsedExpression(line: number): ParsedExpression {
  return JSON.parse(read().lines[line] ?? '') as ParsedExpression
}

export function embeddedTexts(): ReadonlyMap<string, RuleText> {
  texts ??= new Map(Object.entries(JSON.parse(readFileSync(TEXTS, 'utf8')) as Record<string, RuleText>))
  return texts
}

/** The maturity model; read at its first use. */
export const model: Model = {
  get stages() {
    return read().model.stages
  },
  get practices() {
    return read().model.practices
  },
  get clusterRoles() {
    return read().model.clusterRoles
  },
  get nodeAgents() {
    return read().model.nodeAgents
  },
}
