import { expect, test } from 'vitest'
import { chart, collected, names, reading, related } from '../collected.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec: { containers: [{ name: a, image: a }] }
`
const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p }
spec: { podSelector: {} }
`
const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: p }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
`

const under = (condition: string, text: string) => `{{- if ${condition} }}\n${text}{{- end }}\n`
const found = (template: string, values = '', more: Record<string, string> = {}) => {
  const [pod] = collected({ ...chart(template), 'chart/values.yaml': values, ...more }, 'pod')
  return [names(pod, 'networkPolicies'), names(pod, 'podDisruptionBudgets')]
}

test.each([
  ['on', 'policy: { enabled: true }', ['p'], ['p']],
  ['off', 'policy: { enabled: false }', 'unknown', 'unknown'],
  ['not spoken of', '{}', 'unknown', 'unknown'],
])('an object whose switch is %s by default', (_, values, policies, budgets) => {
  const template = [POD, under('.Values.policy.enabled', POLICY), under('.Values.policy.enabled', BUDGET)].join('---\n')
  expect(found(template, values)).toEqual([policies, budgets])
})

test('one that is there beside one that may be is enough', () => {
  const second = POLICY.replace('name: p', 'name: sure')
  const [policies] = found([POD, under('.Values.policy', POLICY), second].join('---\n'))
  expect(policies).toBe('unknown')
  const [pod] = collected(chart([POD, under('.Values.policy', POLICY), second].join('---\n')), 'pod')
  expect(reading(() => (related(pod).networkPolicies as unknown[]).length > 0)).toBe(true)
  expect(reading(() => (related(pod).policed as { ingress: boolean }).ingress)).toBe(true)
})

test('what stands under the conditions of its pod is there where that is', () => {
  const both = (condition: string) => [under(condition, POD), under(condition, POLICY)].join('---\n')
  expect(found(both('.Values.web.enabled'), 'web: { enabled: false }')[0]).toEqual(['p'])
  expect(found([under('.Values.web.enabled', POD), under('.Values.db.enabled', POLICY)].join('---\n'), '{}')[0]).toBe('unknown')
})

test('an else is the other of its if, and of else if nobody knows', () => {
  const template = (word: string) => `${POD}---\n{{- if .Values.cilium }}\n# none\n{{- ${word} }}\n${POLICY}{{- end }}\n`
  expect(found(template('else'), 'cilium: false')[0]).toEqual(['p'])
  expect(found(template('else'), 'cilium: true')[0]).toBe('unknown')
  expect(found(template('else if .Values.other'), 'cilium: false')[0]).toBe('unknown')
})

test('what a chart holds is given values by it', () => {
  const [pod] = collected(
    {
      'Chart.yaml': 'apiVersion: v2\nname: all\nversion: 1.0.0\n',
      'values.yaml': 'web: { policy: { enabled: true } }\n',
      'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'charts/web/values.yaml': 'policy: { enabled: false, other: 1 }\n',
      'charts/web/templates/all.yaml': [POD, under('and .Values.policy.enabled .Values.policy.other', POLICY)].join('---\n'),
    },
    'pod',
  )
  expect(names(pod, 'networkPolicies')).toEqual(['p'])
})

test.each([
  [6, ['p']],
  [24, 'unknown'],
])('values whose aliases make much of little, %i deep, are read within bounds', (depth, expected) => {
  const levels = Array.from({ length: depth }, (_, at) => `l${at + 1}: &l${at + 1} { a: *l${at}, b: *l${at} }`)
  const bomb = ['l0: &l0 { a: 1 }', ...levels].join('\n')
  const [pod] = collected(
    {
      'Chart.yaml': 'name: all\n',
      'values.yaml': `web:\n${bomb.replace(/^/gm, '  ')}\n  allowed: true\n`,
      'charts/web/Chart.yaml': 'name: web\n',
      'charts/web/values.yaml': bomb,
      'charts/web/templates/all.yaml': [POD, under('.Values.allowed', POLICY)].join('---\n'),
    },
    'pod',
  )
  expect(names(pod, 'networkPolicies')).toEqual(expected)
})

test('values that do not parse, or are not there, say nothing', () => {
  const template = [POD, under('not .Values.off', POLICY)].join('---\n')
  expect(found(template, 'a: [')[0]).toBe('unknown')
  expect(names(collected(chart(template), 'pod')[0], 'networkPolicies')).toBe('unknown')
  expect(found(template, '# none\n')[0]).toEqual(['p'])
})

test('nor are limits and quotas there that a chart leaves off', () => {
  const limits = (kind: string) => `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${kind.toLowerCase()} }\nspec: {}\n`
  const template = [POD, under('.Values.limits', limits('LimitRange')), under('.Values.quota', limits('ResourceQuota'))].join('---\n')
  const [pod] = collected({ ...chart(template), 'chart/values.yaml': 'limits: true' }, 'pod')
  expect([names(pod, 'limitRanges'), names(pod, 'resourceQuotas')]).toEqual([['limitrange'], 'unknown'])
})

test('a namespace is not denied by default through a policy that is off', () => {
  const deny = POLICY.replace('metadata: { name: p }', 'metadata: { name: p, namespace: shop }')
  const pod = POD.replace('name: web', 'name: web, namespace: shop')
  const files = (values: string) => ({ ...chart([pod, under('.Values.deny', deny)].join('---\n')), 'chart/values.yaml': values })
  const ingress = (values: string) => {
    const [shop] = collected(files(values), 'namespace')
    return reading(() => (related(shop).defaultDeny as { ingress: boolean }).ingress)
  }
  expect(ingress('deny: true')).toBe(true)
  expect(ingress('deny: false')).toBe('unknown')
})

const RANGE = `apiVersion: v1
kind: LimitRange
metadata: { name: r }
spec: { limits: [{ type: Container, default: { memory: 1Gi } }] }
`
const COMPONENT = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [range.yaml]\n'
const OVERLAY = 'resources: [../web]\ncomponents: [../limits]\n'

test.each<[string, Record<string, string>, unknown, unknown]>([
  ['in another folder, without a namespace', { 'limits/range.yaml': RANGE, 'web/pod.yaml': POD }, 'unknown', 'unknown'],
  ['in the folder of the pod', { 'web/range.yaml': RANGE, 'web/pod.yaml': POD }, ['r'], ['r']],
  [
    'of a component that is used with the pod',
    {
      'limits/range.yaml': RANGE,
      'limits/kustomization.yaml': COMPONENT,
      'web/pod.yaml': POD,
      'web/kustomization.yaml': 'resources: [pod.yaml]\n',
      'prod/kustomization.yaml': OVERLAY,
    },
    ['r'],
    ['r'],
  ],
  ['of a component that nothing uses', { 'limits/range.yaml': RANGE, 'limits/kustomization.yaml': COMPONENT, 'web/pod.yaml': POD }, [], []],
])('a LimitRange %s', (_, files, forPod, forNamespace) => {
  expect(names(collected(files, 'pod')[0], 'limitRanges')).toEqual(forPod)
  expect(names(collected(files, 'namespace')[0], 'limitRanges')).toEqual(forNamespace)
})

test('a LimitRange that names the namespace of the pod holds wherever it stands', () => {
  const files = {
    'limits/range.yaml': RANGE.replace('name: r', 'name: r, namespace: shop'),
    'web/pod.yaml': POD.replace('name: web', 'name: web, namespace: shop'),
  }
  expect(names(collected(files, 'pod')[0], 'limitRanges')).toEqual(['r'])
})
