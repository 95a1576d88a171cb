import { describe, expect, test } from 'vitest'
import { readBaseline, writeBaseline } from '../../src/config/baseline.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { BaselineEntry } from '../../src/config/settings.ts'
import { memoryTree } from '../../src/source/memory.ts'

const hex = (digit: string) => digit.repeat(20)
const entry = (over: Partial<BaselineEntry> = {}): BaselineEntry => ({
  rule: 'no-privileged-containers',
  file: 'k8s/web.yaml',
  resource: 'Deployment shop/web',
  container: 'web',
  fingerprint: hex('a'),
  ...over,
})

test('one line a finding, in the order of files, whatever order they come in', async () => {
  const entries = [
    entry({ fingerprint: hex('c') }),
    entry({ file: 'web/Dockerfile', resource: '', container: '' }),
    entry(),
    entry({ rule: 'a-rule', file: '."quoted".yaml' }),
  ]
  const text = writeBaseline(entries)
  expect(text).toBe(`{
  "version": 1,
  "findings": [
    { "rule": "a-rule", "file": ".\\"quoted\\".yaml", "resource": "Deployment shop/web", "container": "web", "fingerprint": "${hex('a')}" },
    { "rule": "no-privileged-containers", "file": "k8s/web.yaml", "resource": "Deployment shop/web", "container": "web", "fingerprint": "${hex('a')}" },
    { "rule": "no-privileged-containers", "file": "k8s/web.yaml", "resource": "Deployment shop/web", "container": "web", "fingerprint": "${hex('c')}" },
    { "rule": "no-privileged-containers", "file": "web/Dockerfile", "fingerprint": "${hex('a')}" }
  ]
}
`)
  expect(writeBaseline([...entries].reverse())).toBe(text)
  expect(writeBaseline((await readBaseline(text, 'b.json')).entries)).toBe(text)
  expect((await readBaseline(writeBaseline([]), 'b.json')).entries).toEqual([])
})

describe('what is malformed', () => {
  const good = writeBaseline([entry(), entry({ fingerprint: hex('b') })])
  test.each<[string, string, RegExp]>([
    ['nothing', '', /^b\.json:1:1: the file: must be a mapping of keys to values, and is empty; maturity-gate baseline writes/],
    ['a list', '[]', /^b\.json:1:1: the file: must be a mapping/],
    ['another version', good.replace('"version": 1', '"version": 2'), /^b\.json:2:3: version: not 2, one of 1;/],
    ['another key', good.replace('"version"', '"verison": 1, "version"'), /^b\.json:2:3: unknown key verison; did you mean version\?;/],
    [
      'a fingerprint cut short',
      good.replace(hex('b'), 'bb'),
      /^b\.json:5:\d+: findings\[1\]\.fingerprint: must be the fingerprint of a finding/,
    ],
    ['no rule', good.replace('"rule": "no-privileged-containers", ', ''), /^b\.json:4:\d+: findings\[0\]\.rule: missing;/],
    ['a rule that is empty', good.replace('"no-privileged-containers"', '""'), /^b\.json:4:\d+: findings\[0\]\.rule: must not be empty;/],
    [
      'a misspelt key',
      good.replace('"container"', '"contianer"'),
      /^b\.json:4:\d+: unknown key findings\[0\]\.contianer; did you mean container\?;/,
    ],
    ['marks of a conflict', good.replace('    {', '<<<<<<< HEAD\n    {'), /^b\.json:\d+:\d+: /],
    ['a comma too many', good.replace('}\n  ]', '},\n  ]'), /^b\.json:1:1: no JSON; maturity-gate baseline writes/],
  ])('%s', async (_, text, expected) => {
    await expect(readBaseline(text, 'b.json')).rejects.toThrow(expected)
  })

  test('is a mistake with those of the configuration, and a file that is not there too', async () => {
    const load = (config: string, files: Record<string, string> = {}) =>
      loadConfig(memoryTree({ '.maturity-gate.yaml': config, ...files }), {}, { paths: [], exclude: [] })
    await expect(load('baseline: b.json\nmode: x\n')).rejects.toThrow(/^\.maturity-gate\.yaml:2:1: mode: .*$/m)
    await expect(load('\nbaseline: b.json\n')).rejects.toThrow(
      '.maturity-gate.yaml:2:1: baseline: b.json: there is no such file; maturity-gate baseline writes it',
    )
    await expect(load('rules: { nobody: {} }\nbaseline: b.json\n', { 'b.json': '[]' })).rejects.toThrow(
      /maturity-gate\.yaml:1:10: .*\nb\.json:1:1: /,
    )
    expect((await load('baseline: b.json\n', { 'b.json': good })).baseline).toMatchObject({ file: 'b.json', entries: [{}, {}] })
  })
})
