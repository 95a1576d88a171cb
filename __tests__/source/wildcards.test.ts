import fc from 'fast-check'
import { Minimatch } from 'minimatch'
import { describe, expect, test } from 'vitest'
import { globMatcher } from '../../src/source/globs.ts'
import { starred } from '../../src/source/wildcards.ts'

const name = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 6 }).filter((part) => !part.includes('**'))
const globs = fc.array(fc.oneof(name, fc.constant('**')), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))
const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 })
const paths = fc.array(text, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))

describe('a glob', () => {
  test('means what minimatch makes of it, or of what is below it, however many stars it has', () => {
    fc.assert(
      fc.property(globs, paths, (glob, path) => {
        const wanted = [glob, `${glob}/**`].some((one) => new Minimatch(one, { dot: true, nonegate: true, nocomment: true }).match(path))
        expect(globMatcher([glob], { anyDepth: false })(path)).toBe(wanted)
      }),
      { numRuns: 2000 },
    )
  })

  // Each of these took from seconds to hours, or threw.
  test.each([
    [`${'*a'.repeat(12)}b`, `x/${'a'.repeat(250)}`],
    [`${'**/a/'.repeat(12)}b`, `${'a/'.repeat(500)}c`],
    [`${'*a*/'.repeat(8)}b`, `${'aaaaaaaaaaaaaaaaaaaa/'.repeat(8)}c`],
    ['{a,b}'.repeat(16), 'a'.repeat(30)],
    ['{1..10000000}', 'a'],
  ])('takes no time on a hostile path: %s', (glob, path) => {
    const start = performance.now()
    expect(globMatcher([glob], { anyDepth: true })(path)).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
  })

  test('with many braces has all of their meanings', () => {
    const matches = globMatcher(['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}'], { anyDepth: true })
    expect(['abababbbb', 'x/aaaaaaaaa', 'bbbbbbbbb'].filter(matches)).toHaveLength(3)
    expect(matches('abababbbc')).toBe(false)
  })
})

describe('a name with stars', () => {
  test.each([
    ['Deployment/web-*', 'Deployment/web-1', true],
    ['*/shop/*', 'Deployment/shop/web', true],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a*b*c', 'axbxbxc', true],
    ['a*b*c', 'axcxb', false],
    ['a.c', 'abc', false],
    ['a', 'a', true],
    ['a', 'ab', false],
  ])('%s and %s: %s', (pattern, given, wanted) => {
    expect(starred(pattern)(given)).toBe(wanted)
  })

  test('takes no time on a hostile name', () => {
    const start = performance.now()
    expect(starred(`${'*a'.repeat(20)}b`)('a'.repeat(100_000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
