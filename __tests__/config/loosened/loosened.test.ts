import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loosened, type Side } from '../../../src/config/loosened/loosened.ts'
import { RuleNames } from '../../../src/config/names.ts'
import { sideOf } from '../../../src/config/sides.ts'
import { embeddedRules } from '../../../src/rules/embedded.ts'

const NAMES = new RuleNames(embeddedRules())
const side = (text: string, over: Partial<Side> = {}): Side => ({ config: parse(text) ?? {}, extended: [], baseline: [], ...over })
const compare = (before: string, after: string) => loosened(side(before), side(after), NAMES)

test.each<[string, string, string, string[]]>([
  ['nothing changed', 'required-stage: 3', 'required-stage: 3', []],
  ['a lower stage', 'required-stage: 3', 'required-stage: 2', ['required-stage is 2; it was 3']],
  ['a stage by its id', 'required-stage: production', 'required-stage: sanctioned', ['required-stage is 2; it was 3']],
  ['a higher stage', 'required-stage: 3', 'required-stage: 4', []],
  ['no stage any more', 'required-stage: 3', '', ['required-stage is gone; it was 3']],
  ['a first stage', '', 'required-stage: 1', []],
  ['a lower threshold', 'threshold: 90', 'threshold: 85', ['threshold is 85; it was 90']],
  ['a threshold below the usual one', '', 'threshold: 79.9', ['threshold is 79.9; it was 80']],
  ['back to the usual one', 'threshold: 90', '', ['threshold is 80; it was 90']],
  ['a higher threshold', 'threshold: 80', 'threshold: 81', []],
  ['report', 'mode: enforce', 'mode: report', ['mode is report: the job fails for no gap']],
  ['enforce', 'mode: report', '', []],
  ['more left out', 'exclude: [a]', 'exclude: [b, a, c]', ['exclude leaves out b', 'exclude leaves out c']],
  ['less left out', 'exclude: [a, b]', 'exclude: [b, "!vendor"]', []],
  ['a default no longer taken back', 'exclude: ["!vendor"]', '', ['exclude does not take vendor back any more']],
  ['a first include', '', 'include: [a, b]', ['include narrows what is judged to a, b']],
  ['fewer includes', 'include: [a, b]', 'include: [a]', ['include does not name b any more']],
  ['an include that leaves out', 'include: [a]', 'include: [a, "!a/b"]', ['include leaves out a/b']],
  ['no include any more', 'include: [a]', '', []],
  ['an older Kubernetes', "kubernetes-version: '1.36'", "kubernetes-version: '1.9'", ['kubernetes-version is 1.9; it was 1.36']],
  ['an older Kubernetes than the usual one', '', "kubernetes-version: '1.21'", ['kubernetes-version is 1.21; it was 1.36']],
  ['a newer Kubernetes', "kubernetes-version: '1.9'", "kubernetes-version: '1.36'", []],
  ['the usual Kubernetes again', "kubernetes-version: '1.30'", '', []],
  [
    'images from elsewhere',
    'images: { a: Dockerfile, b: Dockerfile, c: Dockerfile }',
    'images: { a: Dockerfile, b: other/Dockerfile, d: Dockerfile }',
    ['what images says of b is new or changed', 'what images says of d is new or changed'],
  ],
  ['a rule off', '', 'rules: { liveness-probe-set: { enabled: false } }', ['liveness-probe-set is switched off']],
  [
    'a rule off by another name',
    '',
    'rules: { "kube-linter:no-liveness-probe": { enabled: false } }',
    ['liveness-probe-set is switched off'],
  ],
  [
    'a rule off in both',
    'rules: { liveness-probe-set: { enabled: false } }',
    'rules: { "kube-linter:no-liveness-probe": { enabled: false } }',
    [],
  ],
  ['a rule on again', 'rules: { liveness-probe-set: { enabled: false } }', '', []],
  [
    'a rule that is off by default',
    'rules: { add-for-archive-extraction: { enabled: true } }',
    '',
    ['add-for-archive-extraction is switched off'],
  ],
  ['a rule of the repository off', '', 'rules: { own: { enabled: false } }', ['own is switched off']],
  [
    'a lower severity',
    '',
    'rules: { no-privileged-containers: { severity: low, reason: r } }',
    ['no-privileged-containers has the severity low; it was critical'],
  ],
  [
    'a higher stage',
    '',
    'rules: { no-privileged-containers: { stage: 5, reason: r } }',
    ['no-privileged-containers belongs to stage 5; it was 3'],
  ],
  [
    'a move taken back that had raised it',
    'rules: { liveness-probe-set: { severity: critical, stage: 1, reason: r } }',
    '',
    [
      expect.stringMatching(/^liveness-probe-set has the severity \w+; it was critical$/),
      'liveness-probe-set belongs to stage 3; it was 1',
    ],
  ],
  ['moves that tighten', '', 'rules: { liveness-probe-set: { severity: critical, stage: 1, reason: r } }', []],
  [
    'other parameters',
    'rules: { image-from-allowed-registry: { params: { allowed: [a] } } }',
    'rules: { image-from-allowed-registry: { params: { allowed: [a, b] } } }',
    ['image-from-allowed-registry has other parameters: allowed'],
  ],
  ['rules of its own gone', 'custom-rules: [a/*.yaml]', '', ['custom-rules does not name a/*.yaml any more']],
  [
    'a target gone',
    'targets: [{ name: a, paths: [a] }, { name: b, paths: [b] }]',
    'targets: [{ name: b, paths: [b] }]',
    ['the target a is gone'],
  ],
  ['all targets gone', 'targets: [{ name: a, paths: [a] }]', '', []],
  ['first targets', '', 'targets: [{ name: a, paths: [a] }]', ['what lies in none of the new targets counts for none']],
  [
    'a target with less to reach than the whole',
    'required-stage: 3',
    'required-stage: 3\ntargets: [{ name: a, paths: [.], required-stage: 2, threshold: 70 }]',
    [
      'what lies in none of the new targets counts for none',
      'target a requires stage 2; it was 3',
      'target a has the threshold 70; it was 80',
    ],
  ],
  [
    'less in a target',
    'targets: [{ name: a, paths: [a, b], required-stage: 3 }]',
    'targets: [{ name: a, paths: [b, "!b/c"] }]',
    ['target a requires no stage; it was 3', 'target a, paths, does not name a any more', 'target a, paths, leaves out b/c'],
  ],
  [
    'a waiver',
    'waivers: [{ rule: a, reason: r }]',
    'waivers: [{ rule: a, reason: r }, { control: b, paths: [k8s], containers: [web], reason: r }]',
    ['a waiver of b is new or changed: k8s, web'],
  ],
  [
    'a waiver that lasts longer',
    'waivers: [{ rule: a, expires: x }]',
    'waivers: [{ rule: a, expires: y }]',
    ['a waiver of a is new or changed'],
  ],
  ['a waiver gone', 'waivers: [{ rule: a }]', '', []],
  ['an attestation', '', 'attestations: [{ control: c, statement: s }]', ['an attestation of c is new or changed']],
  [
    'longer debt',
    '',
    'waiver-max-days: 700\nwaiver-expiry: optional',
    ['waiver-max-days is 700; it was 366', 'waivers need no end any more'],
  ],
  ['suppressions', '', 'honour: [checkov]', ['the suppressions of checkov count as waivers']],
])('%s', (_, before, after, expected) => {
  expect(compare(before, after)).toEqual(expected)
})

