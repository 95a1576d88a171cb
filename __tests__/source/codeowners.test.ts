import { expect, test } from 'vitest'
import { readSources } from '../../src/source/read.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { ownersOf } from '../../src/source/codeowners.ts'

function owners(files: Record<string, string>) {
  return ownersOf(readSources(memoryTree(files), { paths: [], include: [], exclude: [] }))
}

// The patterns of GitHub's own description of the file, and what they say of paths.
test.each<[string, string, boolean]>([
  ['*', 'a/b.yaml', true],
  ['*.js', 'a/b.js', true],
  ['*.js', 'b.jsx', false],
  ['/build/logs/', 'build/logs/a/b.log', true],
  ['/build/logs/', 'x/build/logs/a', false],
  ['docs/*', 'docs/getting-started.md', true],
  ['docs/*', 'docs/build-app/troubleshooting.md', false],
  ['apps/', 'a/apps/b/c', true],
  ['apps/', 'apps', false],
  ['/docs/', 'docs/a', true],
  ['/apps/github', 'apps/github', true],
  ['/apps/github', 'apps/github/a', true],
  ['/apps/github', 'apps/github2', false],
  ['**/logs', 'deeply/nested/logs/a', true],
  ['k8s/web', 'x/k8s/web', false],
  ['k8s/**/db.yaml', 'k8s/a/b/db.yaml', true],
  ['k8s/**/db.yaml', 'k8s/db.yaml', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['with\\ blank.yaml', 'with blank.yaml', true],
  ['a+b.yaml', 'aab.yaml', false],
  ['K8S/', 'k8s/a', false],
])('%s and %s: %s', (pattern, path, matches) => {
  expect(owners({ CODEOWNERS: `${pattern} @a/b @c\n` })(path)).toBe(matches ? '@a/b @c' : undefined)
})

test('the last pattern decides, also when it names nobody; comments and broken lines are nothing', () => {
  const ownerOf = owners({
    CODEOWNERS: `# the default\n* @all # for now\n\n/k8s/ @k8s\n/k8s/open/\n!/k8s/ @not\n/k8s/[a-z] @class\n/k8s/ nobody\n`,
  })
  expect(['README.md', 'k8s/a.yaml', 'k8s/open/a.yaml'].map(ownerOf)).toEqual(['@all', '@k8s', undefined])
})

test('of three places the first that exists counts', () => {
  expect(owners({ 'docs/CODEOWNERS': '* @docs\n', CODEOWNERS: '* @root\n' })('a')).toBe('@root')
  expect(owners({ CODEOWNERS: '* @root\n', '.github/CODEOWNERS': '* @github\n' })('a')).toBe('@github')
  expect(owners({ 'docs/CODEOWNERS': '* @docs\n' })('a')).toBe('@docs')
  expect(owners({})('a')).toBeUndefined()
})

test('a hostile pattern costs no more than its length', () => {
  const ownerOf = owners({ CODEOWNERS: `${'*a'.repeat(240)}*b @a\n` })
  const start = performance.now()
  expect(ownerOf('a'.repeat(4000))).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(2000)
})
