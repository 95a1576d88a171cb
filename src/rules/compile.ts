import type { CompiledRule, JsonValue, Program, Rule } from '../model/rule.ts'
import { compile } from './cel/compile.ts'
import { parseExpression } from './cel/parser.ts'
import { Slots } from './cel/slots.ts'

/**
 * A rule ready to be evaluated. Its expressions are parsed at their first evaluation, since most rules meet no subject
 * of theirs in most repositories. They see `params` besides what they are handed; `item` may be handed over in an
 * object that has the subject's variables as its prototype, so that what is lazy stays so.
 */
export function compileRule(rule: Rule, params: Readonly<Record<string, JsonValue>>): CompiledRule {
  const values = parameters(rule, params)
  const program = (text: string | undefined) => (text === undefined ? undefined : lazily(text, values))
  return {
    rule,
    params: values,
    when: program(rule.when),
    each: program(rule.each),
    require: program(rule.require),
    evidence: program(rule.evidence),
    what: program(rule.what),
    message: program(rule.messageExpression) ?? (() => rule.message),
  }
}

/** An expression on its own, parsed at its first evaluation. */
export function compileExpression(text: string): Program {
  return lazily(text, {})
}

function lazily(text: string, params: Readonly<Record<string, unknown>>): Program {
  let evaluate: ((frame: unknown[]) => unknown) | undefined
  return (variables) => {
    evaluate ??= compile(parseExpression(text), new Slots(['params', 'item']))
    // What is inherited is asked of its owner: a getter may keep something private.
    if (!Object.hasOwn(variables, 'item')) return evaluate([variables, params, undefined])
    return evaluate([Object.getPrototypeOf(variables), params, variables.item])
  }
}

function parameters(rule: Rule, given: Readonly<Record<string, JsonValue>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(rule.params).map(([name, parameter]) => [name, celValue(given[name] ?? parameter.default)]))
}

/** JSON as CEL sees it: whole numbers are integers. */
function celValue(value: JsonValue): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(celValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value as Readonly<Record<string, JsonValue>>).map(([key, item]) => [key, celValue(item)]))
}
