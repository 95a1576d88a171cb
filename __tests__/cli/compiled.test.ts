import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import Module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { serialize } from 'node:v8'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CompiledCode } from '../../src/cli/compiled.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const caches = () => join(folder, 'caches')
const keptFiles = () => readdirSync(caches(), { recursive: true, encoding: 'utf8' }).map((name) => join(caches(), name))
const keptFile = () => keptFiles().find((path) => statSync(path).isFile()) ?? ''

/** One run of a bundle: loads these files, then keeps what it compiled. */
function run(
  judged: readonly string[],
  names: readonly string[],
  env: Record<string, string> = { NODE_COMPILE_CACHE: caches() },
): unknown[] {
  const compiled = new CompiledCode(folder, env)
  const answers = names.map((name) => {
    const module = new Module(join(folder, name))
    compiled.load(module, join(folder, name))
    return module.exports.answer()
  })
  compiled.keep(judged)
  return answers
}

function source(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

test('a file is loaded as require() loads it', () => {
  source('other.js', 'module.exports = 21')
  source('a.js', "exports.answer = () => [require('./other.js') * 2, module.exports === exports, __filename, __dirname]")
  expect(run([], ['a.js'])).toEqual([[42, true, join(folder, 'a.js'), folder]])
})

test('a fault is where the file has it', () => {
  source('a.js', 'exports.answer = () => new Error().stack')
  expect(run([], ['a.js'])[0]).toContain(`${join(folder, 'a.js')}:1:24`)
})

// A function that was called is larger in what is kept than one that was not.
test('what is kept holds the functions that were called, and serves the next run', () => {
  const body = Array.from({ length: 200 }, (_, index) => `if (n === ${index}) return 'a${index}'`).join('\n')
  source('a.js', `function long(n) {\n${body}\n}\nexports.answer = () => 1`)
  run(['last-user-not-root'], ['a.js'])
  const uncalled = statSync(keptFile()).size
  rmSync(caches(), { recursive: true })
  source('a.js', `function long(n) {\n${body}\n}\nexports.answer = () => long(199)`)
  expect(run(['last-user-not-root'], ['a.js'])).toEqual(['a199'])
  expect(statSync(keptFile()).size).toBeGreaterThan(uncalled + 5000)
  const before = statSync(keptFile()).ino
  expect(run(['last-user-not-root'], ['a.js'])).toEqual(['a199'])
  expect(statSync(keptFile()).ino).toBe(before)
})

test('a part of the bundle, or a rule that had something to judge, as in no earlier run adds to it', () => {
  source('a.js', 'exports.answer = () => 1')
  source('b.js', 'exports.answer = () => 2')
  run(['last-user-not-root'], ['a.js'])
  const first = statSync(keptFile())
  run(['last-user-not-root'], ['a.js', 'b.js'])
  const second = statSync(keptFile())
  expect(second.size).toBeGreaterThan(first.size)
  run(['run-as-high-uid'], ['b.js'])
  const third = statSync(keptFile()).ino
  expect(third).not.toBe(second.ino)
  expect(run(['last-user-not-root', 'run-as-high-uid'], ['a.js', 'b.js'])).toEqual([1, 2])
  expect(statSync(keptFile()).ino).toBe(third)
  expect(keptFiles().filter((path) => statSync(path).isFile())).toHaveLength(1)
})

test('a changed file is compiled anew, even one of the same length and the same time', async () => {
  source('a.js', 'exports.answer = () => 1')
  utimesSync(join(folder, 'a.js'), 1, 1)
  run([], ['a.js'])
  // The system's clock for files is a coarse one.
  await setTimeout(50)
  source('a.js', 'exports.answer = () => 2')
  utimesSync(join(folder, 'a.js'), 1, 1)
  expect(run([], ['a.js'])).toEqual([2])
  expect(run([], ['a.js'])).toEqual([2])
})

test('what is no such file any more is written anew', () => {
  source('a.js', 'exports.answer = () => 1')
  run([], ['a.js'])
  const whole = readFileSync(keptFile())
  for (const broken of [
    new Uint8Array(0),
    whole.subarray(0, 100),
    Buffer.from('nothing of the kind'),
    serialize(null),
    serialize({ judged: '', files: [] }),
  ]) {
    writeFileSync(keptFile(), broken)
    expect(run([], ['a.js'])).toEqual([1])
    expect(statSync(keptFile()).size).toBeGreaterThan(100)
  }
})

test('nothing is kept where Node is told so, where no folder is known or none can be made', () => {
  source('a.js', 'exports.answer = () => 1')
  mkdirSync(caches())
  expect(run([], ['a.js'], { NODE_COMPILE_CACHE: caches(), NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual([1])
  expect(run([], ['a.js'], { NODE_COMPILE_CACHE: join(folder, 'a.js', 'below') })).toEqual([1])
  expect(keptFiles()).toEqual([])
})

test('the user’s folder for such things', () => {
  source('a.js', 'exports.answer = () => 1')
  const home = process.env.HOME
  try {
    process.env.HOME = caches()
    for (const env of [{ LOCALAPPDATA: caches() }, { XDG_CACHE_HOME: caches() }, { XDG_CACHE_HOME: 'caches' }, {}]) {
      run([], ['a.js'], env)
      expect(keptFile()).toMatch(/container-maturity-gate/)
      rmSync(caches(), { recursive: true })
    }
  } finally {
    process.env.HOME = home
  }
})
