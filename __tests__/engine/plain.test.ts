import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../../src/engine/plain.ts'

test.each([
  ['a\nb', 'a b'],
  ['  a\t\tb ', 'a b'],
  ['\u001b[31mred\u001b[0m', '[31mred [0m'],
  ['left\u202eright', 'left right'],
  ['a\u200bb\ufeff', 'a b'],
  ['a\ud83db', 'a b'],
  ['Grüße 👋', 'Grüße 👋'],
])('%j becomes %j', (text, expected) => {
  expect(plain(text, 100)).toBe(expected)
})

test('any text becomes one line of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const line = plain(text, limit)
      expect(line.length).toBeLessThanOrEqual(limit)
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    }),
  )
})
