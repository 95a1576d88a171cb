import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Schemas } from '../../src/api/schemas.ts'
import { EXPRESSION_KEYS, type ParsedExpression } from '../../src/model/rule.ts'
import type { Node } from '../../src/rules/cel/ast.ts'
import { pack, unpack } from '../../src/rules/cel/packed.ts'
import { parseExpression } from '../../src/rules/cel/parser.ts'
import { embeddedRules, parsedExpression, podSecurityChecks } from '../../src/rules/embedded.ts'
import { eachPath } from '../../src/rules/expressions.ts'

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
  const expressions = embeddedRules().flatMap((rule) =>
    EXPRESSION_KEYS.flatMap((key) => {
      const text = rule[key]
      return text === undefined || (key === 'each' && eachPath(rule) !== undefined) ? [] : [{ id: rule.id, key, text }]
    }),
  )

  test('there are many', () => {
    expect(expressions.length).toBeGreaterThan(embeddedRules().length)
  })

  test.each(expressions)('$id: $key', ({ id, key, text }) => {
    const [now, embedded] = both(text, parsedExpression(id, key, text))
    expect(embedded).toEqual(now)
  })

  test('a text that differs from the shipped one is parsed', () => {
    const [{ id, key, text } = { id: '', key: 'when' as const, text: '' }] = expressions
    expect(parsedExpression(id, key, `${text} `)).toBeUndefined()
    expect(parsedExpression(`not-${id}`, key, text)).toBeUndefined()
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
