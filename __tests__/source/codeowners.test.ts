import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Source } from '../../src/model/position.ts'
import { findCodeowners, ownersOf, parseCodeowners } from '../../src/source/codeowners.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'

const ownersIn = (text: string, path: string) => ownersOf(parseCodeowners(new Source('CODEOWNERS', text)), path).owners
const owned = (pattern: string, path: string) => ownersIn(`${pattern} @a`, path).length > 0

// The cases of GitHub's documentation, and what follows from .gitignore.
test.each([
  ['*', 'a/b/c.yaml', true],
  ['*.js', 'a/b.js', true],
  ['*.js', 'a/b.jsx', false],
  ['/build/logs/', 'build/logs/a/b', true],
  ['/build/logs/', 'x/build/logs/a', false],
  ['/build/logs/', 'build/logs', false],
  ['docs/*', 'docs/getting-started.md', true],
  ['docs/*', 'docs/build-app/troubleshooting.md', false],
  ['docs/*', 'x/docs/a.md', false],
  ['apps/', 'x/apps/y/z', true],
  ['apps/', 'apps', false],
  ['/docs/', 'docs/a/b', true],
  ['/docs/', 'x/docs/a', false],
  ['**/logs', 'build/logs/a', true],
  ['**/logs', 'deeply/nested/logs/a', true],
  ['**/logs', 'logs', true],
  ['/apps/**', 'apps/x/y', true],
  ['apps/**/prod', 'apps/prod/a', true],
  ['apps/**/prod', 'apps/x/y/prod/a', true],
  ['apps/**/prod', 'apps/x/y/production/a', false],
  ['a/b', 'a/b/c/d', true],
  ['a/b', 'x/a/b', false],
  ['deploy', 'k8s/deploy/web.yaml', true],
  ['Deploy', 'k8s/deploy/web.yaml', false],
  ['k8s/*.yaml', 'k8s/web.yaml', true],
  ['k8s/*.yaml', 'k8s/web/a.yaml', false],
  ['w?b.yaml', 'k8s/web.yaml', true],
  ['w?b.yaml', 'k8s/w/b.yaml', false],
  ['my\\ app/', 'my app/a.yaml', true],
  ['[a-z].yaml', 'a.yaml', false],
  ['/**/**/**/x', 'a/b/c/d', false],
  ['.github/', '.github/workflows/ci.yaml', true],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(owned(pattern, path)).toBe(expected)
})

test('the last line that matches decides, also where it names nobody', () => {
  const text = '* @all\n/k8s/ @org/platform dev@example.com # both\n/k8s/free\n# /k8s/ @nobody\n!/k8s/web.yaml @x\n/k8s/ nonsense\n'
  expect(ownersIn(text, 'README.md')).toEqual(['@all'])
  expect(ownersIn(text, 'k8s/web.yaml')).toEqual(['@org/platform', 'dev@example.com'])
  expect(ownersIn(text, 'k8s/free/web.yaml')).toEqual([])
  expect(ownersIn('', 'k8s/web.yaml')).toEqual([])
})

test('lines are told', () => {
  const { rules } = ownersOf(parseCodeowners(new Source('CODEOWNERS', '\r\n# x\r\n* @all\r\n')), 'a')
  expect(rules.map(({ line, pattern }) => ({ line, pattern }))).toEqual([{ line: 3, pattern: '*' }])
})

test('sections of GitLab decide for themselves, and lend their owners', () => {
  const text = '* @all\n\n[Platform][2] @platform\n/k8s/\n/k8s/web/ @web\n^[Optional]\n*.md @writers\n[platform]\n/k8s/db/ @db\n'
  expect(ownersIn(text, 'k8s/a.yaml')).toEqual(expect.arrayContaining(['@all', '@platform']))
  expect(new Set(ownersIn(text, 'k8s/web/a.yaml'))).toEqual(new Set(['@all', '@web']))
  expect(new Set(ownersIn(text, 'k8s/db/a.md'))).toEqual(new Set(['@all', '@db', '@writers']))
})

test('of several files the one that GitHub takes', () => {
  const sources = (files: Record<string, string>) => readSources(memoryTree(files), { paths: [], include: [], exclude: [] })
  expect(findCodeowners(sources({ CODEOWNERS: '* @a', 'docs/CODEOWNERS': '* @b', '.github/CODEOWNERS': '* @c' }))?.source.path).toBe(
    '.github/CODEOWNERS',
  )
  expect(findCodeowners(sources({ 'docs/CODEOWNERS': '* @b' }))?.source.path).toBe('docs/CODEOWNERS')
  expect(findCodeowners(sources({ 'CODEOWNERS.md': '* @b' }))).toBeUndefined()
})

test('no pattern takes long', () => {
  const hostile = `${'*a'.repeat(2000)}b`
  const stars = `/${'**/x/'.repeat(500)}y`
  const path = `${'x/'.repeat(500)}${'a'.repeat(4000)}`
  const started = performance.now()
  expect([owned(hostile, path), owned(stars, path)]).toEqual([false, false])
  expect(performance.now() - started).toBeLessThan(2000)
})

test('any text parses', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, path) => {
      expect(Array.isArray(ownersIn(text, path))).toBe(true)
    }),
  )
})
