import { expect, test } from 'vitest'
import { RuleNames } from '../../../src/config/names.ts'
import type { Settings } from '../../../src/config/settings.ts'
import { CHECK_PARTS } from '../../../src/engine/check-parts.ts'
import type { Report } from '../../../src/model/report.ts'
import type { Rule } from '../../../src/model/rule.ts'
import { embeddedRules } from '../../../src/rules/embedded.ts'
import { chosen, report } from '../judging.ts'

const tty = (id: string, aliases: Rule['aliases']) =>
  chosen({ id, scope: 'container', require: '!container.?tty.orValue(false)', at: ['tty'], message: 'has a terminal', aliases })
const ALL = ['kube-linter', 'kube-score', 'checkov', 'polaris', 'kubescape', 'hadolint', 'trivy', 'kics'] as const
const known = tty('known', {
  'kube-linter': ['a-tty'],
  'kube-score': ['a-tty'],
  checkov: ['CKV_K8S_1'],
  polaris: ['aTty'],
  kubescape: ['C-1'],
  trivy: ['KSV-0001'],
  kics: ['k8s/tty'],
})
const foreign = tty('foreign', { 'kube-linter': ['other'], checkov: ['CKV_K8S_2'], kics: ['k8s/other'] })
const unnamed = tty('unnamed', {})
const curl = (id: string, aliases: Rule['aliases']) =>
  chosen({ id, scope: 'command', require: 'command.name != "curl"', message: 'curl', aliases })
const RULES = [
  known,
  foreign,
  unnamed,
  curl('curl', { hadolint: ['DL1'], checkov: ['CKV_DOCKER_1'], trivy: ['DS-0001'], kics: ['dockerfile/curl'] }),
  curl('bare', {}),
]

function waived(files: Record<string, string>, honour: Settings['honour'] = ALL, over: Partial<Settings> = {}): string[] {
  return list(report(files, RULES, { honour, ...over }))
}

function list({ findings }: Report): string[] {
  return findings.flatMap((one) => (one.waived ? [`${one.line} ${one.rule} (${one.waived.by})`] : []))
}

function pod(annotations: string, comment = ''): string {
  return `${comment}apiVersion: v1
kind: Pod
metadata:
  name: web
  ${annotations || 'labels: {}'}
spec:
  containers:
    - name: web
      image: web
      tty: true
`
}

test.each<[string, string[]]>([
  ['annotations: { ignore-check.kube-linter.io/a-tty: x }', ['10 known (kube-linter annotation)']],
  ['annotations: { kube-linter.io/ignore-all: x }', ['10 foreign (kube-linter annotation)', '10 known (kube-linter annotation)']],
  ['annotations: { ignore-check.kube-linter.io/nobody: x }', []],
  ['annotations: { kube-score/ignore: "b,a-tty" }', ['10 known (kube-score annotation)']],
  ['annotations: { checkov.io/skip1: CKV_K8S_2=x }', ['10 foreign (checkov annotation)']],
  ['annotations: { polaris.fairwinds.com/aTty-exempt: "true" }', ['10 known (polaris annotation)']],
  ['annotations: { polaris.fairwinds.com/exempt: "true" }', ['10 known (polaris annotation)']],
  ['labels: { kubescape.io/ignore: "true" }', ['10 known (kubescape label)']],
])('%s waives what it names', (annotations, expected) => {
  expect(waived({ 'a.yaml': pod(annotations) })).toEqual(expected)
  expect(waived({ 'a.yaml': pod(annotations) }, [])).toEqual([])
})

test('it is debt without owner or end, with the reason that is given or the lack of one', () => {
  const files = { 'a.yaml': pod('annotations: { ignore-check.kube-linter.io/a-tty: legacy, kube-score/ignore: a-tty }') }
  const of = (honour: Settings['honour']) => report(files, RULES, { honour }).findings.find(({ waived }) => waived)?.waived
  expect(of(['kube-linter'])).toEqual({ by: 'kube-linter annotation', reason: 'legacy', owner: '', expires: null })
  expect(of(['kube-score'])?.reason).toBe('kube-score is told to ignore a-tty; no reason is given')
})

test('the pods of a template have marks of their own for those that look there', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata:
      annotations: { ignore-check.kube-linter.io/a-tty: x, checkov.io/skip1: CKV_K8S_1=x }
    spec:
      containers: [{ name: web, image: web, tty: true }]
`
  expect(waived({ 'a.yaml': text })).toEqual(['9 known (checkov annotation)'])
})

test.each<[string, string, string[]]>([
  ['trivy, above the container', pod('').replace('    - name', '    #trivy:ignore:KSV-0001\n    - name'), ['11 known (trivy comment)']],
  ['trivy, which has ended', pod('').replace('    - name', '    #trivy:ignore:KSV-0001:exp:2026-06-15\n    - name'), []],
  [
    'trivy, which ends tomorrow',
    pod('').replace('    - name', '    #trivy:ignore:KSV-0001:exp:2026-06-16\n    - name'),
    ['11 known (trivy comment)'],
  ],
  [
    'checkov, anywhere in the object',
    pod('').replace('      image', '      #checkov:skip=CKV_K8S_1:x\n      image'),
    ['11 known (checkov comment)'],
  ],
  ['checkov, in another object', `${pod('')}---\n#checkov:skip=CKV_K8S_1:x\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n`, []],
  [
    'kics, the next line',
    pod('').replace('      tty', '      # kics-scan ignore-line\n      tty'),
    ['11 foreign (kics comment)', '11 known (kics comment)'],
  ],
  ['kics, another line', pod('').replace('    - name', '    # kics-scan ignore-line\n    - name'), []],
  [
    'kics, the block',
    pod('').replace('spec:', '# kics-scan ignore-block\nspec:'),
    ['11 foreign (kics comment)', '11 known (kics comment)'],
  ],
  ['kics, another block', pod('').replace('metadata:', '# kics-scan ignore-block\nmetadata:'), []],
  ['kics, the file', pod('', '# kics-scan ignore\n'), ['11 foreign (kics comment)', '11 known (kics comment)']],
  ['kics, one query', pod('', '# a\n\n# kics-scan disable=k8s/tty\n'), ['13 known (kics comment)']],
  ['kics, all but one', pod('', '# kics-scan enable=k8s/tty\n'), ['11 foreign (kics comment)']],
  ['kics, too late', pod('').replace('spec:', '# kics-scan disable=k8s/tty\nspec:'), []],
])('comments: %s', (_, text, expected) => {
  expect(waived({ 'a.yaml': text })).toEqual(expected)
})

