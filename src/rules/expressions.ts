import type { Mistake } from '../errors.ts'
import { parsePath } from '../model/path.ts'
import type { ExpressionKey as Key, Rule } from '../model/rule.ts'
import { SCOPES, type Scope } from '../model/subject.ts'
import type { PlacedYaml } from '../source/yaml/placed.ts'
import { CompileError, type Node } from './cel/ast.ts'
import { check } from './cel/check.ts'
import { names } from './cel/names.ts'
import { parseExpression } from './cel/parser.ts'
import { EXPORTABLE, variablesOf } from './variables.ts'

const RESULT: Readonly<Record<Key, 'bool' | 'list' | 'string'>> = {
  when: 'bool',
  each: 'list',
  require: 'bool',
  evidence: 'list',
  what: 'string',
  messageExpression: 'string',
  givesWayWhen: 'bool',
  remedyExpression: 'string',
}
const KEYS = Object.keys(RESULT) as readonly Key[]
/** The images that a rule means which does not say. */
export const DEFAULT_VARIANTS: readonly string[] = ['pod', 'kustomization']
const SEES_ITEM: ReadonlySet<Key> = new Set(['require', 'what', 'messageExpression', 'remedyExpression'])

/** `each` may be a path below the subject instead of an expression. */
export function eachPath(rule: Expressions): string | undefined {
  const { each } = rule
  if (each === undefined || !parsePath(each)) return undefined
  const first = String(parsePath(each)?.[0])
  return variablesOf(rule.scope, rule.in).includes(first) || first === 'params' ? undefined : each
}

/** The expressions of a rule, and what decides what they see. */
export type Expressions = { readonly [Name in Key]?: string | undefined } & { readonly scope: Scope; readonly in: readonly string[] }

/** What a rule file holds of expressions, also where other parts of it are wrong; nothing where the scope is. */
export function expressionsOf(value: unknown): Expressions | undefined {
  const file = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  const scope = SCOPES.find((one) => one === file.scope)
  const texts = KEYS.flatMap((key) => (typeof file[key] === 'string' ? [[key, file[key]] as const] : []))
  const variants = Array.isArray(file.in) ? file.in.map(String) : DEFAULT_VARIANTS
  return scope && { scope, in: variants, ...Object.fromEntries(texts) }
}

/** Expressions that are not CEL, name what there is not, or do not come to what their key needs; each at its character. */
export function expressionMistakes(rule: Expressions | undefined, yaml: PlacedYaml): Mistake[] {
  return KEYS.flatMap((key) => {
    const text = rule?.[key]
    if (rule === undefined || text === undefined || (key === 'each' && eachPath(rule) !== undefined)) return []
    const mistake = expressionMistake(rule, key, text)
    return mistake ? [{ ...yaml.within([key], mistake.at), message: `${key}: ${mistake.message}` }] : []
  })
}

function expressionMistake(rule: Expressions, key: Key, text: string): CompileError | undefined {
  try {
    const type = check(parseExpression(text), new Set(available(rule, key)))
    const wanted = RESULT[key]
    return type.name === wanted || type.name === 'dyn' ? undefined : new CompileError(`must be a ${wanted}, is a ${type.name}`, 0)
  } catch (error) {
    if (error instanceof CompileError) return error
    throw error
  }
}

function available(rule: Expressions, key: Key): readonly string[] {
  const item = (rule.each !== undefined || rule.evidence !== undefined) && SEES_ITEM.has(key)
  return [...variablesOf(rule.scope, rule.in), 'params', ...(item ? ['item'] : [])]
}

/** Whether a cluster's admission policy can hold the rule: it names nothing that only we know. */
export function exportable(rule: Rule): boolean {
  const expressions = [rule.when, rule.each, rule.require, rule.messageExpression].flatMap((text) => (text === undefined ? [] : [text]))
  if (rule.kind !== 'static' || rule.require === undefined || !['resource', 'pod', 'container', 'volume'].includes(rule.scope)) return false
  if (eachPath(rule) !== undefined) return expressions.filter((text) => text !== rule.each).every((text) => bindable(parseExpression(text)))
  return expressions.every((text) => bindable(parseExpression(text)))
}

function bindable(node: Node): boolean {
  return [...names(node)].every((name) => EXPORTABLE.has(name) || name === 'item')
}
