import { expect, test } from 'vitest'
import { type Code, type Import, readCode } from './architecture/sources.ts'

const SOURCES = readCode('src/**/*.ts')
const USERS = [...SOURCES, ...readCode('{scripts,bench,__tests__}/**/*.ts')]

/** Imports go from a later row to an earlier one, or stay in their row. */
const LAYERS = [
  ['model', 'errors'],
  ['source'],
  ['subjects', 'report'],
  ['rules', 'config'],
  ['engine', 'api'],
  ['fix', 'gate'],
  ['github'],
  ['cli', 'action'],
]
const ENTRIES = ['src/cli.ts', 'src/action.ts']
const DISK = [
  ...ENTRIES,
  'src/cli/compiled.ts',
  'src/source/files.ts',
  'src/source/root.ts',
  'src/source/git.ts',
  'src/source/walk.ts',
  'src/rules/load.ts',
  'src/rules/embedded.ts',
  'src/api/schemas.ts',
  'src/config/load.ts',
]
const DISK_MODULES = /^(node:)?(fs(\/promises)?|child_process)$/
const NETWORK_MODULES = /^((node:)?(https?|net|tls|dgram|dns)|undici|@actions\/github|@octokit\/.*)$/

function layer(path: string): number {
  const [, part = ''] = path.split('/')
  return LAYERS.findIndex((row) => row.includes(part.replace(/\.ts$/, '')))
}

const at = (code: Code, { line }: { line: number }) => `${code.path}:${line}`

function importsWhere(wrong: (code: Code, imported: Import) => boolean): string[] {
  return SOURCES.flatMap((code) =>
    code.imports.filter((imported) => wrong(code, imported)).map((imported) => `${at(code, imported)} imports ${imported.from}`),
  )
}

function mentionsOf(names: readonly string[], allowed: (path: string) => boolean): string[] {
  return SOURCES.filter(({ path }) => !allowed(path)).flatMap((code) =>
    code.mentions.filter(({ name }) => names.includes(name)).map((mention) => `${at(code, mention)} uses ${mention.name}`),
  )
}

test('there is something to look at', () => {
  expect(SOURCES.length).toBeGreaterThan(30)
  expect(SOURCES.flatMap(({ functions }) => functions).length).toBeGreaterThan(100)
})

test('every source lies in a known layer', () => {
  expect(SOURCES.filter(({ path }) => layer(path) < 0).map(({ path }) => path)).toEqual([])
})

test('imports run one way', () => {
  expect(importsWhere((code, { own, from }) => own && from.startsWith('src/') && layer(from) > layer(code.path))).toEqual([])
})

test('the product imports nothing of its tests and scripts', () => {
  expect(importsWhere((_, { own, from }) => own && !/^(src\/|package\.json$)/.test(from))).toEqual([])
})

test('the command line and the action do not lean on each other', () => {
  expect(importsWhere((_, { from }) => ENTRIES.includes(from))).toEqual([])
})

test('no import cycles', () => {
  const targets = new Map(SOURCES.map((code) => [code.path, code.imports.filter(({ own }) => own)]))
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const { from } of targets.get(path) ?? []) walk(from, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  expect([...new Set(cycles)]).toEqual([])
})

test('only the readers, the loaders and the entries touch the disk or start processes', () => {
  expect(importsWhere((code, { from }) => DISK_MODULES.test(from) && !DISK.includes(code.path))).toEqual([])
})

test('only github/ talks to the network', () => {
  const inGitHub = (path: string) => path.startsWith('src/github/')
  // isIP only reads a text.
  const talks = ({ from, names }: Import) => NETWORK_MODULES.test(from) && !names.every((name) => /^isIP(v4|v6)?$/.test(name))
  expect(importsWhere((code, imported) => talks(imported) && !inGitHub(code.path))).toEqual([])
  expect(mentionsOf(['fetch', 'WebSocket', 'XMLHttpRequest'], inGitHub)).toEqual([])
})

test("GitHub's packages are loaded only when they are needed", () => {
  const eager = (imported: Import) => imported.names[0] !== '*' && !imported.typeOnly
  expect(importsWhere((_, imported) => imported.from === '@actions/github' && eager(imported))).toEqual([])
})

test('packages for reading files are loaded by what first needs them', () => {
  const lazy = ['glob', 'minimatch', 're2js', 'unbash', 'yaml']
  expect(importsWhere((_, imported) => lazy.includes(imported.from) && !imported.typeOnly)).toEqual([])
})

test('only the entries know the process, its environment and its output', () => {
  expect(mentionsOf(['process', 'console'], (path) => ENTRIES.includes(path))).toEqual([])
  expect(importsWhere((code, { from }) => /^((node:)?process|@actions\/core)$/.test(from) && !ENTRIES.includes(code.path))).toEqual([])
})

test('what decides and what prints has no clock', () => {
  expect(mentionsOf(['Date', 'performance', 'setTimeout'], (path) => !/^src\/(model|engine|report)\//.test(path))).toEqual([])
})

test('no file is longer than 250 lines', () => {
  expect(SOURCES.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path} has ${lines} lines`)).toEqual([])
})

test('no function is longer than 40 lines', () => {
  const long = SOURCES.flatMap((code) =>
    code.functions.filter(({ lines }) => lines > 40).map((one) => `${at(code, one)} ${one.name}: ${one.lines} lines`),
  )
  expect(long).toEqual([])
})

test('no export is unused', () => {
  const used = new Set<string>()
  for (const { path, imports } of USERS) {
    for (const { from, own, names } of imports) if (own && from !== path) for (const name of names) used.add(`${from} ${name}`)
  }
  const isUsed = (path: string, name: string) => used.has(`${path} ${name}`) || used.has(`${path} *`)
  const unused = SOURCES.flatMap((code) =>
    code.exports.filter(({ name }) => !isUsed(code.path, name)).map((one) => `${at(code, one)} ${one.name}`),
  )
  expect(unused).toEqual([])
})
