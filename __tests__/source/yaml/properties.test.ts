import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Source } from '../../../src/model/position.ts'
import { parseFast } from '../../../src/source/yaml/fast/block.ts'
import { GivesUp } from '../../../src/source/yaml/fast/input.ts'
import type { Node } from '../../../src/source/yaml/node.ts'
import { splitYaml } from '../../../src/source/yaml/parse.ts'
import { parseSlowly } from '../../../src/source/yaml/slow.ts'

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by))
const scalar = fc.constantFrom(
  'x',
  '1',
  'x y',
  "'it''s'",
  '"a\\tb"',
  'a:b',
  'x#y',
  '- x'.slice(2),
  '~',
  '',
  'http://x/y',
  '"q: r"',
  '0644',
  'x  # c',
  "'x\n   y'",
  '"x\n\n   y\\\n   z"',
  'x\n   y',
)
const block = fc.constantFrom(
  '|\n  x\n   y\n\n',
  '>-\n  x\n  y\n',
  '|+\n  x\n\n',
  '>\n  x\n\n    y\n  z\n',
  '|2\n   x\n',
  '|\n',
  '|-  # c\n  x\n',
)
const flow = fc.constantFrom('{}', '[]', '[1, x y, "z"]', '{a: 1, "b":2, c}', '[{a: [b]},\n   c ]', '{\n   a: b # c\n  }', '[x: y]')
const key = fc.constantFrom('a', 'b', 'key with space', '"q"', "'s'", 'a.b/c', '<<', '1', 'yes')
const gap = fc.constantFrom('', '', '', '# c\n', '\n', '  # deeper\n')

const { node } = fc.letrec<{ node: string; mapping: string; sequence: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(scalar, flow, block, fc.constantFrom('&x y', '*x', '&x', '!!str 1')).map((text) => ` ${text}`),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('mapping'), tie('sequence')),
  mapping: fc
    .array(fc.tuple(key, gap, tie('node')), { minLength: 1, maxLength: 4 })
    .map((entries) => `\n${entries.map(([name, before, value]) => `${before}${name}:${nested(value)}`).join('')}`),
  sequence: fc
    .array(fc.tuple(gap, tie('node'), fc.boolean()), { minLength: 1, maxLength: 3 })
    .map((items) => `\n${items.map(([before, value, compact]) => `${before}-${compact ? compacted(value) : nested(value)}`).join('')}`),
}))

function nested(value: string): string {
  return value.startsWith('\n') ? `\n${indent(value.slice(1), 2)}` : `${value.trimEnd()}\n`
}

function compacted(value: string): string {
  return value.startsWith('\n') ? ` ${indent(value.slice(1), 2).trimStart()}` : nested(value)
}

const document = node.map((text) => text.trimStart())

describe('the fast parser', () => {
  it('reads what it reads as the yaml package does, value and place', () => {
    let read = 0
    const check = (text: string): void => {
      const tree = fast(text)
      if (tree === 'gave up') return
      const slow = parseSlowly(text, 0)
      expect(slow.flaws).toEqual([])
      expect(tree).toEqual(slow.root)
      read++
    }
    fc.assert(fc.property(document, check), { numRuns: 3000 })
    expect(read).toBeGreaterThan(500)
  })

  it('reads so with a character changed, or gives up', () => {
    const changed = fc.tuple(
      document,
      fc.nat(),
      fc.constantFrom(' ', '\n', ':', '-', '#', '"', "'", '{', ']', ',', '\t', '&', '*', '|', '>', '?', '!', 'x', '\r\n'),
    )
    const check = ([text, at, char]: [string, number, string]): void => {
      const spoilt = text.slice(0, at % (text.length + 1)) + char + text.slice((at % (text.length + 1)) + 1)
      // Splitting comes first.
      if (/^(?:---|\.\.\.)(?:\s|$)/m.test(spoilt)) return
      const tree = fast(spoilt)
      const slow = parseSlowly(spoilt, 0)
      if (tree !== 'gave up' && slow.flaws.length === 0) expect(tree).toEqual(slow.root)
    }
    fc.assert(fc.property(changed, check), { numRuns: 3000 })
  })
})

function fast(text: string): Node | undefined | 'gave up' {
  try {
    return parseFast(text, 0, text.length)
  } catch (error) {
    if (error instanceof GivesUp) return 'gave up'
    throw error
  }
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    'a',
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '{',
    '}',
    '[',
    ']',
    '{{ x }}',
    '{{ if x }}',
    '{{ end }}',
    '{{',
    '}}',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&a',
    '*a',
    '<<: ',
    '---',
    '\t',
    '\r',
    '\ufeff',
    '!',
    '%',
    '\0',
    '\u2028',
    '\ud800',
    '? ',
    ',',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    document,
  )

  it.each([false, true])('gives documents or faults, in bounds (as a template: %s)', (templated) => {
    const check = (text: string): void => {
      const source = new Source('a.yaml', text)
      for (const raw of splitYaml(source, { templated })) {
        expect(raw.span.end).toBeLessThanOrEqual(text.length)
        void raw.head
        for (const fault of raw.parsed().faults) expect(fault.line).toBeGreaterThanOrEqual(1)
      }
    }
    fc.assert(fc.property(texts, check), { numRuns: 3000 })
  })

  it.each<[string, string]>([
    ['brackets', '['.repeat(200_000)],
    ['dashes', '- '.repeat(100_000)],
    ['separators', '---\n'.repeat(50_000)],
    ['JSON objects', '{}'.repeat(50_000)],
    ['conditions', '{{ if a }}'.repeat(20_000)],
    ['insertions', ' {{ x | nindent 2 }}\n'.repeat(10_000)],
    ['blank lines', 'a: |\n'.concat(' \n'.repeat(100_000))],
    ['backslashes', `a: "${'\\'.repeat(200_000)}"`],
    ['aliases', `a: &a 1\n${Array.from({ length: 20_000 }, (_, index) => `b${index}: *a`).join('\n')}`],
  ])(
    'takes time in proportion to its length: %s',
    (_, text) => {
      for (const templated of [false, true]) for (const raw of splitYaml(new Source('a.yaml', text), { templated })) raw.parsed()
    },
    20_000,
  )
})
