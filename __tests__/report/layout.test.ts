import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columns, crop, cropPath, cropStart, wrap } from '../../src/report/layout.ts'

test.each([
  ['abc', 3],
  ['宽', 2],
  ['e\u0301', 1],
  ['🎉', 2],
  ['', 0],
])('%j takes %i columns', (text, width) => {
  expect(columns(text)).toBe(width)
})

describe('wrapping', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['a  b', 9, ['a b']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['x abcdefgh', 3, ['x', 'abc', 'def', 'gh']],
    ['', 5, []],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  test('keeps every character but blanks, and the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '宽', '🎉', 'bcd'), maxLength: 80 }),
        fc.integer({ min: 4, max: 20 }),
        (text, width) => {
          const lines = wrap(text, width)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

test.each([
  [crop, 'abcdef', 4, 'abc…'],
  [crop, 'abcd', 4, 'abcd'],
  [crop, '宽宽宽', 4, '宽…'],
  [cropStart, 'abcdef', 4, '…def'],
  [cropPath, 'charts/web/templates/deployment.yaml', 20, 'chart…eployment.yaml'],
])('%o of %j to %i', (cut, text, width, expected) => {
  expect(cut(text, width)).toBe(expected)
  expect(columns(expected)).toBeLessThanOrEqual(width)
})
