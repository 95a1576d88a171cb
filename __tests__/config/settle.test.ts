import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import type { Inputs, Settings } from '../../src/config/settings.ts'
import { UserError } from '../../src/errors.ts'
import { embeddedRules } from '../../src/rules/embedded.ts'
import { memoryTree } from '../../src/source/memory.ts'

const NOTHING: Inputs = { paths: [], exclude: [] }
const OWN = `title: Names are short
stage: 2
practice: configuration-control
severity: low
why: |
  Long names are cut.
scope: resource
kinds: ['*']
message: the name is long
require: object.metadata.name.size() < params.longest
at: [metadata.name]
remedy: Shorten the name.
params:
  longest: { type: integer, default: 10, description: Characters. }
examples:
  fail:
    - |
      apiVersion: v1
      kind: Pod
      metadata:
        # finding
        name: much-too-long-a-name
  pass:
    - |
      apiVersion: v1
      kind: Pod
      metadata: { name: short }
`

function load(config: string | undefined, inputs: Partial<Inputs> = {}, files: Record<string, string> = {}): Promise<Settings> {
  const all = config === undefined ? files : { ...files, '.maturity-gate.yaml': config }
  return loadConfig(memoryTree(all), {}, { ...NOTHING, ...inputs })
}

async function mistakes(config: string, inputs: Partial<Inputs> = {}, files: Record<string, string> = {}): Promise<string[]> {
  const error = await load(config, inputs, files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserError)) throw error ?? new Error('nothing is wrong')
  return error.message.split('\n')
}

const [some = embeddedRules()[0]] = embeddedRules().filter(({ default: on }) => on)
const ID = some?.id ?? ''

describe('inputs over configuration', () => {
  test.each<[string, string | undefined, Partial<Inputs>, Partial<Settings>]>([
    ['nothing at all', undefined, {}, { requiredStage: null, threshold: 80, mode: 'enforce', kubernetesVersion: '1.36', only: false }],
    ['an empty file', '', {}, { requiredStage: null, threshold: 80 }],
    ['only comments', '# nothing yet\n', {}, { requiredStage: null }],
    ['the configuration', 'required-stage: 3\nthreshold: 70\nmode: report\n', {}, { requiredStage: 3, threshold: 70, mode: 'report' }],
    ['a stage by its id', 'required-stage: organisation-wide\n', {}, { requiredStage: 5 }],
    [
      'inputs win',
      'required-stage: 3\nthreshold: 70\nmode: report\n',
      { requiredStage: 4, threshold: 90, mode: 'enforce' },
      { requiredStage: 4, threshold: 90, mode: 'enforce' },
    ],
    ['also downwards', 'required-stage: 3\n', { requiredStage: 2 }, { requiredStage: 2 }],
    ['a Kubernetes version', 'kubernetes-version: "1.33"\n', {}, { kubernetesVersion: '1.33' }],
  ])('%s', async (_, config, inputs, expected) => {
    expect(await load(config, inputs)).toMatchObject(expected)
  })

  test('files are selected by both', async () => {
    const { selection } = await load('include: [deploy]\nexclude: [old, "!vendor"]\n', { paths: ['deploy/a'], exclude: ['b'] })
    expect(selection).toEqual({ paths: ['deploy/a'], include: ['deploy'], exclude: ['old', '!vendor', 'b'] })
  })
})

describe('targets', () => {
  const two =
    'required-stage: 2\nthreshold: 60\ntargets:\n  - { name: a, paths: [a] }\n  - { name: b, paths: [b], required-stage: 4, threshold: 90, owner: "@org/b" }\n'

  test.each<[string, string | undefined, Partial<Inputs>, [string, number | null, number][]]>([
    ['none: the repository', 'required-stage: 2\n', {}, [['repository', 2, 80]]],
    [
      'what they do not say comes from the whole',
      two,
      {},
      [
        ['a', 2, 60],
        ['b', 4, 90],
      ],
    ],
    [
      'an input is a floor',
      two,
      { requiredStage: 3, threshold: 70 },
      [
        ['a', 3, 70],
        ['b', 4, 90],
      ],
    ],
    [
      'and is not lowered',
      two,
      { requiredStage: 5, threshold: 95 },
      [
        ['a', 5, 95],
        ['b', 5, 95],
      ],
    ],
    [
      'under --only none has a stage',
      two,
      { only: [ID] },
      [
        ['a', null, 60],
        ['b', null, 90],
      ],
    ],
  ])('%s', async (_, config, inputs, expected) => {
    const { targets } = await load(config, inputs)
    expect(targets.map(({ name, requiredStage, threshold }) => [name, requiredStage, threshold])).toEqual(expected)
  })
})

