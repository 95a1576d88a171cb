import { describe, expect, test } from 'vitest'
import { chart, collected, type Members, reading } from '../collected.ts'

const spec = 'containers: [{ name: web, image: web }]'
const template = `template: { metadata: { labels: { app: web } }, spec: { ${spec} } }`

const holders: [kind: string, text: string][] = [
  ['Pod', `apiVersion: v1\nkind: Pod\nmetadata: { name: a, labels: { app: web } }\nspec: { ${spec} }`],
  ['ReplicationController', `apiVersion: v1\nkind: ReplicationController\nmetadata: { name: a }\nspec: { ${template} }`],
  ['PodTemplate', `apiVersion: v1\nkind: PodTemplate\nmetadata: { name: a }\n${template}`],
  ['Deployment', `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { ${template} }`],
  ['Deployment', `apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: { name: a }\nspec: { ${template} }`],
  ['StatefulSet', `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a }\nspec: { ${template} }`],
  ['DaemonSet', `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: a }\nspec: { ${template} }`],
  ['ReplicaSet', `apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: { name: a }\nspec: { ${template} }`],
  ['Job', `apiVersion: batch/v1\nkind: Job\nmetadata: { name: a }\nspec: { ${template} }`],
  ['CronJob', `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { jobTemplate: { spec: { ${template} } } }`],
  [
    'DeploymentConfig',
    'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nmetadata: { name: a }\nspec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } }',
  ],
  ['Revision', `apiVersion: serving.knative.dev/v1\nkind: Revision\nmetadata: { name: a, labels: { app: web } }\nspec: { ${spec} }`],
  ['Rollout', `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }\nspec: { ${template} }`],
  ['Service', `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a }\nspec: { ${template} }`],
  ['ScaledJob', `apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: { name: a }\nspec: { jobTargetRef: { ${template} } }`],
  [
    'JobSet',
    `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: { name: a }\nspec: { replicatedJobs: [{ template: { spec: { ${template} } } }] }`,
  ],
  ['TFJob', `apiVersion: kubeflow.org/v1\nkind: TFJob\nmetadata: { name: a }\nspec: { tfReplicaSpecs: { Worker: { ${template} } } }`],
]

const without: [name: string, text: string][] = [
  [
    'a Deployment of somebody else that holds none',
    'apiVersion: example.com/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: 1 }',
  ],
  [
    'a policy that describes pods',
    `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: a }\nspec: { rules: [{ validate: { pattern: { ${template} } } }] }`,
  ],
  [
    'containers that an operator merges',
    `apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: { name: a }\nspec: { ${spec} }`,
  ],
  [
    'values of a release',
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a }\nspec: { values: { ${template} } }`,
  ],
]

describe('pods', () => {
  test.each(holders)('in a %s', (kind, text) => {
    const [pod, ...more] = collected(text, 'pod')
    expect(more).toEqual([])
    expect(pod).toMatchObject({ variant: kind, label: `pod of ${kind} a`, workload: `${kind} a`, value: { containers: [{ name: 'web' }] } })
    expect(pod?.variables.podMetadata).toMatchObject({ labels: { app: 'web' } })
  })

  test('name their containers and volumes as a template writes them', () => {
    const files = chart(`apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: {{ .Chart.Name }}
      image: web
    - image: web
  volumes:
    - name: {{ .Values.volume }}
      emptyDir: {}
`)
    const labels = [...collected(files, 'container'), ...collected(files, 'volume')].map(({ label }) => label)
    expect(labels).toEqual([
      'container {{ .Chart.Name }} of Pod a',
      'container without a name of Pod a',
      'volume {{ .Values.volume }} of Pod a',
    ])
  })

  test.each(without)('none in %s', (_, text) => {
    expect(collected(text, 'pod')).toEqual([])
  })

  test('each item of a list is an object of its own', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${holders[0]?.[1].replaceAll('\n', '\n    ')}\n  - ${holders[9]?.[1].replaceAll('\n', '\n    ')}`
    expect(collected(list, 'pod').map((pod) => pod.label)).toEqual(['pod of Pod a', 'pod of CronJob a'])
  })

  test('a hostile object ends the search', () => {
    const deep = `apiVersion: example.com/v1\nkind: Deep\nmetadata: { name: a }\nspec: ${'{ a: '.repeat(150)}1${' }'.repeat(150)}`
    const wide = `apiVersion: example.com/v1\nkind: Wide\nmetadata: { name: a }\nspec:\n${'  a: { b: 1 }\n'.replace('a', () => 'x')}  many: [${'{ a: 1 }, '.repeat(20_000)}]`
    expect(collected({ 'deep.yaml': deep, 'wide.yaml': wide }, 'pod')).toEqual([])
  })
})

