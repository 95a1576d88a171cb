import fc from 'fast-check'
import { RE2JS } from 're2js'
import { expect, test } from 'vitest'
import { patterns as library, matches } from '../../src/rules/cel/library/patterns.ts'
import { isPlain, isSurelyPattern, plainPattern } from '../../src/rules/cel/library/plain-pattern.ts'

// What is left to RE2: groups that repeat, more loops than one, and what the two read differently.
test.each(['(a|a)*b', '(a+)+', '[[:alpha:]]', '(?P<n>a)', '\\pL', '\\Qa\\E', 'a**', '(?s)a', 'é', '[^é]', 'a{,3}', '[z-a]', '(', '\\z'])(
  '%s is left to RE2',
  (pattern) => {
    expect(plainPattern(pattern)).toBeUndefined()
  },
)

test.each([
  '^(a|b)$',
  '(?i)password',
  '[_.-](file|path)$',
  '^https?://[^@]*$',
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
  '\\s',
  'a.c',
  '^v?\\d{1,3}\\.\\d+',
])('%s is taken', (pattern) => {
  expect(plainPattern(pattern)).toBeDefined()
})

const piece = fc.constantFrom(
  'a',
  'B',
  'k',
  's',
  '[a-c]',
  '[^a]',
  '\\d',
  '\\w',
  '\\s',
  '\\n',
  '[^\\t\n]',
  '[^a\\s]',
  '[\\\\s]',
  '.',
  '\\.',
  '(',
  '(?:',
  ')',
  ')?',
  '|',
  '^',
  '$',
  '*',
  '+',
  '?',
  '{2}',
  '{1,2}',
  '\\b',
  '-',
  ' ',
)
const patterns = fc
  .tuple(fc.constantFrom('', '(?i)', '^', '^(?i)'), fc.array(piece, { maxLength: 8 }))
  .map(([head, parts]) => head + parts.join(''))
const texts = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', 'k', 'K', 's', '1', ' ', '\n', '\r', '.', '-', '_', '\u000b', '\u212a', 'ſ'),
  maxLength: 8,
})

test('where a pattern is taken, it answers as RE2 does', () => {
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      const plain = plainPattern(pattern)
      if (!plain || !isPlain(plain, text)) return
      expect([pattern, text, plain.pattern.test(text)]).toEqual([pattern, text, RE2JS.compile(pattern).matcher(text).find()])
    }),
    { numRuns: 20_000 },
  )
})

test('what is found is what RE2 finds', () => {
  const findAll = library['string.findAll(string): list<string>'] as (text: string, pattern: string) => string[]
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      if (!plainPattern(pattern)) return
      const matcher = RE2JS.compile(pattern).matcher(text)
      const found: (string | null)[] = []
      while (matcher.find()) found.push(matcher.group())
      expect([pattern, text, findAll(text, pattern)]).toEqual([pattern, text, found])
    }),
    { numRuns: 20_000 },
  )
})

test('what is surely a pattern is one for RE2', () => {
  const isPattern = (pattern: string) => {
    try {
      return RE2JS.compile(pattern) !== undefined
    } catch {
      return false
    }
  }
  const parts = fc.array(fc.oneof(piece, fc.constantFrom(')*', ')+?', ')??', '{3,2}', '{1001}')), { maxLength: 8 })
  fc.assert(
    fc.property(fc.constantFrom('', '(?i)', '^(?i)'), parts, (head, pieces) => {
      const pattern = head + pieces.join('')
      if (isSurelyPattern(pattern)) expect([pattern, isPattern(pattern)]).toEqual([pattern, true])
    }),
    { numRuns: 20_000 },
  )
  expect(isSurelyPattern('^(?i)(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$')).toBe(true)
})

test('each loop shortens the text that may be asked of', () => {
  const longest = (pattern: string) => plainPattern(pattern)?.longest
  expect(longest('^a*$')).toBe(1 << 20)
  expect(longest('a*')).toBe(1 << 10)
  expect(longest('^a|b*')).toBe(1 << 10)
  expect(longest('^(a*|b*|c*)$')).toBe(1 << 20)
  expect(longest('a*(b*|c*d*)')).toBe(1 << 5)
})

test.each([
  ['[a-z]{0,999}[a-z]{0,999}[a-z]{0,999}X', 'a'.repeat(500)],
  [`${'a?'.repeat(30)}${'a'.repeat(30)}`, 'a'.repeat(30)],
  [`${'(a|a)'.repeat(30)}X`, 'a'.repeat(30)],
])('a hostile pattern takes no time', (pattern, text) => {
  const start = performance.now()
  matches(text, pattern)
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('a hostile text takes no time', () => {
  const plain = plainPattern('a*a*a*b')
  const start = performance.now()
  for (let i = 0; i < 100; i++) if (plain) plain.pattern.test('a'.repeat(plain.longest))
  expect(performance.now() - start).toBeLessThan(10_000)
})
