import { expect, test } from 'vitest'
import { collected, reading } from '../collected.ts'

const each = (count: number, text: (at: number) => string) => Array.from({ length: count }, (_, at) => text(at)).join('---\n')
const role = (name: string, rest: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: ${name}, labels: { aggregate: "true" } }\n${rest}\n`
const RULES = 'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]'
const AGGREGATED = 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: "true" } }] }'
const binding = (name: string, bound: string, account: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: ${name} }\n` +
  `roleRef: { kind: ClusterRole, name: ${bound} }\nsubjects: [{ kind: ServiceAccount, name: ${account}, namespace: web }]\n`
const pod = (name: string, account: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: web }\nspec: { serviceAccountName: ${account}, containers: [{ name: a, image: b }] }\n`
const relatedIn = (text: string) =>
  collected(text, 'pod').map(({ variables }) => variables.related as Record<'grants' | 'roleBindings' | 'rules', object[]>)

test('pods with the same bindings share what these grant', () => {
  const [one, other] = relatedIn([role('reader', RULES), binding('b', 'reader', 'web'), pod('a', 'web'), pod('b', 'web')].join('---\n'))
  expect(one?.grants).toHaveLength(1)
  expect(one?.grants).toBe(other?.grants)
  expect(one?.roleBindings).toBe(other?.roleBindings)
  expect(one?.rules).toBe(other?.rules)
})

test('of more bindings than anybody makes the first are known, and that there are more is not settled', () => {
  const [related] = relatedIn([role('reader', RULES), each(300, (at) => binding(`b${at}`, 'reader', 'web')), pod('a', 'web')].join('---\n'))
  expect(Object.keys(related?.roleBindings ?? [])).toHaveLength(201)
  expect(reading(() => related?.roleBindings[199])).toMatchObject({ metadata: { name: 'b199' } })
  expect(reading(() => related?.roleBindings[200])).toBe('unknown')
  expect(reading(() => related?.grants[200])).toBe('unknown')
})

test('a role with more rules than anybody writes grants the first, and more that are not known', () => {
  const rules = Array.from({ length: 3000 }, (_, at) => `{ apiGroups: [""], resources: [r${at}], verbs: [get] }`).join(', ')
  const [related] = relatedIn([role('reader', `rules: [${rules}]`), binding('b', 'reader', 'web'), pod('a', 'web')].join('---\n'))
  expect(Object.keys(related?.grants ?? [])).toHaveLength(2001)
  expect(reading(() => related?.grants[2000])).toBe('unknown')
})

test('roles that gather the same others share what they gather, without what they have themselves', () => {
  const text = [each(3, (at) => role(`part${at}`, RULES)), role('all', AGGREGATED), role('every', `${AGGREGATED}\n${RULES}`)].join('---\n')
  const found = collected(text, 'resource')
    .filter(({ resource }) => ['all', 'every'].includes(resource?.name ?? ''))
    .map(({ variables }) => variables.related as { rules: object[] })
  expect(found[0]?.rules).toHaveLength(3)
  expect(found[0]?.rules).toBe(found[1]?.rules)
})

test('a pod behind more Ingresses than anybody writes has the first hundred, and more that are not known', () => {
  const ingress = (at: number) =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i${at}, namespace: web }\n` +
    'spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }\n'
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n'
  const text = [pod('a', 'web').replace('name: a, ', 'name: a, labels: { app: web }, '), service, each(150, ingress)].join('---\n')
  const [related] = collected(text, 'pod').map(({ variables }) => variables.related as { ingresses: object[] })
  expect(Object.keys(related?.ingresses ?? [])).toHaveLength(101)
  expect(reading(() => related?.ingresses[100])).toBe('unknown')
})
