import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { KEYS } from '../../src/config/schema.ts'
import { UserError } from '../../src/errors.ts'
import { memoryTree } from '../../src/source/memory.ts'

async function said(config: string): Promise<string> {
  const tree = memoryTree({ '.maturity-gate.yaml': config })
  const thrown: unknown = await loadConfig(tree, {}, { paths: [], exclude: [] }).catch((error: unknown) => error)
  if (thrown instanceof Error && !(thrown instanceof UserError)) throw thrown
  return thrown instanceof UserError ? thrown.message : ''
}

test.each<[string, string]>([
  ['threshold: 500', '1:1: threshold: must be at most 100, and is 500'],
  ['threshold: -1', '1:1: threshold: must be at least 0, and is -1'],
  ['threshold: many', '1:1: threshold: must be a number, and is "many"'],
  ['threshold:', '1:1: threshold: must be a number, and is empty'],
  ['threshold: .inf', '1:1: threshold: must be a number, and is Infinity'],
  ['threshold: [1]', '1:1: threshold: must be a number, and is a list'],
  ['mode: {}', '1:1: mode: not a mapping, one of enforce, report'],
  ['mode:', '1:1: mode: not empty, one of enforce, report'],
  ['include: k8s', '1:1: include: must be a list, and is "k8s"'],
  ['include: [1]', '1:11: include[0]: must be text, and is 1'],
  ['include: [" "]', '1:11: include[0]: must not be empty'],
  ['targets: []', '1:1: targets: must not be empty'],
  ['targets: [web]', '1:11: targets[0]: must be a mapping of keys to values, and is "web"'],
  ['targets: [{ name: a, paths: [] }]', '1:22: targets[0].paths: must not be empty'],
  ['rules: [a]', '1:1: rules: must be a mapping of keys to values, and is a list'],
  ['rules: { liveness-probe-set: off }', '1:10: rules.liveness-probe-set: must be a mapping of keys to values, and is "off"'],
  ['rules: { liveness-probe-set: { enabled: "no" } }', '1:32: rules.liveness-probe-set.enabled: must be true or false, and is "no"'],
  [
    'rules: { liveness-probe-set: { enabled: false, enable: 1 } }',
    '1:48: unknown key rules.liveness-probe-set.enable; did you mean enabled?',
  ],
  ['kubernetes-version: 1.36', '1:1: kubernetes-version: must be text, and is 1.36'],
  ['kubernetes-version: "1.36.1"', '1:1: kubernetes-version: must be a minor version in quotes, like "1.36"'],
  ['extends: []', '1:1: extends: must not be empty'],
  ['extends: ""', '1:1: extends: must not be empty'],
  ['extends: {}', '1:1: extends: must be text or a list, and is a mapping'],
  ['extends: [a, 1]', '1:11: extends: a: there is no such file'],
  ['extends: [1]', '1:11: extends[0]: must be text, and is 1'],
  ['images: { a: 1 }', '1:11: images.a: must be text or a mapping of keys to values, and is 1'],
  ['images: { a: { dockerfil: x } }', '1:11: images.a.dockerfile: missing'],
  ['locks: { inline-waivers: 1 }', '1:10: locks.inline-waivers: must be true or false, and is 1'],
  ['locks: { threshold: 101 }', '1:10: locks.threshold: must be at most 100, and is 101'],
  ['baseline: []', '1:1: baseline: must be text, and is a list'],
  ['baselin: x', '1:1: unknown key baselin; did you mean baseline?'],
  [`mode: ${'x'.repeat(100)}`, `1:1: mode: not "${'x'.repeat(40)}…", one of enforce, report`],
])('%s', async (config, expected) => {
  expect((await said(`${config}\n`)).split('\n')[0]).toBe(`.maturity-gate.yaml:${expected}`)
})

// Whatever is written at any key: no word of the package that checks it.
describe.each(Object.keys(KEYS))('%s', (key) => {
  test.each([
    '1',
    '-1',
    '1e9',
    '""',
    'text',
    'true',
    'null',
    '[]',
    '{}',
    '[1]',
    '[[]]',
    '[{}]',
    '{ a: 1 }',
    '{ a: {} }',
    '{ a: [] }',
    '.nan',
  ])('%s', async (value) => {
    expect(await said(`${key}: ${value}\n`)).not.toMatch(
      /\b(Invalid|Too (big|small)|Unrecognized|[Ee]xpected|received|undefined|object Object)\b/,
    )
  })
})

describe('a hostile configuration is answered soon and shortly', () => {
  const keys = (size: number, value: string) => Array.from({ length: size }, (_, at) => `k${at}: ${value}`)

  // The first two took minutes.
  test.each<[string, string, string]>([
    ['unknown keys', keys(50_000, '1').join('\n'), 'and 49900 more mistakes'],
    ['unknown rules', `rules:\n  ${keys(30_000, '{ enabled: true }').join('\n  ')}`, 'and 29900 more mistakes'],
    ['brackets', `threshold: ${'['.repeat(50_000)}`, 'its values are nested too deeply'],
    ['lists in lists', `threshold:\n  ${'- '.repeat(50_000)}1`, 'its values are nested too deeply'],
  ])('of thousands of %s', async (_, config, last) => {
    const start = performance.now()
    const lines = (await said(config)).split('\n')
    expect(lines.at(-1)).toMatch(new RegExp(`${last}$`))
    expect(lines.length).toBeLessThanOrEqual(101)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a key that is repeated is named at its line', async () => {
    expect(await said('threshold: 1\nmode: report\nthreshold: 2')).toBe('.maturity-gate.yaml:3:1: this key is there already')
  })
})
