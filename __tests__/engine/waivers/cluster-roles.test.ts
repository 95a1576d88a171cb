import { expect, test } from 'vitest'
import { BuiltInWaivers } from '../../../src/engine/waivers/built-in.ts'
import { compiled, judgement, subject, yaml } from '../material.ts'

const roles = new BuiltInWaivers({ nodeAgents: [], clusterRoles: ['system:', 'gce:'] }, [])
const GROUP = 'rbac.authorization.k8s.io'

interface Given {
  readonly kind?: string
  readonly group?: string
  readonly waivedFor?: string[]
  readonly labels?: string
  readonly templated?: boolean
}

function judged(name: string, { kind = 'ClusterRole', group = GROUP, waivedFor = ['cluster-role'], labels = '{}', templated }: Given = {}) {
  const { value: object } = yaml(`metadata:\n  labels: ${labels}\n`, 'a.yaml', templated)
  const resource = { apiVersion: `${group}/v1`, kind, namespace: '', name }
  return roles.waive(judgement({ rule: compiled({ waivedFor }), subject: subject({ resource, group, variables: { object } }) }))
}

test.each([
  ['system:cloud-controller-manager', 'waived'],
  ['gce:podsecuritypolicy:calico-sa', 'waived'],
  ['system', 'fail'],
  ['my-system:role', 'fail'],
  ['System:role', 'fail'],
])('a ClusterRole called %s: %s', (name, answer) => {
  expect(judged(name).answer).toBe(answer)
})

test('bindings and roles alike, nothing of another group or kind, only rules that say so', () => {
  for (const kind of ['Role', 'RoleBinding', 'ClusterRoleBinding']) expect(judged('system:x', { kind }).answer).toBe('waived')
  expect(judged('system:x', { kind: 'Deployment' }).answer).toBe('fail')
  expect(judged('system:x', { group: 'example.com' }).answer).toBe('fail')
  expect(judged('system:x', { waivedFor: ['node-agent'] }).answer).toBe('fail')
})

test('what carries the label of the API server is its own', () => {
  expect(judged('x', { labels: '{ kubernetes.io/bootstrapping: rbac-defaults }' }).answer).toBe('waived')
  expect(judged('x', { labels: '{ kubernetes.io/bootstrapping: other }' }).answer).toBe('fail')
  expect(judged('x', { labels: "'{{ .Values.labels }}'", templated: true }).answer).toBe('fail')
})

test('it is listed with its reason, never silent', () => {
  expect(judged('system:x').offences).toMatchObject([
    { message: 'wrong', waived: { by: 'role of the cluster', reason: expect.stringContaining('cluster'), expires: null } },
  ])
})
