import { expect, test } from 'vitest'
import { applies, SubjectIndex } from '../../src/engine/applies.ts'
import { Placing } from '../../src/engine/placing.ts'
import type { Subject } from '../../src/model/subject.ts'
import { rule, subject } from './material.ts'

function resource(kind: string, group: string): Subject {
  return subject({ resource: { apiVersion: group ? `${group}/v1` : 'v1', kind, namespace: '', name: 'x' }, variant: kind, group })
}

test.each<[string[], string, string, boolean]>([
  [[], 'Anything', 'example.com', true],
  [['*'], 'Anything', 'example.com', true],
  [['Service'], 'Service', '', true],
  [['Service'], 'Service', 'serving.knative.dev', false],
  [['Service.serving.knative.dev'], 'Service', 'serving.knative.dev', true],
  [['Service.serving.knative.dev'], 'Service', '', false],
  [['Deployment', 'StatefulSet'], 'StatefulSet', 'apps', true],
  [['Ingress'], 'Ingress', 'networking.k8s.io', true],
  [['Ingress'], 'Ingress', 'extensions', true],
  [['Gateway'], 'Gateway', 'gateway.networking.k8s.io', true],
  [['Gateway'], 'Gateway', 'networking.istio.io', false],
  [['Cluster'], 'Cluster', 'cluster.x-k8s.io', false],
  [['*.kyverno.io'], 'ClusterPolicy', 'kyverno.io', true],
  [['*.kyverno.io'], 'ClusterPolicy', 'policies.kyverno.io', false],
  [['*.'], 'Pod', '', true],
])('%j takes in %s of %s: %s', (kinds, kind, group, expected) => {
  expect(applies(rule({ scope: 'resource', kinds }), resource(kind, group))).toBe(expected)
})

test.each<[string[], string, boolean]>([
  [[], 'pod', true],
  [[], 'kustomization', true],
  [[], 'build-stage', false],
  [['compose-service'], 'compose-service', true],
  [['compose-service'], 'pod', false],
])('images in %j: %s is %s', (variants, variant, expected) => {
  expect(applies(rule({ scope: 'image', in: variants }), subject({ scope: 'image', variant, resource: undefined, group: undefined }))).toBe(
    expected,
  )
})

test('what no cluster holds is met by rules that name its kind alone', () => {
  const file = { ...resource('Policy', 'audit.k8s.io'), variant: 'configuration' }
  const met = (...kinds: string[]) => applies(rule({ scope: 'resource', kinds }), file)
  expect([met('*'), met('*.audit.k8s.io'), met('*', 'Policy.audit.k8s.io'), met('Policy'), met('Pod')]).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})

test('images are told apart by what holds them', () => {
  const image = (kind: string) => ({ ...resource(kind, ''), scope: 'image' as const, variant: 'pod' })
  const target = { name: 'repository', paths: ['.'], requiredStage: null, threshold: 80, owner: null }
  const index = new SubjectIndex(new Map([['image' as const, [image('Pod'), image('Job')]]]), new Placing([target], () => true))
  expect([...index.of(rule({ scope: 'image', kinds: ['Job'] }))].map(({ subject: { resource: of } }) => of?.kind)).toEqual(['Job'])
})

test('a rule meets the subjects of its scope and kinds, and no file outside the paths', () => {
  const pods = [resource('Pod', ''), { ...resource('Pod', ''), file: 'elsewhere.yaml' }]
  const subjects = new Map([['resource' as const, [...pods, resource('Service', ''), resource('Service', 'serving.knative.dev')]]])
  const target = { name: 'repository', paths: ['.'], requiredStage: null, threshold: 80, owner: null }
  const index = new SubjectIndex(subjects, new Placing([target], (path) => path === 'a.yaml'))
  expect([...index.of(rule({ scope: 'resource', kinds: ['Pod'] }))].map((placed) => placed.subject)).toEqual([pods[0]])
  expect([...index.of(rule({ scope: 'resource' }))]).toHaveLength(3)
  expect([...index.of(rule({ scope: 'container' }))]).toEqual([])
})
