import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Model, PodSecurityCheck, Rule, RuleText } from '../model/rule.ts'

// Written by scripts/generate.ts, checked there and so not here. Two files, since a scan reads no texts. The build puts
// them beside the bundle.
const DECISIONS = join(dirname(fileURLToPath(import.meta.url)), 'embedded-rules.json')
const TEXTS = join(dirname(fileURLToPath(import.meta.url)), 'embedded-texts.json')

export interface Decisions {
  readonly model: Model
  readonly podSecurity: readonly PodSecurityCheck[]
  readonly rules: readonly Rule[]
}

let decisions: Decisions | undefined
let texts: ReadonlyMap<string, RuleText> | undefined

function read(): Decisions {
  decisions ??= JSON.parse(readFileSync(DECISIONS, 'utf8')) as Decisions
  return decisions
}

/** The rules that come with the gate, by id. */
export function embeddedRules(): readonly Rule[] {
  return read().rules
}

export function podSecurityChecks(): readonly PodSecurityCheck[] {
  return read().podSecurity
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
  get nodeAgents() {
    return read().model.nodeAgents
  },
}
