import { describe, expect, test } from 'vitest'
import { collected, documents, type Members, names, reading, related } from '../collected.ts'

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: a, image: a }] }
`
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { env: prod } }'

function policy(kind: string, spec: string): string {
  const apiVersion = {
    NetworkPolicy: 'networking.k8s.io/v1',
    CiliumNetworkPolicy: 'cilium.io/v2',
    CiliumClusterwideNetworkPolicy: 'cilium.io/v2',
    CalicoPolicy: 'projectcalico.org/v3',
    GlobalNetworkPolicy: 'projectcalico.org/v3',
    AdminNetworkPolicy: 'policy.networking.k8s.io/v1alpha1',
    BaselineAdminNetworkPolicy: 'policy.networking.k8s.io/v1alpha1',
    ClusterNetworkPolicy: 'policy.networking.k8s.io/v1alpha2',
  }[kind]
  return `apiVersion: ${apiVersion}\nkind: ${kind.replace('CalicoPolicy', 'NetworkPolicy')}\nmetadata: { name: p, namespace: shop }\nspec: ${spec}`
}

function directions(subject: Parameters<typeof related>[0], of: string): unknown {
  const found = related(subject)[of] as Members
  return [reading(() => found.ingress), reading(() => found.egress)]
}

const YES = true
const NO = false
const ask = 'unknown'

// Whether it selects the pod; the directions it polices for the pod, and denies by default in the namespace.
const table: [kind: string, spec: string, selects: unknown, policed: unknown[], denies: unknown[]][] = [
  ['NetworkPolicy', '{ podSelector: {} }', YES, [YES, NO], [YES, NO]],
  ['NetworkPolicy', '{ podSelector: {}, ingress: [{}] }', YES, [YES, NO], [NO, NO]],
  ['NetworkPolicy', '{ podSelector: {}, egress: [{}] }', YES, [YES, YES], [YES, NO]],
  ['NetworkPolicy', '{ podSelector: {}, policyTypes: [Egress] }', YES, [NO, YES], [NO, YES]],
  [
    'NetworkPolicy',
    '{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }',
    YES,
    [NO, YES],
    [NO, YES],
  ],
  [
    'NetworkPolicy',
    '{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53 }, { port: 443 }] }] }',
    YES,
    [NO, YES],
    [NO, NO],
  ],
  ['NetworkPolicy', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress, Egress] }', YES, [YES, YES], [NO, NO]],
  ['NetworkPolicy', '{ podSelector: { matchLabels: { app: db } } }', NO, [NO, NO], [NO, NO]],
  ['CiliumNetworkPolicy', '{ endpointSelector: {}, ingress: [{}] }', YES, [YES, NO], [YES, NO]],
  [
    'CiliumNetworkPolicy',
    '{ endpointSelector: { matchLabels: { "k8s:app": web } }, egress: [{ toPorts: [{ ports: [{ port: "53" }] }] }] }',
    YES,
    [NO, YES],
    [NO, NO],
  ],
  ['CiliumNetworkPolicy', '{ endpointSelector: {}, ingress: [{}], enableDefaultDeny: { ingress: false } }', YES, [NO, NO], [NO, NO]],
  ['CiliumNetworkPolicy', '{ endpointSelector: { matchLabels: { app: db } }, ingress: [{}] }', NO, [NO, NO], [NO, NO]],
  [
    'CiliumClusterwideNetworkPolicy',
    '{ endpointSelector: { matchLabels: { "k8s:io.kubernetes.pod.namespace": shop } }, ingress: [{}] }',
    YES,
    [YES, NO],
    [YES, NO],
  ],
  [
    'CiliumClusterwideNetworkPolicy',
    '{ endpointSelector: { matchLabels: { "k8s:io.kubernetes.pod.namespace": other } }, ingress: [{}] }',
    NO,
    [NO, NO],
    [NO, NO],
  ],
  ['CalicoPolicy', '{ types: [Ingress, Egress] }', YES, [YES, YES], [YES, YES]],
  ['CalicoPolicy', '{ selector: "app == \'web\'", types: [Ingress], ingress: [{ action: Allow }] }', YES, [YES, NO], [NO, NO]],
  [
    'CalicoPolicy',
    "{ selector: \"has(app) && app in {'db', 'web'} && app != 'x' && !has(y)\", types: [Ingress] }",
    YES,
    [YES, NO],
    [NO, NO],
  ],
  ['CalicoPolicy', "{ selector: \"app == 'web' || app == 'db'\", types: [Ingress] }", ask, [ask, NO], [ask, NO]],
  [
    'GlobalNetworkPolicy',
    '{ namespaceSelector: "env == \'prod\'", types: [Ingress], ingress: [{ action: Deny }] }',
    YES,
    [YES, NO],
    [YES, NO],
  ],
  ['GlobalNetworkPolicy', '{ namespaceSelector: "env == \'test\'", types: [Ingress] }', NO, [NO, NO], [NO, NO]],
  [
    'AdminNetworkPolicy',
    '{ subject: { namespaces: {} }, ingress: [{ action: Deny, from: [{ namespaces: {} }] }] }',
    YES,
    [YES, NO],
    [YES, NO],
  ],
  [
    'BaselineAdminNetworkPolicy',
    '{ subject: { namespaces: { matchLabels: { env: prod } } }, egress: [{ action: Deny, to: [{ networks: [0.0.0.0/0] }] }] }',
    YES,
    [NO, YES],
    [NO, YES],
  ],
  [
    'ClusterNetworkPolicy',
    '{ tier: Baseline, subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: web } } } }, ingress: [{ action: Accept, from: [{ namespaces: {} }] }] }',
    YES,
    [YES, NO],
    [NO, NO],
  ],
]

describe.each(table)('%s %s', (kind, spec, selects, policed, denies) => {
  const files = documents(namespace, pod, policy(kind, spec))

  test('for the pod', () => {
    const [subject] = collected(files, 'pod')
    expect(names(subject, 'networkPolicies')).toEqual(selects === ask ? ask : selects ? ['p'] : [])
    expect(directions(subject, 'policed')).toEqual(selects === ask ? [ask, ask] : policed)
  })

  test('for the namespace', () => {
    const subject = collected(files, 'namespace').find((found) => found.label === 'namespace shop')
    expect(directions(subject, 'defaultDeny')).toEqual(denies)
  })
})

test('the labels of a namespace that is not among the files are not settled', () => {
  const global = policy('GlobalNetworkPolicy', '{ namespaceSelector: "env == \'prod\'", types: [Ingress] }')
  expect(names(collected(documents(pod, global), 'pod')[0], 'networkPolicies')).toBe('unknown')
  const byName = policy('GlobalNetworkPolicy', '{ namespaceSelector: "kubernetes.io/metadata.name == \'shop\'", types: [Ingress] }')
  expect(names(collected(documents(pod, byName), 'pod')[0], 'networkPolicies')).toEqual(['p'])
})

describe('policies that may not be applied with the pods', () => {
  const web = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: web } }\nspec: { containers: [{ name: a, image: a }] }'
  const all = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p }\nspec: { podSelector: {} }'
  const kustomization = (...lines: string[]) => ['apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', ...lines].join('\n')
  const component = kustomization('resources: [policy.yaml]').replace('v1beta1', 'v1alpha1').replace('Kustomization', 'Component')
  const optional = {
    'base/kustomization.yaml': kustomization('resources: [web.yaml]'),
    'base/web.yaml': web,
    'components/deny/kustomization.yaml': component,
    'components/deny/policy.yaml': all,
  }
  const found = (files: Readonly<Record<string, string>>) => names(collected(files, 'pod')[0], 'networkPolicies')
  const denied = (files: Readonly<Record<string, string>>) => directions(collected(files, 'namespace')[0], 'defaultDeny')

  test('one of a component that nothing uses is not there', () => {
    expect(found(optional)).toEqual([])
    expect(denied(optional)).toEqual([false, false])
  })

  test('one of a component that a kustomization adds to the base is', () => {
    const used = { ...optional, 'prod/kustomization.yaml': kustomization('resources: [../base]', 'components: [../components/deny]') }
    expect(found(used)).toEqual(['p'])
    expect(denied(used)).toEqual([true, false])
  })

  test('a kustomization among tests says nothing about the base', () => {
    const tested = {
      ...optional,
      'tests/all/kustomization.yaml': kustomization('resources: [../../base]', 'components: [../../components/deny]'),
    }
    expect(found(tested)).toEqual([])
  })

  test('in bounded time where many overlays share a large base', () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => index)
    const files: Record<string, string> = { ...optional }
    files['base/kustomization.yaml'] = kustomization(`resources: [web.yaml, ${numbers.map((index) => `f${index}.yaml`).join(', ')}]`)
    for (const index of numbers)
      files[`o${index}/kustomization.yaml`] = kustomization('resources: [../base]', 'components: [../components/deny]')
    const start = performance.now()
    expect(found(files)).toEqual(['p'])
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('a component polices its own pods', () => {
    const own = kustomization('resources: [policy.yaml, web.yaml]').replace('v1beta1', 'v1alpha1').replace('Kustomization', 'Component')
    expect(found({ 'c/kustomization.yaml': own, 'c/policy.yaml': all, 'c/web.yaml': web })).toEqual(['p'])
  })

  test('one for all pods of no namespace is sure in its own tree, and unknown for another folder of the root', () => {
    expect(found({ 'k8s/web/pod.yaml': web, 'k8s/policies/all.yaml': all })).toEqual(['p'])
    expect(found({ 'web/pod.yaml': web, 'all.yaml': all })).toEqual(['p'])
    expect(found({ 'web/pod.yaml': web, 'samples/all.yaml': all })).toBe('unknown')
    expect(denied({ 'web/pod.yaml': web, 'samples/all.yaml': all })).toEqual(['unknown', 'unknown'])
    expect(denied({ 'web/pod.yaml': web, 'all.yaml': all })).toEqual([true, false])
    const taken = { 'kustomization.yaml': kustomization('resources: [web/pod.yaml, samples/all.yaml]') }
    expect(found({ 'web/pod.yaml': web, 'samples/all.yaml': all, ...taken })).toEqual(['p'])
  })

  test('one that names labels or a namespace is sure', () => {
    expect(found({ 'web/pod.yaml': web, 'net/web.yaml': all.replace('{}', '{ matchLabels: { app: web } }') })).toEqual(['p'])
    expect(found({ 'web/pod.yaml': web, 'net/web.yaml': all.replace('name: p', 'name: p, namespace: default') })).toEqual(['p'])
  })
})
