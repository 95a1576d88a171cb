import type { Overlay } from '../src/api/schemas.ts'
import type { CrossRule } from '../src/api/shape.ts'
import { EXPRESSION_KEYS, type ParsedExpression, type Rule } from '../src/model/rule.ts'
import { pack } from '../src/rules/cel/packed.ts'
import { parseExpression } from '../src/rules/cel/parser.ts'
import type { Decisions } from '../src/rules/embedded.ts'
import { eachPath } from '../src/rules/expressions.ts'

/** What `src/rules/embedded.ts` reads: decisions in the first line, then a line for each parsed expression. */
export function embeddedRules({ model, podSecurity, rules }: Decisions): string {
  const checks = podSecurity.map((check) => ({ ...check, parsed: parsed(check.require) }))
  const expressions: ParsedExpression[] = []
  const embedded = rules.map((rule) => withoutTexts(rule, (text) => expressions.push(parsed(text))))
  return lines([{ model, podSecurity: checks, rules: embedded }, ...expressions])
}

/** A rule whose expressions are lines of their own; `add` says which one it made. A path is no expression. */
function withoutTexts(rule: Rule, add: (text: string) => number): Rule {
  const keys = EXPRESSION_KEYS.filter((key) => rule[key] !== undefined && !(key === 'each' && eachPath(rule) !== undefined))
  const own = Object.fromEntries(keys.map((key) => [key, add(rule[key] ?? '')]))
  const rest = Object.entries(rule).filter(([key]) => key === 'each' || !keys.some((one) => one === key))
  return { ...(Object.fromEntries(rest) as unknown as Rule), parsed: own }
}

/** What `src/api/schemas.ts` reads: the names of the definitions in the first line, then a line for each. */
export function embeddedValidation(overlay: Overlay): string {
  const definitions = Object.values(overlay).map((definition) =>
    definition.rules === undefined ? definition : { ...definition, rules: definition.rules.map(withParsed) },
  )
  return lines([Object.keys(overlay), ...definitions])
}

function withParsed(rule: CrossRule): CrossRule {
  const { when, messageExpression } = rule
  return {
    ...rule,
    parsed: {
      ...(when === undefined ? {} : { when: parsed(when) }),
      rule: parsed(rule.rule),
      ...(messageExpression === undefined ? {} : { messageExpression: parsed(messageExpression) }),
    },
  }
}

function parsed(text: string): ParsedExpression {
  return pack(parseExpression(text))
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${ascii(value)}\n`).join('')
}

/** JSON in ASCII: half the memory, and read in half the time. */
export function ascii(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
