import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { toReference } from '../../src/config/reference.ts'
import type { Inputs, Settings } from '../../src/config/settings.ts'
import { UserError } from '../../src/errors.ts'
import { gate } from '../../src/gate.ts'
import { Day } from '../../src/model/day.ts'
import type { FetchFile } from '../../src/model/remote.ts'
import { memoryTree } from '../../src/source/memory.ts'

const A = 'a'.repeat(40)
const OWN = '.maturity-gate.yaml'
const POLICY = `acme/platform/gate/base.yaml@${A}`

type Files = Readonly<Record<string, string>>

// What is named with a commit is fetched, all else lies in the repository.
function load(files: Files, inputs: Partial<Inputs> = {}): Promise<Settings> {
  const fetch: FetchFile = async ({ owner, repo, path, commit }) => {
    const text = files[`${owner}/${repo}/${path}@${commit}`]
    if (text === undefined) throw new Error('GitHub answered 404')
    return text
  }
  const here = Object.fromEntries(Object.entries(files).filter(([name]) => !name.includes('@')))
  return loadConfig(memoryTree(here), { fetch }, { paths: [], exclude: [], ...inputs })
}

async function mistakes(files: Files, inputs: Partial<Inputs> = {}): Promise<string[]> {
  const thrown: unknown = await load(files, inputs).catch((error: unknown) => error)
  if (!(thrown instanceof UserError)) throw thrown instanceof Error ? thrown : new Error('nothing is wrong')
  return thrown.message.split('\n')
}

const off = ({ rules }: Settings) => rules.filter((one) => one.off).map(({ rule }) => rule.id)

describe('what an entry names', () => {
  test.each<[string, unknown]>([
    ['policy/base.yaml', { path: 'policy/base.yaml' }],
    ['./policy//base.yaml', { path: 'policy/base.yaml' }],
    ['./a/b/c@v1', { path: 'a/b/c@v1' }],
    ['a/b@v1', { path: 'a/b@v1' }],
    [POLICY, { remote: { owner: 'acme', repo: 'platform', path: 'gate/base.yaml', commit: A } }],
    ['../base.yaml', { wrong: expect.stringContaining('stays in it') }],
    ['/etc/passwd', { wrong: expect.stringContaining('stays in it') }],
    ['.', { wrong: expect.stringContaining('stays in it') }],
    ['acme/platform/gate.yaml@v1', { wrong: expect.stringContaining('write the full commit') }],
    ['acme/platform/gate.yaml@main', { wrong: expect.stringContaining('write the full commit') }],
    ['acme/platform/gate.yaml@feature/x', { wrong: expect.stringContaining('write the full commit') }],
    [`acme/platform/gate.yaml@${A.slice(1)}`, { wrong: expect.stringContaining('write the full commit') }],
    ['acme/platform/gate.yaml@', { wrong: expect.stringContaining('write the full commit') }],
    [`acme/platform/../../x@${A}`, { wrong: expect.stringContaining('stays in it') }],
  ])('%s', (written, expected) => {
    expect(toReference(written)).toEqual(expected)
  })
})

describe('who wins', () => {
  test('the file itself over what it extends, the later over the earlier', async () => {
    const settings = await load({
      [OWN]: 'extends: [one.yaml, two.yaml]\nthreshold: 70\n',
      'one.yaml': 'required-stage: 2\nthreshold: 60\nkubernetes-version: "1.33"\n',
      'two.yaml': 'required-stage: 4\nmode: report\n',
    })
    expect(settings).toMatchObject({ requiredStage: 4, threshold: 70, mode: 'report', kubernetesVersion: '1.33' })
  })

  test('lists of globs to leave out add up; include and targets are written as a whole', async () => {
    const settings = await load({
      [OWN]: 'extends: one.yaml\nexclude: [b]\ninclude: [y]\ntargets: [{ name: new, paths: [new] }]\n',
      'one.yaml': 'exclude: [a]\ninclude: [x]\ntargets: [{ name: old, paths: [old] }]\n',
    })
    expect(settings.selection).toMatchObject({ exclude: ['a', 'b'], include: ['y'] })
    expect(settings.targets.map(({ name }) => name)).toEqual(['new'])
  })

  test('rules and images are merged entry by entry, parameters one by one', async () => {
    const settings = await load({
      [OWN]:
        'extends: one.yaml\nrules: { image-from-allowed-registry: { params: { allowed: [b.example] } } }\nimages: { b: two/Dockerfile }\n',
      'one.yaml':
        'rules: { image-from-allowed-registry: { severity: low, reason: r }, liveness-probe-set: { enabled: false } }\nimages: { a: one/Dockerfile, b: { dockerfile: one/Dockerfile, target: x } }\n',
      'one/Dockerfile': 'FROM scratch\n',
      'two/Dockerfile': 'FROM scratch\n',
    })
    expect(off(settings)).toEqual(['liveness-probe-set'])
    expect(settings.rules.find(({ rule }) => rule.id === 'image-from-allowed-registry')).toMatchObject({
      rule: { severity: 'low' },
      params: { allowed: ['b.example'] },
    })
    expect([...settings.images]).toEqual([
      ['a', { dockerfile: 'one/Dockerfile' }],
      ['b', { dockerfile: 'two/Dockerfile' }],
    ])
  })

  test('a path in a fetched file is one of the same repository at the same commit', async () => {
    const settings = await load({
      [OWN]: `extends: ${POLICY}\n`,
      [POLICY]: 'extends: gate/more.yaml\n',
      [`acme/platform/gate/more.yaml@${A}`]: 'required-stage: 5\n',
    })
    expect(settings.requiredStage).toBe(5)
  })

  test('what two of them extend is read once', async () => {
    const both = { 'a.yaml': 'extends: c.yaml\n', 'b.yaml': 'extends: c.yaml\n', 'c.yaml': 'exclude: [x]\n' }
    expect((await load({ [OWN]: 'extends: [a.yaml, b.yaml]\n', ...both })).selection.exclude).toEqual(['x'])
  })
})

