import { expect, test } from 'vitest'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'

const EVERYTHING = { paths: [], include: [], exclude: [] }
const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n'
const sourcesOf = (files: Record<string, string | Uint8Array>, selection = {}) =>
  readSources(memoryTree(files), { ...EVERYTHING, ...selection })

function resources(files: Record<string, string | Uint8Array>, selection = {}): string[] {
  return sourcesOf(files, selection).resources.map(
    ({ source, kind, name, patch }) => `${source.path} ${kind} ${name}${patch ? ' (patch)' : ''}`,
  )
}

test.each([
  {
    name: 'by content, whatever the name',
    files: { 'a.yml': POD, 'deep/b.json': '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n"}}' },
    found: ['a.yml Pod web', 'deep/b.json Namespace n'],
  },
  {
    name: 'every document of a file',
    files: { 'a.yaml': `${POD}---\n# nothing\n---\n${POD}` },
    found: ['a.yaml Pod web', 'a.yaml Pod web'],
  },
  {
    name: 'the items of lists',
    files: {
      'a.yaml': 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: s}\n- null\n',
      'b.yaml': 'apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: p}\n',
    },
    found: ['a.yaml Secret s', 'b.yaml Pod p'],
  },
  {
    name: 'a custom kind that ends in List',
    files: { 'a.yaml': 'apiVersion: x.example.com/v1\nkind: AllowList\nmetadata: {name: l}\n' },
    found: ['a.yaml AllowList l'],
  },
  {
    name: 'with a byte-order mark, CRLF and UTF-16',
    files: { 'a.yaml': `\uFEFF${POD.replaceAll('\n', '\r\n')}`, 'b.yaml': Buffer.from(`\uFEFF${POD}`, 'utf16le') },
    found: ['a.yaml Pod web', 'b.yaml Pod web'],
  },
  {
    name: 'not what only looks like it',
    files: {
      'values.yaml': 'podTemplate:\n  apiVersion: v1\n  kind: Pod\n',
      'openapi.yaml': 'openapi: 3.0.0\npaths: {}\n',
      'skaffold.yaml': 'apiVersion: skaffold/v4beta1\nkind: Config\n',
      'note.yaml': 'apiVersion: release-notes/v2\nkind: bug-fix\n',
      kubeconfig: 'apiVersion: v1\nkind: Config\n',
      'config.yaml': 'apiVersion: v1\nkind: Config\nclusters: []\n',
      'kind.yaml': 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n',
      'review.yaml': 'apiVersion: admission.k8s.io/v1\nkind: AdmissionReview\nrequest: {}\n',
      'groups.json': '{"apiVersion":"apidiscovery.k8s.io/v2","kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"apps"}}]}',
      'status.yaml': 'apiVersion: v1\nkind: Status\nstatus: Failure\n',
      'ci.yml': 'stages: [build]\nservices:\n  - docker\n',
    },
    found: [],
  },
  {
    name: 'flow style and indented documents',
    files: {
      'a.yaml': '---\n{apiVersion: v1, kind: Pod, metadata: {name: f}}\n',
      'b.yaml': '  apiVersion: v1\n  kind: Pod\n  metadata: {name: i}\n',
    },
    found: ['a.yaml Pod f', 'b.yaml Pod i'],
  },
  {
    name: 'not what is excluded at the root only',
    files: { 'old/a.yaml': POD, 'x/old/b.yaml': POD },
    selection: { exclude: ['/old'] },
    found: ['x/old/b.yaml Pod web'],
  },
  {
    name: 'a misspelt group stays Kubernetes',
    files: { 'a.yaml': 'apiVersion: app/v1\nkind: Deployment\nmetadata: {name: d}\n' },
    found: ['a.yaml Deployment d'],
  },
  {
    name: 'patches of kustomizations, which are no subjects',
    files: {
      'k/kustomization.yaml': 'resources: [web.yaml]\npatches:\n- path: patch.yaml\n- patch: |-\n    - op: remove\n      path: /spec\n',
      'k/web.yaml': POD,
      'k/patch.yaml': POD,
    },
    found: ['k/patch.yaml Pod web (patch)', 'k/web.yaml Pod web'],
  },
  {
    name: 'templates in the files of a chart, which some program completes, as no subjects',
    files: {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/files/a.yaml': `${POD}# {{ .Values.a }}\n`,
      'c/files/b.yaml': POD,
      'd/files/c.yaml': `${POD}# {{ .Values.a }}\n`,
    },
    found: ['c/files/a.yaml Pod web (patch)', 'c/files/b.yaml Pod web', 'd/files/c.yaml Pod web'],
  },
  {
    name: 'not below the default excludes',
    files: { 'vendor/a.yaml': POD, 'x/testdata/b.yaml': POD, 'node_modules/c.yaml': POD, 'pkg/test/datasets/d.yaml': POD },
    found: [],
  },
  {
    name: 'a default exclude taken back',
    files: { 'vendor/a.yaml': POD, 'x/vendor/b.yaml': POD },
    selection: { exclude: ['!vendor'] },
    found: ['vendor/a.yaml Pod web', 'x/vendor/b.yaml Pod web'],
  },
  {
    name: 'what somebody names in spite of a default',
    files: { 'x/testdata/b.yaml': POD, 'x/testdata/vendor/c.yaml': POD },
    selection: { paths: ['x/testdata'] },
    found: ['x/testdata/b.yaml Pod web'],
  },
  {
    name: 'not what is excluded',
    files: { 'a.yaml': POD, 'old/b.yaml': POD, 'c.gen.yaml': POD, 'd/keep.gen.yaml': POD },
    selection: { exclude: ['old', '*.gen.yaml', '!d/keep.gen.yaml'] },
    found: ['a.yaml Pod web', 'd/keep.gen.yaml Pod web'],
  },
])('finds $name', ({ files, found, selection = {} }) => {
  expect(resources(files, selection)).toEqual(found)
})

