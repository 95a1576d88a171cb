import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

// The committed bundle and nothing else: no node_modules above it, no sources.
let bundle = ''
let root = ''
beforeAll(() => {
  bundle = mkdtempSync(join(tmpdir(), 'bundle-'))
  cpSync('dist/cli', bundle, { recursive: true })
})
afterAll(() => rmSync(bundle, { recursive: true }))
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'repository-'))
  mkdirSync(join(root, '.git'))
})
afterEach(() => rmSync(root, { recursive: true }))

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: nginx }] }\n'

function put(name: string, text: string): void {
  writeFileSync(join(root, name), text)
}

/** One run over the repository; answers with the file that holds what was compiled, as it is on disk then. */
function run(...args: readonly string[]): number {
  const caches = join(root, '.git/caches')
  execFileSync(process.execPath, [bundle, root, '--mode', 'report', ...args], { env: { XDG_CACHE_HOME: caches } })
  const kept = readdirSync(join(caches, 'container-maturity-gate'))
  expect(kept).toHaveLength(1)
  return statSync(join(caches, 'container-maturity-gate', kept[0] ?? '')).ino
}

test('what a run compiled is kept, and added to where a rule judges for the first time', () => {
  put('Dockerfile', 'FROM node:22.1.0\n')
  const first = run()
  expect(run()).toBe(first)
  put('pod.yaml', POD)
  const second = run()
  expect(second).not.toBe(first)
  expect(run()).toBe(second)
  expect(run('--only', 'no-privileged-containers')).toBe(second)
})

// Much to read has Node optimise what it runs from then on, under other flags.
test('what is loaded late in a long run is kept too', () => {
  put('pods.yaml', `${POD}---\n`.repeat(3000))
  const kept = run()
  expect(run()).toBe(kept)
})

test('a text report of a small repository needs neither the slowest of Node’s own modules nor RE2', () => {
  put('pod.yaml', POD)
  put('Dockerfile', 'FROM node:22.1.0\nRUN npm ci\n')
  put(
    'loaded.cjs',
    `process.on('exit', () => {
       const isLoaded = (name) => Object.keys(require.cache).some((path) => path.endsWith(name))
       console.error(process.moduleLoadList.includes('NativeModule crypto'), isLoaded('re2js.cjs'), isLoaded('unbash.cjs'))
     })`,
  )
  const report = (format: string) => {
    const args = ['--require', join(root, 'loaded.cjs'), bundle, root, '--mode', 'report', '--format', format]
    return execFileSync('sh', ['-c', '"$@" 2>&1 >/dev/null', 'sh', process.execPath, ...args], { encoding: 'utf8' }).trim()
  }
  expect(report('text')).toBe('false false true')
  expect(report('json')).toBe('true false true')
})