describe('rules', () => {
  const of = async (config: string, inputs: Partial<Inputs> = {}) => (await load(config, inputs)).rules.find(({ rule }) => rule.id === ID)

  test('shipped rules are taken as they are', async () => {
    expect(await of('')).toMatchObject({ rule: { id: ID, severity: some?.severity }, off: false })
  })

  test('severity and stage move with a reason', async () => {
    expect(await of(`rules:\n  ${ID}: { severity: low, stage: expansion, reason: we are small }\n`)).toMatchObject({
      rule: { severity: 'low', stage: 4 },
    })
  })

  test('switched off by configuration or input, and taken back by --only', async () => {
    expect(await of(`rules: { ${ID}: { enabled: false } }\n`)).toMatchObject({ off: true })
    expect(await of('', { skip: [ID] })).toMatchObject({ off: true })
    expect(await of(`rules: { ${ID}: { enabled: false } }\n`, { only: [ID] })).toMatchObject({ off: false })
  })

  test('--only takes exactly the named rules, and no stage is required', async () => {
    const settings = await load('required-stage: 3\n', { only: [ID] })
    expect(settings).toMatchObject({ only: true, requiredStage: null, rules: [{ rule: { id: ID } }] })
    const alias = Object.entries(some?.aliases ?? {}).flatMap(([tool, ids]) => ids.map((id) => `${tool}:${id}`))[0]
    if (alias !== undefined) expect((await load('', { only: [alias] })).rules.map(({ rule }) => rule.id)).toContain(ID)
  })

  test('a name that no rule has is a mistake', async () => {
    expect(await mistakes('', { only: [`${ID}s`, 'zzzzzzzzzz'], skip: ['yyyyyyyyyyyy'] })).toEqual([
      `--only: no rule is called "${ID}s"; did you mean ${ID}?`,
      '--only: no rule is called "zzzzzzzzzz"',
      '--skip: no rule is called "yyyyyyyyyyyy"',
    ])
  })
})

describe('own rules', () => {
  test('go through the same door, with their parameters', async () => {
    const settings = await load(
      'custom-rules: [policy/*.yaml]\nrules: { short-names: { params: { longest: 5 } } }\n',
      {},
      { 'policy/short-names.yaml': OWN },
    )
    expect(settings.rules.find(({ rule }) => rule.id === 'short-names')).toMatchObject({ params: { longest: 5 }, off: false })
    expect(settings.texts.get('short-names')?.why).toContain('cut')
  })

  test.each<[string, string, Record<string, string>, RegExp]>([
    ['no such file', 'custom-rules: [none]\n', {}, /^\.maturity-gate\.yaml:1:16: custom-rules: no file matches none$/],
    [
      'a broken rule',
      'custom-rules: [a.yaml]\n',
      { 'a.yaml': OWN.replace('severity: low', 'severity: lo') },
      /^a\.yaml:4:1: severity: .*did you mean low\?$/,
    ],
    ['a shipped name', 'custom-rules: [own]\n', { [`own/${ID}.yaml`]: OWN }, /^own\/.*:1:1: a shipped rule is called .* already/],
    [
      'a rule to give way to that there is not',
      'custom-rules: [short-names.yaml]\n',
      { 'short-names.yaml': `${OWN}givesWayTo: [short-namez, ${ID}x]\n` },
      /^short-names\.yaml:1:1: givesWayTo: no rule is called "short-namez"; did you mean short-names\?$/,
    ],
    [
      'a bad parameter',
      'custom-rules: [short-names.yaml]\nrules: { short-names: { params: { longest: long } } }\n',
      { 'short-names.yaml': OWN },
      /^\.maturity-gate\.yaml:2:35: rules\.short-names: longest: not of type integer$/,
    ],
    [
      'no such parameter',
      'custom-rules: [short-names.yaml]\nrules: { short-names: { params: { longst: 4 } } }\n',
      { 'short-names.yaml': OWN },
      /short-names has no parameter "longst"; did you mean longest\?$/,
    ],
  ])('%s', async (_, config, files, expected) => {
    expect((await mistakes(config, {}, files)).find((line) => expected.test(line))).toBeDefined()
  })
})

