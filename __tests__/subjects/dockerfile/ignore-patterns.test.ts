import { expect, test } from 'vitest'
import { isIgnored } from '../../../src/subjects/dockerfile/ignore-patterns.ts'

test.each([
  ['a', ['a'], true],
  ['a/b', ['a'], true],
  ['b/a', ['a'], false],
  ['./a/', ['/a'], true],
  ['a.md', ['*.md'], true],
  ['x/a.md', ['*.md'], false],
  ['x/a.md', ['**/*.md'], true],
  ['a.md', ['**/*.md'], true],
  ['x/y/a', ['x/**'], true],
  ['xy', ['**/y'], false],
  ['src', ['*', '!src'], false],
  ['src/x', ['*', '!src'], false],
  ['lib', ['*', '!src'], true],
  ['src/x', ['*', '!src', 'src/x'], true],
  ['ab', ['a?'], true],
  ['a/', ['a?'], false],
  ['a*', ['a\\*'], true],
  ['ab', ['a\\*'], false],
  ['a/b/c', ['a/b'], true],
  ['dist/app', ['dist/', '!dist/app'], false],
] as const)('%s under %j', (path, patterns, expected) => {
  expect(isIgnored(path, patterns)).toBe(expected)
})