describe('mistakes', () => {
  test('of every file come at once, each with its file, line and column', async () => {
    const found = await mistakes({
      [OWN]: `required-stage: 9\nextends:\n  - none.yaml\n  - ${POLICY}\n  - one.yaml\n  - acme/platform/x.yaml@v1\n`,
      'one.yaml': '\nthresold: 3\n',
      [POLICY]: 'mode: enforced\ncustom-rules: [policy/*.yaml]\n',
    })
    expect(found).toEqual([
      expect.stringMatching(/^\.maturity-gate\.yaml:1:1: required-stage: not 9/),
      '.maturity-gate.yaml:3:5: extends: none.yaml: there is no such file',
      expect.stringMatching(/^\.maturity-gate\.yaml:6:5: extends: acme\/platform\/x\.yaml@v1: .*write the full commit/),
      `${POLICY}:1:1: mode: not "enforced", one of enforce, report; did you mean enforce?`,
      `${POLICY}:2:16: custom-rules: files of rules cannot come from another repository`,
      'one.yaml:2:1: unknown key thresold; did you mean threshold?',
    ])
  })

  test.each<[string, Files, RegExp]>([
    ['itself', { [OWN]: `extends: ${OWN}\n` }, /:1:1: extends: .*extends itself: \.maturity-gate\.yaml → \.maturity-gate\.yaml$/],
    [
      'a cycle',
      { [OWN]: 'extends: a.yaml\n', 'a.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: a.yaml\n' },
      /^b\.yaml:1:1: .*a\.yaml → b\.yaml → a\.yaml$/,
    ],
    ['what cannot be fetched', { [OWN]: `extends: ${POLICY}\n` }, /cannot be fetched: GitHub answered 404$/],
    ['no YAML', { [OWN]: 'extends: a.yaml\n', 'a.yaml': 'a: [\n' }, /^a\.yaml:\d+:\d+: /],
    ['a number', { [OWN]: 'extends: 3\n' }, /^\.maturity-gate\.yaml:1:1: extends: must be text or a list, and is 3$/],
  ])('%s', async (_, files, expected) => {
    expect((await mistakes(files))[0]).toMatch(expected)
  })

  test('depth and number are bounded', async () => {
    const chain = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.yaml`, `extends: ${at + 1}.yaml\n`]))
    expect(await mistakes({ [OWN]: 'extends: 0.yaml\n', ...chain })).toEqual([
      expect.stringContaining('more than 5 files extend one another'),
    ])
    const many = Array.from({ length: 30 }, (_, at) => `${at}.yaml`)
    const files = Object.fromEntries(many.map((name) => [name, '']))
    expect((await mistakes({ [OWN]: `extends: [${many.join(', ')}]\n`, ...files }))[0]).toContain('has 20 files at most')
  })

  test('without a token nothing is fetched, and that is said', async () => {
    const thrown: unknown = await loadConfig(memoryTree({ [OWN]: `extends: ${POLICY}\n` }), {}, { paths: [], exclude: [] }).catch(
      (error) => error,
    )
    expect(String(thrown)).toContain('cannot be fetched without a token: set GITHUB_TOKEN, or the input token')
  })

  test('images', async () => {
    const images =
      'images:\n  web: web/Dockerfile\n  registry.example:5000/api: { dockerfile: none }\n  web:1.0: web/Dockerfile\n  x: { target: y }\n'
    expect(await mistakes({ [OWN]: images, 'web/Dockerfile': 'FROM scratch\n' })).toEqual([
      expect.stringMatching(/:5:3: images\.x\.dockerfile: missing$/),
    ])
    expect(await mistakes({ [OWN]: images.replace(/ {2}x:.*\n/, ''), 'web/Dockerfile': 'FROM scratch\n' })).toEqual([
      '.maturity-gate.yaml:3:3: images.registry.example:5000/api: there is no file none',
      '.maturity-gate.yaml:4:3: images.web:1.0: the name of an image, without tag and digest',
    ])
  })
})

describe('locks', () => {
  const locked = (locks: string, own: string, inputs: Partial<Inputs> = {}) =>
    mistakes({ [OWN]: `extends: ${POLICY}\n${own}`, [POLICY]: `locks: ${locks}\n` }, inputs)
  const held = (locks: string, own = '', inputs: Partial<Inputs> = {}) =>
    load({ [OWN]: `extends: ${POLICY}\n${own}`, [POLICY]: `locks: ${locks}\n` }, inputs)

  test.each<[string, string, string]>([
    ['{ required-stage: 3 }', 'required-stage: 2\n', `2:1: required-stage: not below 3: ${POLICY} locks it`],
    ['{ threshold: 90 }', 'threshold: 80\n', `2:1: threshold: not below 90: ${POLICY} locks it`],
    [
      '{ required-stage: production }',
      'targets: [{ name: a, paths: [a], required-stage: 1 }]\n',
      `2:34: required-stage: not below 3: ${POLICY} locks it`,
    ],
    [
      '{ rules: [liveness-probe-set] }',
      'rules: { liveness-probe-set: { enabled: false } }\n',
      `2:10: rules.liveness-probe-set may not be switched off, moved or given other parameters: ${POLICY} locks it`,
    ],
    [
      '{ rules: [liveness-probe-set] }',
      'rules: { kube-linter:no-liveness-probe: { severity: low, reason: r } }\n',
      `2:10: rules.kube-linter:no-liveness-probe may not be switched off, moved or given other parameters: ${POLICY} locks it`,
    ],
    ['{ keys: [exclude] }', 'exclude: [a]\n', `2:1: exclude may not be set here: ${POLICY} locks it`],
  ])('%s against %s', async (locks, own, expected) => {
    expect(await locked(locks, own)).toEqual([`${OWN}:${expected}`])
  })

  test('what keeps to them is taken', async () => {
    const settings = await held(
      '{ required-stage: 3, threshold: 70, rules: [liveness-probe-set] }',
      'required-stage: 4\nrules: { liveness-probe-set: { enabled: true } }\n',
    )
    expect(settings).toMatchObject({ requiredStage: 4, threshold: 80, notices: [] })
  })

  test('they hold where nobody says anything', async () => {
    expect(await held('{ required-stage: 3, threshold: 90 }')).toMatchObject({
      requiredStage: 3,
      threshold: 90,
      targets: [{ requiredStage: 3, threshold: 90 }],
    })
  })

  test('against inputs too, which is said', async () => {
    const settings = await held('{ required-stage: 3, threshold: 90 }', '', { requiredStage: 1, threshold: 10 })
    expect(settings).toMatchObject({ requiredStage: 3, threshold: 90 })
    expect(settings.notices).toEqual([
      `Stage 3 is required, and not 1: ${POLICY} locks it.`,
      `The threshold is 90, and not 10: ${POLICY} locks it.`,
    ])
    expect(await locked('{ rules: [liveness-probe-set] }', '', { skip: ['liveness-probe-set'] })).toEqual([
      `--skip: liveness-probe-set may not be switched off: ${POLICY} locks it`,
    ])
    expect((await held('{ required-stage: 3 }', '', { only: ['liveness-probe-set'] })).requiredStage).toBeNull()
  })

  test('what may not be waived', async () => {
    const settings = await held('{ unwaivable: [kube-linter:no-liveness-probe], inline-waivers: false }')
    expect(settings.locks).toEqual({ unwaivable: ['liveness-probe-set'], inlineWaivers: false })
    expect((await load({ [OWN]: '' })).locks).toEqual({ unwaivable: [], inlineWaivers: true })
  })

  test('a configuration that the repository can edit locks nothing, and is told so', async () => {
    const settings = await load({
      [OWN]: 'extends: one.yaml\nrequired-stage: 2\n',
      'one.yaml': 'locks: { required-stage: 3, unwaivable: [liveness-probe-set] }\n',
    })
    expect(settings).toMatchObject({
      requiredStage: 2,
      locks: { unwaivable: [] },
      notices: [expect.stringMatching(/^The locks in one\.yaml hold nothing here/)],
    })
  })

  test('of one that another pinned one extends hold for that too, but not for what it extends itself', async () => {
    const files = { [OWN]: `extends: ${POLICY}\n`, [POLICY]: `extends: gate/more.yaml\nthreshold: 70\nlocks: { required-stage: 3 }\n` }
    const more = `acme/platform/gate/more.yaml@${A}`
    expect((await load({ ...files, [more]: 'required-stage: 2\n' })).requiredStage).toBe(3)
    expect(await mistakes({ ...files, [more]: 'locks: { threshold: 80 }\n' })).toEqual([
      `${POLICY}:2:1: threshold: not below 80: ${more} locks it`,
    ])
  })

  test('names that nothing has', async () => {
    expect(await locked('{ rules: [livenes-probe-set], unwaivable: [zzzzzzzz], keys: [exclud] }', '')).toEqual([
      `${POLICY}:1:18: locks.rules: no rule is called "livenes-probe-set"; did you mean liveness-probe-set?`,
      `${POLICY}:1:51: locks.unwaivable: no rule is called "zzzzzzzz"`,
      `${POLICY}:1:69: locks.keys: no key is called "exclud"; did you mean exclude?`,
    ])
  })
})

describe('debt', () => {
  const waiver = (reason: string) =>
    `waivers:\n  - { rule: no-privileged-containers, reason: ${reason}, owner: '@a', expires: 2026-12-31 }\n`
  const attestation = (owner: string) =>
    `attestations:\n  - { control: access-review-attested, statement: Reviewed., owner: '${owner}', link: 'https://example.com', expires: 2026-12-01 }\n`

  test('adds up, each at its own line; what is fetched has none here, and the file itself speaks last', async () => {
    const settings = await load({
      [OWN]: `extends: [here.yaml, ${POLICY}]\nwaiver-max-days: 30\n${waiver('own')}${attestation('@own')}`,
      'here.yaml': `${waiver('here')}honour: [hadolint]\n`,
      [POLICY]: `${waiver('policy')}${attestation('@policy')}honour: [kics]\nwaiver-max-days: 60\nattestation-max-days: 90\n`,
    })
    expect(settings.waivers.map(({ reason, place }) => [reason, place.file, place.line])).toEqual([
      ['here', 'here.yaml', 2],
      ['policy', '.', 1],
      ['own', OWN, 4],
    ])
    expect(settings.attestations.map(({ owner }) => owner)).toEqual(['@policy', '@own'])
    expect(settings.terms).toEqual({ attestationDays: 90, waiverDays: 30, openEnded: false })
    expect(settings.honour).toEqual(['hadolint', 'kics'])
  })

  test('is not taken where what is extended at a commit locks it', async () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    # maturity-gate: allow no-privileged-containers -- a sensor until 2026-12-31 owner @a
    - { name: web, image: web, securityContext: { privileged: true } }
`
    const judged = async (locks: string) => {
      const files = { [OWN]: `extends: ${POLICY}\n`, [POLICY]: locks, 'a.yaml': pod }
      const settings = await load(files, { only: ['no-privileged-containers'], day: new Day(() => '2026-06-15') })
      const { findings, problems } = gate(memoryTree(files), settings)
      return [findings.map(({ waived }) => waived !== undefined), problems.map(({ message }) => message)]
    }
    expect(await judged('threshold: 80\n')).toEqual([[true], []])
    expect(await judged('locks: { inline-waivers: false }\n')).toEqual([
      [false],
      ['this waiver does not hold: waivers in the files are locked'],
    ])
    expect(await judged('locks: { unwaivable: [no-privileged-containers] }\n')).toEqual([
      [false],
      ['this waiver does not hold: no-privileged-containers may not be waived'],
    ])
  })

  test('unwaivable holds against what the model itself waives', async () => {
    const agent = `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: falco, namespace: watch }
spec: { template: { spec: { containers: [{ name: falco, image: falcosecurity/falco:0.40.0, securityContext: { privileged: true } }] } } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: 'system:mine' }
rules: [{ apiGroups: [''], resources: [pods/exec], verbs: [create] }]
`
    const rules = ['no-privileged-containers', 'role-does-not-grant-pod-exec']
    const judged = async (locks: string) => {
      const files = { [OWN]: `extends: ${POLICY}\n`, [POLICY]: locks, 'a.yaml': agent }
      const { findings } = gate(memoryTree(files), await load(files, { only: rules }))
      return Object.fromEntries(findings.map(({ rule, waived }) => [rule, waived?.by]))
    }
    expect(await judged('threshold: 80\n')).toEqual({ [rules[0] ?? '']: 'node agent', [rules[1] ?? '']: 'role of the cluster' })
    expect(await judged(`locks: { unwaivable: [${rules}] }\n`)).toEqual({ [rules[0] ?? '']: undefined, [rules[1] ?? '']: undefined })
  })
})
