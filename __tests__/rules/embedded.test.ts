import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Schemas } from '../../src/api/schemas.ts'
import { EXPRESSION_KEYS, type ParsedExpression } from '../../src/model/rule.ts'
import type { Node } from '../../src/rules/cel/ast.ts'
import { pack, unpack } from '../../src/rules/cel/packed.ts'
import { parseExpression } from '../../src/rules/cel/parser.ts'
import { embeddedRules, model, parsedExpression, podSecurityChecks } from '../../src/rules/embedded.ts'
import { eachPath } from '../../src/rules/expressions.ts'
import { loadRules } from '../../src/rules/load.ts'

/** The one parser's answer, and what was embedded of it, both without offsets. */
function both(text: string, parsed: ParsedExpression | undefined): readonly [Node, Node | undefined] {
  return [placeless(parseExpression(text)), parsed === undefined ? undefined : unpack(parsed)]
}

function placeless(value: unknown): Node {
  if (Array.isArray(value)) return value.map(placeless) as unknown as Node
  if (typeof value !== 'object' || value === null || ![Object.prototype].includes(Object.getPrototypeOf(value))) return value as Node
  const entries = Object.entries(value).map(([key, item]) => [key, key === 'start' || key === 'end' ? 0 : placeless(item)])
  return Object.fromEntries(entries) as Node
}

describe('a shipped rule is evaluated as the compiler would read it now', () => {
  const written = loadRules(
    globSync('rules/*/**/*.yaml').map((path) => ({ path, text: readFileSync(path, 'utf8') })),
    model,
  )
  const embedded = new Map(embeddedRules().map((rule) => [rule.id, rule]))
  const expressions = written.flatMap(({ rule }) =>
    EXPRESSION_KEYS.flatMap((key) => {
      const text = rule[key]
      const path = key === 'each' && eachPath(rule) !== undefined
      return text === undefined || path ? [] : [{ id: rule.id, key, text, line: embedded.get(rule.id)?.parsed?.[key] }]
    }),
  )

  test('there are many', () => {
    expect(expressions.length).toBeGreaterThan(written.length)
  })

  test.each(expressions)('$id: $key', ({ text, line }) => {
    const [now, own] = both(text, line === undefined ? undefined : parsedExpression(line))
    expect(own).toEqual(now)
  })

  test.each(written.map(({ rule }) => [rule.id, rule] as const))('%s: all else', (id, rule) => {
    const { parsed, ...rest } = embedded.get(id) ?? { parsed: {} }
    const without = Object.entries(rule).filter(([key]) => key === 'each' || !Object.hasOwn(parsed ?? {}, key))
    expect(rest).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(without))))
  })
})

test.each(podSecurityChecks())('Pod Security: $level $id', ({ require, parsed }) => {
  const [now, embedded] = both(require, parsed)
  expect(embedded).toEqual(now)
})

test("the expressions of the API's own validation", () => {
  const schemas = new Schemas('1.36')
  const names = JSON.parse(readFileSync('src/api/embedded-validation.jsonl', 'utf8').split('\n')[0] ?? '[]') as string[]
  const rules = names.flatMap((name) => schemas.rules(name).rules ?? [])
  expect(rules.length).toBeGreaterThan(50)
  for (const { rule, when, messageExpression, parsed } of rules) {
    for (const [text, own] of [
      [rule, parsed?.rule] as const,
      [when, parsed?.when] as const,
      [messageExpression, parsed?.messageExpression] as const,
    ]) {
      if (text === undefined) continue
      const [now, embedded] = both(text, own)
      expect(embedded).toEqual(now)
    }
  }
})

test.each([
  ['7u + 18446744073709551615u'],
  ["b'\\xff\\000a' == b''"],
  ['-9223372036854775808 < 1.5e300'],
  ['{"a": 1, ?"b": o.?c} == {}'],
  ['[1, ?o.?c, null, true]'],
  ['-o.x - -1'],
  ['!(!o.a)'],
  ['has(o.a.b) ? o[?"x"].orValue("\u2028") : o[0]'],
  ['o.transformMapEntry(k, v, v > 1, {k: v}).size() in [1]'],
  ['optional.of(1).optMap(x, x + 1)'],
  ['"?" == ["?", "is"][0]'],
])('%s survives being JSON', (text) => {
  const node = parseExpression(text)
  expect(unpack(JSON.parse(JSON.stringify(pack(node))) as ParsedExpression)).toEqual(placeless(node))
})
