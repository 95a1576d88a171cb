import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Api } from '../../src/api/api.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'

interface Recorded {
  readonly accepted: boolean
  readonly message: string
  readonly text: string
}

// Recorded by scripts/oracle/record-apply.ts from a real API server of 1.36.
const RECORDED = readFileSync(join(import.meta.dirname, '../fixtures/api/apply.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded)
/** Said by selector-matches-template-labels, not by schemaErrors. */
const ELSEWHERE = /selector. does not match template|empty selector is invalid/
const api = new Api('1.36')

function refuses(text: string): boolean {
  const { resources, faults } = readSources(memoryTree({ 'a.yaml': text }), { paths: [], include: [], exclude: [] })
  return faults.length > 0 || resources.some((resource) => api.errorsOf(resource).length > 0)
}

test('what an API server takes is taken, what it refuses is refused', () => {
  const judged = RECORDED.filter(({ message }) => !ELSEWHERE.test(message))
  const alike = judged.filter(({ accepted, text }) => refuses(text) !== accepted)
  expect(judged.length).toBeGreaterThan(350)
  expect(alike.length / judged.length).toBeGreaterThan(0.96)
})

test.each([
  ['kind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, imge: b}]}', 'spec.containers[0].imge', 'unknown-field', 'image'],
  ['kind: Pod\nmetadata: {name: a}\nspec: {containers: [null]}', 'spec.containers[0].image', 'required', ''],
  ['kind: ConfigMap\nmetadata: {name: a}\ndata: {count: 1}', 'data.count', 'type', ''],
  ['kind: Servce\nmetadata: {name: a}', 'kind', 'unsupported', 'Service'],
  // Kubernetes had it, in other versions: there is nothing that it could have been meant to be.
  ['apiVersion: policy/v1\nkind: PodSecurityPolicy\nmetadata: {name: a}', 'kind', 'unsupported', ''],
  [
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {backend: {serviceName: a, servicePort: 80}}',
    'spec.backend',
    'unknown-field',
    'defaultBackend',
  ],
  [
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {defaultBackend: {serviceName: a}}',
    'spec.defaultBackend.serviceName',
    'unknown-field',
    'service.name',
  ],
])('%j', (text, path, kind, suggestion) => {
  const { resources } = readSources(memoryTree({ 'a.yaml': text.startsWith('apiVersion') ? text : `apiVersion: v1\n${text}\n` }), {
    paths: [],
    include: [],
    exclude: [],
  })
  const [error] = resources.flatMap((resource) => api.errorsOf(resource))
  expect(error).toMatchObject({ path, kind, suggestion })
})

test.each([
  [
    'spec: { rules: [{ http: { paths: [{ pathType: exact, backend: { service: { name: a, port: { number: 80 } } } }] } }] }',
    'did you mean Exact?',
  ],
  [
    'spec: { rules: [{ http: { paths: [{ pathType: exact, backend: { service: { name: a, port: { number: 80 } } } }] } }] }',
    'must be an absolute path',
  ],
])('%s: %s', (spec, words) => {
  const text = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\n${spec}\n`
  const { resources } = readSources(memoryTree({ 'a.yaml': text }), { paths: [], include: [], exclude: [] })
  expect(
    resources
      .flatMap((resource) => api.errorsOf(resource))
      .map(({ message }) => message)
      .join('\n'),
  ).toContain(words)
})
