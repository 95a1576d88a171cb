import { applies } from '../../src/engine/applies.ts'
import { itemsOf } from '../../src/engine/items.ts'
import { Unsettled } from '../../src/model/origin.ts'
import type { CompiledRule, ExpressionKey, Program } from '../../src/model/rule.ts'
import type { Subject } from '../../src/model/subject.ts'
import type { Node } from '../../src/rules/cel/ast.ts'
import { children, names } from '../../src/rules/cel/names.ts'
import { parseExpression } from '../../src/rules/cel/parser.ts'
import { CelError } from '../../src/rules/cel/values.ts'
import { compileRule } from '../../src/rules/compile.ts'
import { exampleFiles } from '../../src/rules/examples.ts'
import { eachPath } from '../../src/rules/expressions.ts'
import type { LoadedRule } from '../../src/rules/load.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'
import { collectSubjects } from '../../src/subjects/collect.ts'
import type { CelQuestion } from './ask.ts'
import { plainJson } from './plain.ts'
import { shown } from './shown.ts'

export interface RuleQuestion extends CelQuestion {
  readonly rule: string
  readonly key: string
  readonly program: Program
  readonly variables: Readonly<Record<string, unknown>>
  /** No example gives it variables. */
  readonly compileOnly: boolean
}

type Variables = Readonly<Record<string, unknown>>

const PROGRAMS: Readonly<Record<ExpressionKey, 'when' | 'each' | 'require' | 'message' | 'remedy' | 'evidence' | 'what' | 'givesWayWhen'>> =
  {
    when: 'when',
    each: 'each',
    require: 'require',
    messageExpression: 'message',
    remedyExpression: 'remedy',
    evidence: 'evidence',
    what: 'what',
    givesWayWhen: 'givesWayWhen',
  }

/** Every expression of a rule with the variables of every subject of its examples; without any, to be compiled. */
export function questionsOf({ rule, text }: LoadedRule): RuleQuestion[] {
  const compiled = compileRule(rule, {})
  const { fail, pass, unknown } = text.examples
  const subjects = [...fail, ...pass, ...unknown].flatMap((example) => {
    const sources = readSources(memoryTree(exampleFiles(example, rule.scope)), { paths: [], include: [], exclude: [] })
    return (collectSubjects(sources, new Set([rule.scope])).get(rule.scope) ?? []).filter((subject) => applies(rule, subject))
  })
  return (Object.keys(PROGRAMS) as ExpressionKey[]).flatMap((key) => {
    const expr = rule[key]
    const program = compiled[PROGRAMS[key]]
    if (expr === undefined || program === undefined || (key === 'each' && eachPath(rule) !== undefined)) return []
    const needed = names(parseExpression(expr))
    const asked = subjects.flatMap((subject) =>
      seen(compiled, key, subject).flatMap((variables) => question(compiled, key, expr, program, needed, variables)),
    )
    return asked.length > 0 ? asked : [unasked(compiled, key, expr, program, needed)]
  })
}

/** What an expression sees of a subject: its variables, or these with each item. */
function seen(compiled: CompiledRule, key: ExpressionKey, subject: Subject): Variables[] {
  const { each } = compiled.rule
  if (key === 'when' || key === 'each' || key === 'evidence' || key === 'givesWayWhen') return [subject.variables]
  try {
    if (key === 'what') return withItems(subject, compiled.evidence?.(subject.variables))
    if (each === undefined) return [subject.variables]
    const items = itemsOf(compiled, each, { subject, variables: subject.variables })
    return withItems(
      subject,
      items.flatMap((item) => (item.error === undefined ? [item.value] : [])),
    )
  } catch (error) {
    if (error instanceof Unsettled || error instanceof CelError) return []
    throw error
  }
}

function withItems(subject: Subject, items: unknown): Variables[] {
  return (Array.isArray(items) ? items : []).map(
    (item: unknown) => Object.assign(Object.create(subject.variables) as object, { item }) as Variables,
  )
}

// What we call unknown Kubernetes has no answer to.
function question(
  compiled: CompiledRule,
  key: ExpressionKey,
  expr: string,
  program: Program,
  needed: ReadonlySet<string>,
  variables: Variables,
): RuleQuestion[] {
  try {
    shown(program(variables))
  } catch (error) {
    if (error instanceof Unsettled) return []
  }
  const given: Record<string, unknown> = {}
  for (const name of needed) {
    try {
      const value = name === 'params' ? compiled.params : ownerOf(variables, name)[name]
      if (value !== undefined) given[escapedName(name)] = value
      else if (name in variables) given[escapedName(name)] = null
    } catch (error) {
      if (!(error instanceof Unsettled)) throw error
    }
  }
  return [
    { expr: escapedExpression(expr), vars: plainJson(given) ?? '{}', rule: compiled.rule.id, key, program, variables, compileOnly: false },
  ]
}

// What an item inherits is asked of the subject's variables: their getters keep something private.
function ownerOf(variables: Variables, name: string): Variables {
  return Object.hasOwn(variables, 'item') && name !== 'item' ? (Object.getPrototypeOf(variables) as Variables) : variables
}

function unasked(compiled: CompiledRule, key: ExpressionKey, expr: string, program: Program, needed: ReadonlySet<string>): RuleQuestion {
  const vars = JSON.stringify(Object.fromEntries([...needed].map((name) => [escapedName(name), null])))
  return { expr: escapedExpression(expr), vars, rule: compiled.rule.id, key, program, variables: {}, compileOnly: true }
}

// `namespace` is reserved in Kubernetes' CEL, and a variable of ours.
const escapedName = (name: string) => (name === 'namespace' ? '__namespace__' : name)

function escapedExpression(expr: string): string {
  const found = (node: Node): number[] => [
    ...(node.kind === 'name' && node.name === 'namespace' ? [node.start] : []),
    ...children(node).flatMap(found),
  ]
  return found(parseExpression(expr))
    .sort((a, b) => b - a)
    .reduce((text, at) => `${text.slice(0, at)}__namespace__${text.slice(at + 'namespace'.length)}`, expr)
}