test('paths choose the subjects, and everything is read', () => {
  const sources = sourcesOf({ 'a/web.yaml': POD, 'b/web.yaml': POD, 'b/old/web.yaml': POD }, { paths: ['b', '!b/old'] })
  expect(sources.resources).toHaveLength(3)
  expect(['a/web.yaml', 'b/web.yaml', 'b/old/web.yaml'].map(sources.isSubject)).toEqual([false, true, false])
  expect(sources.scanned).toEqual({ files: 1, resources: 1, dockerfiles: 0, composeFiles: 0, workflows: 0 })
})

test("another tool's data is not counted, also where it does not parse", () => {
  const sources = sourcesOf({
    'note.yaml': 'apiVersion: release-notes/v2\nkind: bug-fix\nreleaseNotes:\n- |\n  *Fixed* it\n',
    'bad.yaml': 'apiVersion: release-notes/v2\nkind: feature\nupgradeNotes: [\n',
    'config.yaml': 'apiVersion: skaffold/v4beta1\nkind: Config\n',
    'pod.yaml': 'apiVersion: v1\nkind: pod\nmetadata: { name: a }\n',
  })
  expect([sources.scanned.files, sources.faults]).toEqual([2, []])
})

test('kinds are told by name and content', () => {
  const sources = sourcesOf({
    Dockerfile: 'FROM a:1\n',
    'Dockerfile.dev': 'FROM a:1\n',
    'web.dockerfile': 'FROM a:1\n',
    Containerfile: 'FROM a:1\n',
    'Dockerfile-alpine': 'FROM a:1\n',
    Dockerfile_ci: 'FROM a:1\n',
    'Dockerfile-alpine.template': 'FROM a:1\n',
    Dockerfiles: 'FROM a:1\n',
    'Dockerfile.dockerignore': '*\n',
    'Dockerfile.j2': '{{ x }}\n',
    'dockerfile.go': 'package x\n',
    'compose.yaml': 'services: {}\n',
    'stack.yml': 'services:\n  web:\n    image: a:1\n',
    '.github/workflows/ci.yaml': 'on: push\njobs: {}\n',
    'sub/.github/workflows/no.yaml': 'on: push\njobs: {}\n',
    'action.yml': 'runs: { using: composite }\n',
    'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'k/kustomization.yml': 'resources: []\n',
    'k/component.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
    'kubeadm.yaml': 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n',
  })
  expect(sources.dockerfiles.map(({ source }) => source.path)).toEqual([
    'Containerfile',
    'Dockerfile',
    'Dockerfile-alpine',
    'Dockerfile.dev',
    'Dockerfile_ci',
    'web.dockerfile',
  ])
  expect(sources.documents.map(({ kind, source }) => `${source.path} ${kind}`)).toEqual([
    '.github/workflows/ci.yaml workflow',
    'action.yml action',
    'chart/Chart.yaml chart',
    'compose.yaml compose',
    'k/component.yaml kustomization',
    'k/kustomization.yml kustomization',
    'kubeadm.yaml config',
    'stack.yml compose',
  ])
})

test('CustomResourceDefinitions are counted and kept apart', () => {
  const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\n'
  const listed = `apiVersion: v1\nkind: List\nitems:\n  - ${definition.trimEnd().replaceAll('\n', '\n    ')}\n`
  const sources = sourcesOf({ 'crd.yaml': definition, 'list.yaml': listed, 'a.yaml': POD })
  expect([sources.resources.length, sources.definitions.length, sources.scanned.resources]).toEqual([1, 2, 3])
  expect(sources.documents.map(({ source }) => source.path)).toEqual(['a.yaml', 'list.yaml'])
})

