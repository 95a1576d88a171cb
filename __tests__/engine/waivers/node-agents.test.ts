import { expect, test } from 'vitest'
import { BuiltInWaivers } from '../../../src/engine/waivers/built-in.ts'
import { compiled, judgement, subject, yaml } from '../material.ts'

const agents = new BuiltInWaivers({ nodeAgents: ['falcosecurity/falco', 'cilium/cilium'], clusterRoles: [] }, [])

function waived(
  images: readonly string[],
  over: { kind?: string; group?: string; waivedFor?: string[]; templated?: boolean } = {},
): string {
  const [first = '', ...rest] = images
  const text = `spec:\n  template:\n    spec:\n      initContainers: [${rest.map((image) => `{ name: i, image: "${image}" }`).join(', ')}]\n      containers:\n        - name: agent\n          image: ${first}\n`
  const { value: object } = yaml(text, 'a.yaml', over.templated)
  const resource = { apiVersion: 'apps/v1', kind: over.kind ?? 'DaemonSet', namespace: 'kube-system', name: 'agent' }
  const rule = compiled({ waivedFor: over.waivedFor ?? ['node-agent'] })
  return agents.waive(judgement({ rule, subject: subject({ resource, group: over.group ?? 'apps', variables: { object } }) })).answer
}

test.each([
  ['docker.io/falcosecurity/falco:0.40', 'waived'],
  ['falcosecurity/falco', 'waived'],
  ['quay.io/cilium/cilium:v1.17@sha256:0000000000000000000000000000000000000000000000000000000000000000', 'waived'],
  ['registry.example.com:5000/cilium/cilium', 'waived'],
  ['example/falco', 'fail'],
  ['evil.example.com/x/falcosecurity/falco', 'fail'],
  ['no image at all', 'fail'],
])('a DaemonSet of %s: %s', (image, answer) => {
  expect(waived([image])).toBe(answer)
})

test('all of its images count', () => {
  expect(waived(['cilium/cilium', 'falcosecurity/falco'])).toBe('waived')
  expect(waived(['cilium/cilium', 'busybox'])).toBe('fail')
})

test('a DaemonSet of extensions/v1beta1 is one all the same', () => {
  expect(waived(['cilium/cilium'], { group: 'extensions' })).toBe('waived')
})

test('only DaemonSets, only rules that say so, only settled images', () => {
  expect(waived(['cilium/cilium'], { kind: 'Deployment' })).toBe('fail')
  expect(waived(['cilium/cilium'], { group: 'apps.example.com' })).toBe('fail')
  expect(waived(['cilium/cilium'], { waivedFor: [] })).toBe('fail')
  expect(waived(['{{ .Values.image }}'], { templated: true })).toBe('fail')
})

test('it is listed with its reason, never silent', () => {
  const { value: object } = yaml('spec: { template: { spec: { containers: [{ image: cilium/cilium }] } } }')
  const resource = { apiVersion: 'apps/v1', kind: 'DaemonSet', namespace: '', name: 'cilium' }
  const found = agents.waive(
    judgement({ rule: compiled({ waivedFor: ['node-agent'] }), subject: subject({ resource, group: 'apps', variables: { object } }) }),
  )
  expect(found.offences).toMatchObject([
    { message: 'wrong', waived: { by: 'node agent', reason: expect.stringContaining('node agent'), expires: null } },
  ])
})