test('what is extended', () => {
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)]
  const of = (...extended: string[]) => side('', { extended })
  const said = (before: Side, after: Side) => loosened(before, after, NAMES)
  expect(said(of('x.yaml', `o/r/p.yaml@${a}`), of('./x.yaml', `o/r/p.yaml@${a}`))).toEqual([])
  expect(said(of(`o/r/p.yaml@${a}`), of(`o/r/p.yaml@${b}`))).toEqual([`it extends o/r/p.yaml at another commit, ${b} instead of ${a}`])
  expect(said(of('x.yaml'), of())).toEqual(['it does not extend x.yaml any more'])
  expect(said(of(), of('x.yaml'))).toEqual([])
})

test('entries of the baseline', () => {
  const of = (...fingerprints: string[]) =>
    side('', { baseline: fingerprints.map((fingerprint) => ({ rule: 'r', file: 'f', resource: '', container: '', fingerprint })) })
  expect(loosened(of('a'), of('a', 'b', 'c'), NAMES)).toEqual(['the baseline takes in 2 more findings'])
  expect(loosened(of('a', 'b'), of('a'), NAMES)).toEqual([])
})

test('a configuration is compared with all that it extends, and not at all where it has mistakes', async () => {
  const files = (texts: Record<string, string>) => ({ read: (path: string) => texts[path] ?? '' })
  const of = (text: string, texts: Record<string, string> = {}) => sideOf({ file: '.maturity-gate.yaml', text }, files(texts))
  const [before, after] = [await of('required-stage: 3\n'), await of('extends: x.yaml\n', { 'x.yaml': 'required-stage: 2\n' })]
  expect(before && after && loosened(before, after, NAMES)).toEqual(['required-stage is 2; it was 3'])
  expect(await of('requird-stage: 3\n')).toBeUndefined()
  expect(await sideOf(undefined, files({}))).toEqual(side(''))
})
