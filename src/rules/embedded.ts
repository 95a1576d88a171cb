import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExpressionKey, Model, ParsedExpression, PodSecurityCheck, Rule, RuleText } from '../model/rule.ts'

// Written by scripts/generate.ts, checked there and so not here. Two files, since a scan reads no texts. The build puts
// them beside the bundle.
const DECISIONS = join(dirname(fileURLToPath(import.meta.url)), 'embedded-rules.jsonl')
const TEXTS = join(dirname(fileURLToPath(import.meta.url)), 'embedded-texts.json')

/** The first line of the file. Then comes a line for each rule, in their order: its parsed expressions. */
export interface Decisions {
  readonly model: Model
  readonly podSecurity: readonly PodSecurityCheck[]
  readonly rules: readonly Rule[]
}

export type ParsedExpressions = { readonly [Key in ExpressionKey]?: ParsedExpression }

interface Read extends Decisions {
  readonly text: string
  /** Where the rules' lines begin. */
  readonly after: number
}

let decisions: Read | undefined
let lines: ReadonlyMap<string, Line> | undefined
let texts: ReadonlyMap<string, RuleText> | undefined

interface Line {
  readonly rule: Rule
  readonly text: string
  parsed: ParsedExpressions | undefined
}

function read(): Read {
  if (decisions) return decisions
  const text = readFileSync(DECISIONS, 'utf8')
  const end = text.indexOf('\n')
  decisions = { ...(JSON.parse(text.slice(0, end)) as Decisions), text, after: end + 1 }
  return decisions
}

/** The rules that come with the gate, by id. */
export function embeddedRules(): readonly Rule[] {
  return read().rules
}

export function podSecurityChecks(): readonly PodSecurityCheck[] {
  return read().podSecurity
}

/** An expression of a shipped rule as the build parsed it; undefined for any other. A line is read at its rule's first expression. */
export function parsedExpression(id: string, key: ExpressionKey, text: string): ParsedExpression | undefined {
  lines ??= splitLines(read())
  const line = lines.get(id)
  if (line?.rule[key] !== text) return undefined
  line.parsed ??= JSON.parse(line.text) as ParsedExpressions
  return line.parsed[key]
}

function splitLines({ rules, text, after }: Read): ReadonlyMap<string, Line> {
  const found = new Map<string, Line>()
  let start = after
  for (const rule of rules) {
    const end = text.indexOf('\n', start)
    found.set(rule.id, { rule, text: text.slice(start, end), parsed: undefined })
    start = end + 1
  }
  return found
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