describe('containers', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  initContainers:
    - null
    - name: setup
      image: setup
  containers:
    - image: nameless
    - name: web
      image: web
  ephemeralContainers:
    - name: debug
`
  test('of all three lists, with their places', () => {
    const found = collected(text, 'container').map((subject) => [
      subject.container,
      subject.variables.containerType,
      subject.origin?.source.place(subject.origin.span).line,
    ])
    expect(found).toEqual([
      ['setup', 'init', 7],
      ['', 'container', 10],
      ['web', 'container', 11],
      ['debug', 'ephemeral', 14],
    ])
  })

  test('that a template writes as a whole are one that nobody knows', () => {
    const [only, ...more] = collected(
      chart('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers: {{ .Values.containers }}\n'),
      'container',
    )
    expect(more).toEqual([])
    expect(reading(() => only?.variables.container)).toBe('unknown')
  })

  test.each([
    ['the template', 'template: {{ .Values.template }}'],
    ['the spec', 'template: { metadata: { labels: { app: web } }, spec: {{ .Values.spec }} }'],
    ['all that the spec holds', 'template:\n    spec:\n      {{- toYaml .Values.spec | nindent 6 }}'],
  ])('there is a pod where a template writes %s: nothing is known of it', (_, template) => {
    const deployment = chart(`apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  ${template}\n`)
    const read = { pod: 'hostNetwork', container: 'image', image: 'tag' } as const
    for (const scope of ['pod', 'container', 'image'] as const) {
      const [only, ...more] = collected(deployment, scope)
      expect(more).toEqual([])
      expect(reading(() => (only?.variables[scope] as Readonly<Record<string, unknown>> | undefined)?.[read[scope]])).toBe('unknown')
    }
  })

  test('whose labels a template writes may be what a Service selects', () => {
    const service = `apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { selector: { app: web } }\n---\n`
    const job = (template: string) => chart(`${service}apiVersion: batch/v1\nkind: Job\nmetadata: { name: a }\nspec: ${template}\n`)
    const selected = (files: ReturnType<typeof chart>) => {
      const found = collected(files, 'resource').find(({ resource }) => resource?.kind === 'Service')
      return reading(() => (found?.variables.related as Readonly<Record<string, unknown>> | undefined)?.pods)
    }
    expect(selected(job('{{ .Values.spec | toJson }}'))).toBe('unknown')
    expect(selected(job('{ template: { metadata: {{ .Values.meta }}, spec: { containers: [] } } }'))).toBe('unknown')
    expect(selected(job('{ template: { metadata: {}, spec: { containers: [] } } }'))).toEqual([])
  })

  test('beside those that a template adds are known', () => {
    const template = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: web\n      image: web\n    {{- toYaml .Values.more | nindent 4 }}\n`
    expect(collected(chart(template), 'container').map((subject) => subject.container)).toEqual(['web'])
  })
})

describe('pods of steps', () => {
  const workflow = (kind: string, spec: string) => `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}`
  const templates = `serviceAccountName: robot, templates: [
    { name: main, steps: [] },
    { name: build, serviceAccountName: builder, container: { image: build }, sidecars: [{ name: docker, image: docker }] },
    { name: test, metadata: { labels: { app: test } }, script: { image: test }, initContainers: [{ name: fetch, image: fetch }] },
  ]`

  test.each([
    ['Workflow', `{ ${templates} }`],
    ['WorkflowTemplate', `{ ${templates} }`],
    ['ClusterWorkflowTemplate', `{ ${templates} }`],
    ['CronWorkflow', `{ workflowSpec: { ${templates} } }`],
  ])('of a %s', (kind, spec) => {
    const pods = collected(workflow(kind, spec), 'pod').map((pod) => pod.value as Members)
    expect(pods.map((pod) => [pod.serviceAccountName, pod.restartPolicy])).toEqual([
      ['builder', 'Never'],
      ['robot', 'Never'],
    ])
    expect(collected(workflow(kind, spec), 'image').map((image) => (image.variables.image as Members).reference)).toEqual([
      'build',
      'docker',
      'fetch',
      'test',
    ])
  })

  test('of a Tekton task leave to its run what the run sets', () => {
    const task =
      'apiVersion: tekton.dev/v1\nkind: Task\nmetadata: { name: a }\nspec: { steps: [{ name: build, image: build }, { ref: { name: b } }], sidecars: [{ name: db, image: db }] }'
    const run = collected(task, 'pod')[0]?.value as Members
    expect(reading(() => run.serviceAccountName)).toBe('unknown')
    expect(collected(task, 'container').map((container) => container.container)).toEqual(['build', 'db'])
  })
})