test('a CustomResourceDefinition that does not parse is said', () => {
  const broken = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  x: [\n'
  const sources = sourcesOf({ 'crd.yaml': broken })
  expect([sources.definitions.length, sources.faults.map(({ file }) => file)]).toEqual([0, ['crd.yaml']])
})

test.each([
  ['kind/patches/kube-controller-manager.yaml', true],
  ['patches/etcd+strategic.yaml', true],
  ['kubeadm/etcd0+merge.yaml', true],
  ['cluster/kubeadm-patches/kube-scheduler1.yaml', true],
  ['patches/web.yaml', false],
  ['manifests/etcd.yaml', false],
  ['patches/etcd-operator.yaml', false],
  ['kube-apiserver.yaml', false],
])('%s is a patch of kubeadm: %s', (path, patch) => {
  expect(sourcesOf({ [path]: POD }).resources.map((resource) => resource.patch)).toEqual([patch])
})

test('templates are those below templates/ of a chart', () => {
  const sources = sourcesOf({
    'c/Chart.yaml': 'name: c\n',
    'c/templates/deep/a.yaml': POD,
    'd/templates/b.yaml': POD,
    'c/crds/c.yaml': POD,
  })
  expect(sources.resources.map(({ source, templated }) => `${source.path} ${templated}`)).toEqual([
    'c/crds/c.yaml false',
    'c/templates/deep/a.yaml true',
    'd/templates/b.yaml false',
  ])
})

test.each([
  { name: 'a manifest that does not parse', file: 'a.yaml', content: `${POD}  labels: "x\n`, faults: ['a.yaml'], problems: [] },
  { name: 'something else that does not parse', file: 'a.yaml', content: 'x: [1\n', faults: [], problems: [] },
  { name: 'a compose file that does not parse', file: 'compose.yaml', content: 'services: [\n', faults: ['compose.yaml'], problems: [] },
  {
    name: 'a manifest that is not UTF-8',
    file: 'a.yaml',
    content: Buffer.concat([Buffer.from(POD), Buffer.from([0xff, 0xfe, 0xfd])]),
    faults: [],
    problems: ['a.yaml manifest-parses'],
  },
  { name: 'a binary file under a name of ours', file: 'a.yaml', content: Buffer.from([0, 1, 2, 0xff, 0]), faults: [], problems: [] },
  {
    name: 'a binary Dockerfile',
    file: 'Dockerfile',
    content: Buffer.from([0x7f, 0x45, 0, 0xff]),
    faults: [],
    problems: ['Dockerfile dockerfile-parses'],
  },
])('$name', ({ file, content, faults, problems }) => {
  const sources = sourcesOf({ [file]: content })
  expect([...new Set(sources.faults.map((fault) => fault.file))]).toEqual(faults)
  expect(sources.problems.map((problem) => `${problem.file} ${problem.rule}`)).toEqual(problems)
})

test('folders that show how something could be done prove nothing', () => {
  const { isEvidence } = sourcesOf({})
  const paths = [
    'k8s/a.yaml',
    'examples/a.yaml',
    'deep/test/a.yaml',
    'docs/a.yaml',
    'third_party/a.yaml',
    '_archived/a.yaml',
    'examples.yaml',
  ]
  expect(paths.map(isEvidence)).toEqual([true, false, false, false, false, false, true])
})

test('a file that was not scanned is read when it is asked for', () => {
  const sources = sourcesOf({ 'run.sh': 'echo', 'data.bin': Buffer.from([0xff, 0, 1]) })
  expect([sources.sourceOf('run.sh')?.text, sources.sourceOf('data.bin'), sources.sourceOf('none')]).toEqual(['echo', undefined, undefined])
})

test.each([
  ['apiVersion: {{ include "x" . }}\nkind: NetworkPolicy\nmetadata: { name: a }\n', 'NetworkPolicy networking.k8s.io'],
  ['apiVersion: {{ .x }}\nkind: Service\nmetadata: { name: a }\n', 'Service '],
  ['{{ if .x }}\napiVersion: a/v1\n{{ else }}\napiVersion: apps/v1\n{{ end }}\nkind: Deployment\n', 'Deployment apps'],
  ['apiVersion: apps/v1\nkind: {{ if .x }}StatefulSet{{ else }}Deployment{{ end }}\nmetadata: { name: a }\n', 'Deployment apps'],
])('a template that leaves its apiVersion or kind open is an object: %j', (text, object) => {
  const { resources, faults } = sourcesOf({ 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/templates/a.yaml': text })
  expect(resources.map(({ kind, group }) => `${kind} ${group}`)).toEqual([object])
  expect(faults).toEqual([])
})

test.each([
  ['apiVersion: apps/v1\nkind: {{ .x }}\nmetadata: { name: a }\n', [2]],
  ['kind: NetworkPolicy\napiVersion: {{ .x }}\nmetadata:\n  name: a\n {{ .y }}: [\n', [5]],
  ['{{ include "lib.deployment" . }}\n', [1]],
  ['{{- range .Values.all }}\n---\n{{ include "lib.service" . }}\n{{- end }}\n', [3]],
  ['{{- define "x" }}\n{{ include "y" . }}\n{{- end }}\n', []],
  ['{{- if .Values.bad }}\n{{- fail "no" }}\n{{- end }}\n', []],
  [`${POD}  {{- include "labels" . | nindent 2 }}\n`, []],
  ['{{/* nothing */}}\n', []],
])('a document that a template prints from elsewhere is not settled: %j', (text, lines) => {
  const { faults } = sourcesOf({ 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/templates/a.yaml': text })
  expect(faults.map(({ line, answer }) => [line, answer])).toEqual(lines.map((line) => [line, 'unknown']))
})