test('all mistakes come at once, each at its place, and nothing is half applied', async () => {
  const config = `required-stage: 7
thresold: 3
threshold: 101
mode: enforced
rules:
  nobody-knows-it: { enabled: false }
  ${ID}: { severity: low, color: red }
targets:
  - { name: a }
kubernetes-version: 1.36
suggestions: []
`
  expect(await mistakes(config)).toEqual([
    '.maturity-gate.yaml:1:1: required-stage: not 7, one of 1, 2, 3, 4, 5, learning, sanctioned, production, expansion, organisation-wide',
    '.maturity-gate.yaml:2:1: unknown key thresold; did you mean threshold?',
    expect.stringMatching(/^\.maturity-gate\.yaml:3:1: threshold: .*100/),
    '.maturity-gate.yaml:4:1: mode: not "enforced", one of enforce, report; did you mean enforce?',
    '.maturity-gate.yaml:6:3: rules: no rule is called "nobody-knows-it"',
    `.maturity-gate.yaml:7:${ID.length + 7}: rules.${ID}.severity: to move a rule takes a reason; write reason: beside it`,
    `.maturity-gate.yaml:7:${ID.length + 22}: unknown key rules.${ID}.color`,
    '.maturity-gate.yaml:9:5: targets[0].paths: missing',
    expect.stringMatching(/^\.maturity-gate\.yaml:10:1: kubernetes-version: must be/),
    '.maturity-gate.yaml:11:1: unknown key suggestions',
  ])
})

test('a rule that cannot be read is not called unknown as well', async () => {
  const files = { 'own/short-names.yaml': OWN.replace('title:', 'titel:') }
  const found = await mistakes('custom-rules: [own]\nrules: { short-names: { enabled: false } }\n', {}, files)
  expect(found.filter((line) => line.includes('no rule is called'))).toEqual([])
  expect(found[0]).toMatch(/^own\/short-names\.yaml:1:1: /)
})

test.each<[string, RegExp]>([
  ['threshold: *x\n', /^\.maturity-gate\.yaml:1:1: an alias stands before its anchor, or has none$/],
  [
    Array.from(
      { length: 9 },
      (_, at) =>
        `a${at}: &a${at} [${Array(10)
          .fill(at === 0 ? 'x' : `*a${at - 1}`)
          .join(', ')}]\n`,
    ).join(''),
    /^\.maturity-gate\.yaml:1:1: its aliases stand for too much$/,
  ],
  ['a: [', /^\.maturity-gate\.yaml:\d+:\d+: /],
  ['- a\n', /^\.maturity-gate\.yaml:1:\d+: the file: must be a mapping of keys to values, and is a list$/],
  ['threshold: 1\nthreshold: 2\n', /^\.maturity-gate\.yaml:2:1: /],
  ['targets: [{ name: a, paths: [a] }, { name: a, paths: [b] }]\n', /^\.maturity-gate\.yaml:1:\d+: targets: the name "a" is given twice$/],
  ['targets: []\n', /^\.maturity-gate\.yaml:1:1: targets: /],
])('%j is refused', async (config, expected) => {
  expect((await mistakes(config))[0]).toMatch(expected)
})

test('a configuration under another name is not passed over', async () => {
  await expect(load(undefined, {}, { '.maturity-gate.yml': 'required-stage: 3\n' })).rejects.toThrow(
    'the configuration is called .maturity-gate.yaml',
  )
})

test('a named configuration that is not there is a mistake', async () => {
  await expect(loadConfig(memoryTree({}), { explicit: 'gate.yaml' }, NOTHING)).rejects.toThrow(
    'gate.yaml: there is no such configuration file',
  )
  await expect(loadConfig(memoryTree({}), { explicit: 'gate.yaml', cwd: '/nowhere' }, NOTHING)).rejects.toThrow(
    'gate.yaml: there is no such configuration file',
  )
})

test('the example of the guide is a configuration', async () => {
  const guide = readFileSync(new URL('../../docs/guides/configuration.md', import.meta.url), 'utf8')
  const [example = ''] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, text = '']) => text)
    .filter((text) => text.includes('required-stage'))
  const settings = await load(example, {}, { 'policy/short-names.yaml': OWN, 'services/shop/Dockerfile': 'FROM scratch\n' })
  expect(settings).toMatchObject({ requiredStage: 3, targets: [{ name: 'shop', requiredStage: 4, threshold: 90, owner: '@example/shop' }] })
  expect(settings.rules.find(({ rule }) => rule.id === 'liveness-probe-set')?.off).toBe(true)
  expect(settings.images.get('registry.example.com/jobs')).toEqual({ dockerfile: 'services/shop/Dockerfile', target: 'jobs' })
})