test.each<[string, string, string[]]>([
  ['hadolint, the next instruction', 'FROM a\n# hadolint ignore=DL1\nRUN curl a\nRUN curl b\n', ['3 curl (hadolint comment)']],
  [
    'hadolint, the file',
    'FROM a\nRUN curl a\n# hadolint global ignore=DL2,DL1\nRUN curl b\n',
    ['2 curl (hadolint comment)', '4 curl (hadolint comment)'],
  ],
  [
    'checkov, the file',
    'FROM a\n#checkov:skip=CKV_DOCKER_1:x\nRUN curl a\nRUN curl b\n',
    ['3 curl (checkov comment)', '4 curl (checkov comment)'],
  ],
  ['trivy, the next instruction', 'FROM a\n#trivy:ignore:AVD-DS-0001\nRUN a && \\\n  curl b\n', ['4 curl (trivy comment)']],
  ['kics, the instruction', 'FROM a\n# kics-scan ignore-block\nRUN a && \\\n  curl b\nRUN curl c\n', ['4 curl (kics comment)']],
])('comments of a Dockerfile: %s', (_, text, expected) => {
  expect(waived({ Dockerfile: text })).toEqual(expected)
})

test.each<[string, Record<string, string>, string[]]>([
  ['.hadolint.yaml', { '.hadolint.yaml': 'ignored: [DL1]\n' }, ['2 curl (.hadolint.yaml)']],
  ['.trivyignore', { '.trivyignore': '# why\nAVD-DS-0001\nKSV001 exp:2026-12-31\n' }, ['2 curl (.trivyignore)', '10 known (.trivyignore)']],
  ['.trivyignore that has ended', { '.trivyignore': 'KSV001 exp:2026-06-01\nDS-0001 exp:never\n' }, []],
  [
    '.trivyignore.yaml',
    {
      '.trivyignore.yaml':
        'misconfigurations:\n  - { id: KSV-0001, paths: ["k8s/*"] }\n  - { id: DS-0001, paths: [Dockerfile], expired_at: 2026-12-31, statement: why }\n',
    },
    ['2 curl (.trivyignore.yaml)'],
  ],
])('%s', (_, files, expected) => {
  expect(waived({ ...files, Dockerfile: 'FROM a\nRUN curl a\n', 'a.yaml': pod('') })).toEqual(expected)
})

test('locks hold for them too, and nothing is said where they do nothing', () => {
  const files = { 'a.yaml': pod('annotations: { ignore-check.kube-linter.io/a-tty: x }'), '.trivyignore': 'DS-0001\nKSV-0001\n' }
  expect(waived(files, ALL, { locks: { unwaivable: [], inlineWaivers: false } })).toEqual(['10 known (.trivyignore)'])
  const found = report(files, RULES, { honour: ALL, locks: { unwaivable: ['known'], inlineWaivers: true } })
  expect([list(found), found.problems]).toEqual([[], []])
})

test('a check that several rules are here covers all of them, and no others', () => {
  const whole = tty('cpu-and-memory-resources-bundle', { 'kube-score': ['container-resources'] })
  const rules = [whole, tty('cpu-limit-set', { checkov: ['CKV_K8S_11'] }), tty('readiness-probe-set', {}), known]
  const of = (annotation: string) => list(report({ 'a.yaml': pod(`annotations: { ${annotation} }`) }, rules, { honour: ALL }))
  const parts = ['10 cpu-and-memory-resources-bundle (kube-score annotation)', '10 cpu-limit-set (kube-score annotation)']
  expect(of('kube-score/ignore: container-resources')).toEqual(parts)
  expect(of('kube-score/ignore: pod-probes')).toEqual(['10 readiness-probe-set (kube-score annotation)'])
  expect(of('kube-score/skip: "true"')).toHaveLength(4)
  expect(of('kube-score/enable: container-resources')).toEqual([])
})

test('parts of checks are rules, and the checks names of rules', () => {
  const names = new RuleNames(embeddedRules())
  const missing = Object.entries(CHECK_PARTS).flatMap(([check, parts]) => [check, ...parts].filter((name) => names.find(name).length === 0))
  expect(missing).toEqual([])
})
