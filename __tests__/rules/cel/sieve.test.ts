import { expect, test } from 'vitest'
import { Unsettled } from '../../../src/model/origin.ts'
import { compile } from '../../../src/rules/cel/compile.ts'
import { parseExpression } from '../../../src/rules/cel/parser.ts'
import { Slots } from '../../../src/rules/cel/slots.ts'
import { CelError } from '../../../src/rules/cel/values.ts'

const unsettled = {
  enumerable: true,
  get(): never {
    throw new Unsettled('depends on the template', undefined)
  },
}

/** A list in which a name, a number and an element are not settled; reading each member is counted. */
function list(size: number, counts: { names: number }): readonly unknown[] {
  const items = Array.from({ length: size }, (_, at) => {
    const item = { at: BigInt(at) }
    const get = () => {
      counts.names++
      return `n${at % 4}`
    }
    return Object.defineProperty(item, 'name', at === 5 ? unsettled : { enumerable: true, get })
  })
  Object.defineProperty(items[6], 'at', unsettled)
  return Object.defineProperty(items, 7, unsettled)
}

function answers(expression: string, size: number): unknown {
  const variables = { list: list(size, { names: 0 }), from: 2n, wanted: 'n1', holder: { kept: list(size, { names: 0 }) } }
  const evaluate = compile(parseExpression(expression), new Slots(['params']))
  // The second time what is known of the list is used, and from the third on its index.
  return [1, 2, 3, 4].map(() => {
    try {
      return evaluate([variables, { wanted: 'n1' }])
    } catch (error) {
      if (error instanceof Unsettled) return 'unknown'
      if (error instanceof CelError) return 'fails'
      throw error
    }
  })
}

// A list of 31 is looked through each time, one of 32 is not; what is asked for lies in both.
test.each<[string, unknown]>([
  ['list.exists(one, one.name == "n1" && one.at == from + 7)', true],
  ['list.exists(one, one.at == from + 7 && one.name == params.wanted)', true],
  ['list.exists(one, one.name == "n1" && one.at == from + 100)', 'unknown'],
  ['list.exists(one, one.name == "none" && one.at == from)', 'unknown'],
  ['list.all(one, one.name != "n1" || one.at != from + 7)', false],
  ['list.all(one, one.name != "n1" || one.at < from)', false],
  ['list.all(one, one.name == "none" || one.at < from + 1000)', 'unknown'],
  ['holder.?kept.orValue([]).exists(one, one.name == "n2" && one.at > from)', true],
  ['list.exists(at, one, one.name == "n3" && at == from + 1)', true],
  ['list.exists(at, one, at == 3 && one.at == from + 1)', true],
  ['list.exists(one, one.missing == 1 && one.at == from)', 'unknown'],
  ['list.exists(one, one.name == wanted && one.at == from + 7)', true],
  ['list.exists(one, one.name == wanted && from + 7 == one.at)', true],
  ['list.exists(one, one.name == wanted && one.at == from)', 'unknown'],
  ['list.all(one, one.name != wanted || one.at != from + 7)', false],
  ['list.exists(one, one.at in [from + 7, from + 8])', true],
  ['list.exists(one, one.at in [from + 100])', 'unknown'],
  ['list.exists(one, one.at == 9.0 + from - from)', 'unknown'],
  ['list.exists(one, one.at == double(from) + 7.0)', true],
  ['list.exists(one, one.name == missing || one.at == from)', true],
  ['list.exists(one, one.at == missing)', 'unknown'],
  ['list.exists(one, one.name == "n1" && list.exists(other, other.name == "n2" && other.at == one.at + 1))', true],
])('%s', (expression, expected) => {
  expect(answers(expression, 31)).toEqual(Array(4).fill(expected))
  expect(answers(expression, 32)).toEqual(Array(4).fill(expected))
})

test('what is asked of an element alone is asked once, however many siblings ask', () => {
  const counts = { names: 0 }
  const evaluate = compile(parseExpression('list.exists(other, other.name == "none" && other.at > from)'), new Slots())
  const siblings = list(1000, counts)
  for (let from = 0; from < 100; from++) {
    expect(() => evaluate([{ list: siblings, from: BigInt(from) }])).toThrow('depends on the template')
  }
  expect(counts.names).toBeLessThan(1500)
})

test('what one list is compared with another by is read once for each element', () => {
  const counts = { names: 0 }
  const own = Array.from({ length: 500 }, (_, at) => ({ at: BigInt(at) }))
  const variables = { own, list: list(500, counts) }
  const expression = parseExpression('own.all(one, list.exists(other, other.name == "n" + string(one.at % 4) && other.at <= one.at + 4))')
  expect(compile(expression, new Slots(['params']))([variables, {}])).toBe(true)
  expect(counts.names).toBeLessThan(3000)
})
