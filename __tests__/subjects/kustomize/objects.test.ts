import { expect, test } from 'vitest'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'
import { Cluster } from '../../../src/subjects/cluster.ts'
import { kustomizedObjects } from '../../../src/subjects/kustomize/objects.ts'
import { collected, reading } from '../collected.ts'

const BASE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app: web } }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - { name: web, image: web, args: [a] }
        - { name: log, image: log }
`
const TAKEN = 'resources: [../base]\n'

/** What is not settled of the base's Deployment, given the kustomizations of its overlays. */
function open(overlays: Record<string, string>): string[] {
  const files = { 'base/web.yaml': BASE, 'base/kustomization.yaml': 'resources: [web.yaml]\n', ...overlays }
  const subject = collected(files, 'resource').find(({ resource }) => resource?.kind === 'Deployment')
  return paths(subject?.variables.object, '')
}

function paths(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = reading(() => Object.keys(value))
  if (!Array.isArray(keys)) return [`${at}+`]
  return keys.flatMap((key) => {
    const read = reading(() => Reflect.get(value, key))
    return read === 'unknown' ? [`${at}.${key}`] : paths(read, `${at}.${key}`)
  })
}

const strategic = (spec: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: ${spec}\n`
const inline = (patch: string, target = '') => `${TAKEN}patches:\n- patch: |\n${patch.replaceAll(/^/gm, '    ')}\n${target}`
const TARGET = '  target: { kind: Deployment, name: web }\n'
const CONTAINERS = '.spec.template.spec.containers'

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', { 'prod/kustomization.yaml': TAKEN }, []],
  [
    'what is written',
    { 'prod/kustomization.yaml': `${TAKEN}patches: [{ path: p.yaml }]\n`, 'prod/p.yaml': strategic('{ replicas: 3 }') },
    ['.spec.replicas'],
  ],
  ['what is not', { 'prod/kustomization.yaml': inline(strategic('{ paused: true }')) }, ['.spec.paused']],
  [
    'one container by its name',
    {
      'prod/kustomization.yaml': `${TAKEN}patchesStrategicMerge: [p.yaml]\n`,
      'prod/p.yaml': strategic('{ template: { spec: { containers: [{ name: log, resources: {} }] } } }'),
    },
    [`${CONTAINERS}.1.resources`],
  ],
  [
    'a container that is added',
    { 'prod/kustomization.yaml': inline(strategic('{ template: { spec: { containers: [{ name: x }] } } }')) },
    [`${CONTAINERS}+`],
  ],
  [
    'operations, by place and by what they add',
    {
      'prod/kustomization.yaml': inline(
        '[{ op: replace, path: /spec/template/spec/containers/0/image, value: x }, { op: add, path: /spec/template/spec/containers/0/args/-, value: b }, { op: add, path: /metadata/annotations/a~1b, value: c }]',
        TARGET,
      ),
    },
    ['.metadata.annotations', `${CONTAINERS}.0.image`, `${CONTAINERS}.0.args+`],
  ],
  ['the number of replicas', { 'prod/kustomization.yaml': `${TAKEN}replicas: [{ name: web, count: 3 }]\n` }, ['.spec.replicas']],
  [
    'labels and annotations',
    { 'prod/kustomization.yaml': `${TAKEN}commonAnnotations: { a: b }\nlabels: [{ pairs: { a: b } }]\n` },
    ['.metadata.annotations', '.metadata.labels+'],
  ],
  ['nothing of another object', { 'prod/kustomization.yaml': inline(strategic('{ replicas: 3 }').replace('name: web', 'name: api')) }, []],
  [
    'nothing that one overlay leaves',
    { 'prod/kustomization.yaml': inline(strategic('{ replicas: 3 }')), 'dev/kustomization.yaml': TAKEN },
    [],
  ],
  [
    'what all overlays change, one of them by a component',
    {
      'prod/kustomization.yaml': inline(strategic('{ replicas: 3, paused: true }')),
      'dev/kustomization.yaml': `${TAKEN}components: [../two]\n`,
      'two/kustomization.yaml': 'kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nreplicas: [{ name: web, count: 2 }]\n',
    },
    ['.spec.replicas'],
  ],
  [
    'what a patch has filled in by something else',
    { 'prod/kustomization.yaml': `${TAKEN}patches: [{ path: p.yaml }]\n`, 'prod/p.yaml': strategic('\n  {{- toYaml .x | nindent 2 }}') },
    ['.spec'],
  ],
  [
    'what a patch has filled in for one member',
    { 'prod/kustomization.yaml': `${TAKEN}patches: [{ path: p.yaml }]\n`, 'prod/p.yaml': strategic('\n  replicas: {{ .count }}') },
    ['.spec.replicas'],
  ],
  [
    'all of it for a patch that something else writes in part',
    {
      'prod/kustomization.yaml': `${TAKEN}patches: [{ path: p.yaml }, { path: q.yaml, target: { kind: Deployment } }]\n`,
      'prod/p.yaml': `{{ toYaml .x }}\n${strategic('{}')}`,
      'prod/q.yaml': '- { op: replace, path: /spec/paused, value: true }\n{{ toYaml .x }}\n',
    },
    ['.spec'],
  ],
])('kustomizations that take an object in leave open: %s', (_, overlays, expected) => {
  expect(open(overlays).toSorted()).toEqual(expected.toSorted())
})

