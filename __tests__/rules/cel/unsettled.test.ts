import { describe, expect, test } from 'vitest'
import { Unsettled } from '../../../src/model/origin.ts'
import { Source } from '../../../src/model/position.ts'
import { compile } from '../../../src/rules/cel/compile.ts'
import { parseExpression } from '../../../src/rules/cel/parser.ts'
import { Slots } from '../../../src/rules/cel/slots.ts'
import { CelError } from '../../../src/rules/cel/values.ts'
import { originAt } from '../../../src/source/origins.ts'

function throwing(): never {
  throw new Unsettled('depends on the template', undefined)
}

// What templates of one chart write with the same expression.
const alike = {
  enumerable: true,
  get(): never {
    const source = new Source('chart/templates/a.yaml', '{{ .Values.name }}')
    throw new Unsettled('depends on the template expression {{ .Values.name }}', originAt(source, { start: 0, end: 18 }))
  },
}

const unsettled = { enumerable: true, get: throwing }
const list = Object.defineProperty(['a', 'b', 'c'], 1, unsettled)
// A mapping to which a template may add members.
const open = new Proxy(
  { known: 'yes' },
  {
    get: (target, key) => (key in target ? target[key as 'known'] : throwing()),
    has: (target, key) => key in target || throwing(),
    getOwnPropertyDescriptor: (target, key) => Object.getOwnPropertyDescriptor(target, key) ?? throwing(),
    ownKeys: throwing,
  },
)

const VARIABLES = {
  o: Object.defineProperty({ a: 1n, name: 'web' }, 'x', unsettled),
  one: Object.defineProperty({}, 'name', alike),
  other: Object.defineProperty({}, 'name', alike),
  list,
  open,
  none: undefined,
  // As a parser that is careful makes it: a key of its own, and no prototype that changes.
  hostile: JSON.parse(
    '{"__proto__": {"polluted": true}, "constructor": 1, "hasOwnProperty": "x", "toString": "y", "safe": "z"}',
  ) as unknown,
}

function answer(expression: string): unknown {
  try {
    return compile(parseExpression(expression), new Slots())([VARIABLES])
  } catch (error) {
    if (error instanceof Unsettled) return 'unknown'
    if (error instanceof CelError) return `fails: ${error.message}`
    throw error
  }
}

describe('what the files do not settle is a third answer', () => {
  test.each<[string, unknown]>([
    ['o.x', 'unknown'],
    ['o.?x.orValue(1)', 'unknown'],
    ['has(o.x)', 'unknown'],
    ["'x' in o", 'unknown'],
    ['o.a == 1', true],
    ['o.x == 1 || o.a == 1', true],
    ['o.a == 1 || o.x == 1', true],
    ['o.x == 1 && o.a == 2', false],
    ['o.a == 2 && o.x == 1', false],
    ['o.x == 1 || o.a == 2', 'unknown'],
    ['o.x == 1 && o.a == 1', 'unknown'],
    ['!(o.x == 1)', 'unknown'],
    ['o.x == 1 ? 1 : 2', 'unknown'],
    ['one.name == other.name', true],
    ['one.name != other.name', false],
    ["string(one[?'name'].orValue('')) == other.?name.orValue('x')", true],
    ['one.name == o.x', 'unknown'],
    ['one.name.lowerAscii() == other.name', 'unknown'],
    ["one.name + '-x' != other.name", 'unknown'],
    ['one.name == other.?none.orValue(other.name.lowerAscii())', 'unknown'],
    // Unknown goes before failing: a value might make it right.
    ['1 / 0 == 1 || o.x == 1', 'unknown'],
    ['o.x == 1 || 1 / 0 == 1', 'unknown'],
    ['o.b == 1 || o.b == 2', 'fails: no such key: b'],
    ["list.exists(i, i == 'a')", true],
    ["list.exists(i, i == 'c')", true],
    ["list.exists(i, i == 'd')", 'unknown'],
    ["list.all(i, i == 'a')", false],
    ["list.all(i, i != 'd')", 'unknown'],
    ["list.exists_one(i, i == 'a')", 'unknown'],
    ['list.map(i, i)', 'unknown'],
    ["'c' in list", true],
    ["'d' in list", 'unknown'],
    ['list[0]', 'a'],
    ['list[1]', 'unknown'],
    ['list.size()', 3n],
    ["list.exists(i, v, i == 2 && v == 'c')", true],
    ["list.all(i, v, v != 'a')", false],
    ['open.known', 'yes'],
    ['has(open.other)', 'unknown'],
    ['open.?other.orValue(1)', 'unknown'],
    ["'other' in open", 'unknown'],
    ["open.exists(k, k == 'known')", 'unknown'],
    ['size(open)', 'unknown'],
    ['open == {}', 'unknown'],
    ["open.?other.hasValue() || open.known == 'yes'", true],
  ])('%s', (expression, expected) => {
    expect(answer(expression)).toEqual(expected)
  })
})

describe('keys of a scanned file are keys, and nothing else is', () => {
  test.each<[string, unknown]>([
    ['hostile.safe', 'z'],
    ['hostile.constructor', 1],
    ['hostile.toString', 'y'],
    ['hostile.hasOwnProperty', 'x'],
    ['hostile.polluted', 'fails: no such key: polluted'],
    ['has(hostile.valueOf)', false],
    ['o.constructor', 'fails: no such key: constructor'],
    ["o['__proto__']", 'fails: no such key: __proto__'],
    ['o.?toString.hasValue()', false],
    ["'valueOf' in o", false],
    ['list.length', "fails: unsupported index type 'string' in list"],
    ['o.name.length', 'fails: no such key: length'],
    ["{'a': 1}.size", 'fails: no such key: size'],
    ["quantity('1').type", 'fails: no such key: type'],
    ["{'__proto__': 1}.map(k, k)", ['__proto__']],
    ["{'a': 'constructor'}.transformMapEntry(k, v, {v: k}).constructor", 'a'],
    ['none == null', true],
    ['nothing == null', 'fails: no such attribute: nothing'],
  ])('%s', (expression, expected) => {
    expect(answer(expression)).toEqual(expected)
  })

  test('a pattern that backtracks elsewhere takes linear time', () => {
    const started = performance.now()
    expect(answer(`'${'a'.repeat(5000)}!'.matches('^(a+)+$')`)).toBe(false)
    expect(answer(`format.dns1123Subdomain().validate('${'a.'.repeat(20_000)}').hasValue()`)).toBe(true)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('an expression cannot nest so deeply that reading it breaks', () => {
    expect(() => parseExpression('('.repeat(10_000))).toThrow('nests too deeply')
    expect(() => parseExpression('!'.repeat(10_000))).toThrow('nests too deeply')
    expect(() => parseExpression(`${'[1]'.repeat(5)}${'[0]'.repeat(20_000)}`)).not.toThrow(RangeError)
  })
})