/** Selector and labels of the pods of the base's Deployment, given the kustomizations of its overlays. */
function podLabels(overlays: Record<string, string>): unknown[] {
  const files = { 'base/web.yaml': BASE, 'base/kustomization.yaml': 'resources: [web.yaml]\n', ...overlays }
  const subject = collected(files, 'resource').find(({ resource }) => resource?.kind === 'Deployment')
  const object = subject?.variables.object as { spec: { selector?: object; template: { metadata?: object } } } | undefined
  return [reading(() => ({ ...object?.spec.selector })), reading(() => ({ ...object?.spec.template.metadata }))]
}

test.each<[string, Record<string, string>, unknown[]]>([
  [
    'selectors as well',
    {
      'prod/kustomization.yaml': `${TAKEN}labels: [{ pairs: { a: b }, includeSelectors: true }, { pairs: { c: d }, includeTemplates: true }]
`,
    },
    [{ matchLabels: { a: 'b' } }, { labels: { a: 'b', c: 'd' } }],
  ],
  [
    'the old way, by one overlay and the other',
    {
      'prod/kustomization.yaml': `${TAKEN}commonLabels: { a: b }
`,
      'dev/kustomization.yaml': `${TAKEN}commonLabels: { a: b }
`,
    },
    [{ matchLabels: { a: 'b' } }, { labels: { a: 'b' } }],
  ],
  [
    'only objects',
    {
      'prod/kustomization.yaml': `${TAKEN}labels: [{ pairs: { a: b } }]
`,
    },
    [{}, {}],
  ],
  [
    'not by every overlay',
    {
      'prod/kustomization.yaml': `${TAKEN}commonLabels: { a: b }
`,
      'dev/kustomization.yaml': `${TAKEN}replicas: [{ name: web, count: 2 }]
`,
    },
    [{}, {}],
  ],
])('labels of kustomizations reach %s', (_, overlays, expected) => {
  expect(podLabels(overlays)).toEqual(expected)
})

test('labels that kustomizations write unlike each other are not settled', () => {
  const overlays = {
    'prod/kustomization.yaml': `${TAKEN}commonLabels: { a: b }
`,
    'dev/kustomization.yaml': `${TAKEN}commonLabels: { a: c }
`,
  }
  expect(open(overlays).toSorted()).toEqual(['.metadata.labels+', '.spec.selector', '.spec.template.metadata'])
})

test.each<[string, Record<string, string>, string]>([
  ['the namespace of its kustomization', { 'prod/kustomization.yaml': 'namespace: shop\nresources: [../base]\n' }, 'shop'],
  [
    'what is written, where its kustomizations differ',
    {
      'prod/kustomization.yaml': 'namespace: shop\nresources: [../base]\n',
      'dev/kustomization.yaml': 'namespace: dev\nresources: [../base]\n',
    },
    '_',
  ],
])('a Namespace is called %s', (_, overlays, expected) => {
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: _ }\n'
  const files = { 'base/namespace.yaml': namespace, 'base/kustomization.yaml': 'resources: [namespace.yaml]\n', ...overlays }
  const [subject] = collected(files, 'resource')
  expect(subject?.variables.object).toMatchObject({ metadata: { name: expected } })
})

test('what a patch merges into a list of thousands is looked up, not looked for', () => {
  const containers = (env: (at: number) => string) =>
    `{ containers: [{ name: web, env: [${Array.from({ length: 12_000 }, (_, at) => env(at)).join(', ')}] }] }`
  const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: ${spec}\n`
  const files = {
    'base/web.yaml': pod(containers((at) => `{ name: E${at}, value: a }`)),
    'base/kustomization.yaml': 'resources: [web.yaml]\npatches: [{ path: patch.yaml }]\n',
    'base/patch.yaml': pod(containers((at) => `{ name: E${12_000 - at}, value: b }`)),
  }
  const { user } = process.cpuUsage()
  const [subject] = collected(files, 'resource')
  expect(reading(() => Object.keys(Object(Reflect.get(Object(subject?.variables.object), 'metadata'))))).toContain('name')
  expect((process.cpuUsage().user - user) / 1000).toBeLessThan(2500)
})

test('kustomizations are looked through once for all that ask', () => {
  const sources = readSources(
    memoryTree({ 'base/web.yaml': BASE, 'base/kustomization.yaml': 'resources: [web.yaml]\nreplicas: [{ name: web, count: 2 }]\n' }),
    {
      paths: [],
      include: [],
      exclude: [],
    },
  )
  const [resource] = sources.resources
  if (!resource) throw new Error('no resource')
  expect(new Cluster(sources).subjects[0]).toBe(kustomizedObjects(sources).of(resource))
})
