import { describe, expect, test } from 'vitest'
import type { Subject } from '../../../src/model/subject.ts'
import { chart, collected, documents, type Members, names, reading, related } from '../collected.ts'

const deployment = (name: string, labels: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: a, image: a }]${more} }
`
const service = (name: string, selector: string, namespace = 'shop') => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: ${selector}, ports: [{ port: 80 }] }
`
const policy = (name: string, spec: string, namespace = 'shop') => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`
const budget = (name: string, selector: string) => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec: { selector: ${selector} }
`

function resource(files: string | Record<string, string>, kind: string, name?: string): Subject | undefined {
  return collected(files, 'resource').find((subject) => subject.variant === kind && (name === undefined || subject.resource?.name === name))
}

function pod(files: string | Record<string, string>): Subject | undefined {
  return collected(files, 'pod')[0]
}

describe('selectors', () => {
  const labels = '{ app: web, tier: front }'
  test.each([
    ['matchLabels: { app: web }', true],
    ['matchLabels: { app: web, tier: front }', true],
    ['matchLabels: { app: web, tier: back }', false],
    ['', true],
    ['matchExpressions: [{ key: tier, operator: In, values: [back, front] }]', true],
    ['matchExpressions: [{ key: tier, operator: In, values: [back] }]', false],
    ['matchExpressions: [{ key: tier, operator: NotIn, values: [back] }]', true],
    ['matchExpressions: [{ key: track, operator: NotIn, values: [back] }]', true],
    ['matchExpressions: [{ key: tier, operator: NotIn, values: [front] }]', false],
    ['matchExpressions: [{ key: tier, operator: Exists }]', true],
    ['matchExpressions: [{ key: track, operator: Exists }]', false],
    ['matchExpressions: [{ key: track, operator: DoesNotExist }]', true],
    ['matchExpressions: [{ key: tier, operator: DoesNotExist }]', false],
    ['matchLabels: { app: web }, matchExpressions: [{ key: tier, operator: In, values: [back] }]', false],
  ])('{ %s }', (selector, matches) => {
    const files = documents(deployment('web', labels), budget('b', `{ ${selector} }`), policy('p', `{ podSelector: { ${selector} } }`))
    expect(names(pod(files), 'podDisruptionBudgets')).toEqual(matches ? ['b'] : [])
    expect(names(pod(files), 'networkPolicies')).toEqual(matches ? ['p'] : [])
    expect(names(resource(files, 'NetworkPolicy'), 'workloads')).toEqual(matches ? ['web'] : [])
  })

  test('reach only their own namespace', () => {
    const files = documents(deployment('web', labels), service('here', '{ app: web }'), service('there', '{ app: web }', 'other'))
    expect(names(pod(files), 'services')).toEqual(['here'])
    expect(names(resource(files, 'Service', 'here'), 'workloads')).toEqual(['web'])
  })

  test('of Services pick nothing when they are empty, or the Service only names another host', () => {
    const external = service('external', '{ app: web }').replace('spec: {', 'spec: { type: ExternalName,')
    expect(names(pod(documents(deployment('web', labels), service('all', '{}'), external)), 'services')).toEqual([])
  })

  test('on labels that controllers write are not settled', () => {
    const stateful = deployment('db', '{ app: db }').replace('Deployment', 'StatefulSet')
    const files = documents(stateful, service('first', '{ statefulset.kubernetes.io/pod-name: db-0 }'))
    expect(names(resource(files, 'Service'), 'workloads')).toBe('unknown')
  })

  test('that find nothing tell nothing where the pods are elsewhere', () => {
    const found = (files: string | Record<string, string>) => names(resource(files, 'Service'), 'workloads')
    const operated = 'apiVersion: example.com/v1\nkind: Database\nmetadata: { name: db, namespace: shop }\nspec: { replicas: 3 }'
    expect(found(service('web', '{ app: web }'))).toBe('unknown')
    expect(found(documents(service('web', '{ app: web }'), deployment('other', '{ app: other }')))).toEqual([])
    expect(found(documents(service('db', '{ app: db }'), deployment('other', '{ app: other }'), operated))).toBe('unknown')
    expect(found(documents(service('dns', '{ k8s-app: dns }', 'kube-system'), deployment('a', '{}').replace('shop', 'kube-system')))).toBe(
      'unknown',
    )
  })

  test('meet workloads of whose pods the files hold the labels alone', () => {
    const head = (kind: string, api: string) => `apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: web, namespace: shop }\n`
    const web = service('web', '{ app: web }')
    const workloads = (text: string, from = web) => names(resource(documents(from, text), 'Service'), 'workloads')
    const bare = `${head('Deployment', 'apps/v1')}spec: { template: { metadata: { labels: { app: web } } } }`
    expect(workloads(bare)).toEqual(['web'])
    expect(workloads(bare, service('other', '{ app: other }'))).toEqual([])
    expect(workloads(`${head('Deployment', 'apps/v1')}spec: { selector: { matchLabels: { app: web } } }`)).toEqual(['web'])
    expect(workloads(`${head('DeploymentConfig', 'apps.openshift.io/v1')}spec: { selector: { app: web } }`)).toEqual(['web'])
    expect(workloads(`${head('Deployment', 'apps/v1')}spec: { replicas: 3 }`)).toBe('unknown')
    const [pod] = reading(() => related(resource(documents(web, bare), 'Service')).pods) as readonly Members[]
    expect(reading(() => pod?.containers)).toBe('unknown')
    expect(collected(bare, 'pod')).toEqual([])
    const [shop] = collected(documents(bare, 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }'), 'namespace')
    expect([related(shop).pods, names(shop, 'workloads')]).toEqual([[], ['web']])
  })

  test('without a namespace tell something of their own folder only', () => {
    const bare = (text: string) => text.replace(', namespace: shop', '')
    const files = {
      'a/service.yaml': bare(service('web', '{ app: web }')),
      'b/deployment.yaml': bare(deployment('other', '{ app: other }')),
    }
    expect(names(resource(files, 'Service'), 'workloads')).toBe('unknown')
    expect(names(resource({ ...files, 'a/more.yaml': bare(deployment('more', '{ app: more }')) }, 'Service'), 'workloads')).toEqual([])
    expect(names(resource({ ...files, 'b/web.yaml': bare(deployment('web', '{ app: web }')) }, 'Service'), 'workloads')).toEqual(['web'])
  })
})

test.each<[string, string, Record<string, string>, unknown]>([
  ['is not among the files', '{ name: db, repository: "https://charts.example.com" }', {}, 'unknown'],
  ['is', '{ name: db }', { 'chart/charts/db/Chart.yaml': 'apiVersion: v2\nname: db\n' }, []],
  ['is a library beside it', '{ name: parts, repository: "file://../parts" }', { 'parts/Chart.yaml': 'name: parts\ntype: library\n' }, []],
  ['is another chart beside it', '{ name: db, repository: "file://../db/" }', { 'db/Chart.yaml': 'name: db\n' }, 'unknown'],
  ['is a library that is well known', '{ name: common, repository: "oci://registry-1.docker.io/bitnamicharts" }', {}, []],
  ['is called like a library', '{ name: common, repository: "https://charts.example.com" }', {}, 'unknown'],
])('a chart selects what it holds, and maybe pods of a dependency: one that %s', (_, dependency, more, expected) => {
  const bare = (text: string) => text.replace(', namespace: shop', '')
  const files = {
    'chart/Chart.yaml': `apiVersion: v2\nname: web\ndependencies: [${dependency}]\n`,
    'chart/templates/all.yaml': documents(bare(service('web', '{ app: wbe }')), bare(deployment('web', '{ app: web }'))),
  }
  expect(names(resource({ ...files, ...more }, 'Service'), 'workloads')).toEqual(expected)
})

describe('templates', () => {
  const template = (labels: string, selector: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    ${labels}
spec: { containers: [{ name: a, image: a }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p }
spec:
  podSelector:
    matchLabels:
      ${selector}
`
  test.each([
    ['app: web', 'app: web', ['p']],
    ['app: web', 'app: db', []],
    ['{{- include "labels" . | nindent 4 }}', 'app: web', 'unknown'],
    ['app: web', '{{- include "labels" . | nindent 6 }}', 'unknown'],
    ['app: {{ .Values.app }}', 'app: web', 'unknown'],
    ['app: {{ .Values.app }}', 'tier: web', []],
    ['app: {{ .Values.app }}', 'app: "{{ .Values.app }}"', ['p']],
    ['app: {{ .Values.app }}', 'app: {{ .Values.other }}', 'unknown'],
    ['app: {{ .Values.app }}\n    tier: front', 'app: {{ .Values.app }}\n      tier: back', []],
    ['{{ if .Values.app }}\n    app: {{ .Values.app }}\n    {{ end }}', 'app: {{ .Values.app }}', 'unknown'],
    ['app: web', '{{ if .Values.app }}\n      app: web\n      {{ end }}', 'unknown'],
    ['app: web\n    {{- include "labels" . | nindent 4 }}', 'app: web', ['p']],
  ])('labels %j, selector %j', (labels, selector, expected) => {
    expect(names(pod(chart(template(labels, selector))), 'networkPolicies')).toEqual(expected)
  })

  test('equal expressions name the same object', () => {
    const text = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: '{{ include "name" . }}' }
automountServiceAccountToken: false
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { serviceAccountName: '{{ include "name" . }}', containers: [] }
`
    expect(related(pod(chart(text))).serviceAccount).toMatchObject({ automountServiceAccountToken: false })
    expect(
      reading(() => related(pod(chart(text.replace('{ name: \'{{ include "name"', '{ name: \'{{ include "other"')))).serviceAccount),
    ).toBe('unknown')
  })
})

describe('names', () => {
  test('Ingresses and routes lead to Services, and Services to pods', () => {
    const files = documents(
      deployment('web', '{ app: web }'),
      service('web', '{ app: web }'),
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: new, namespace: shop }\nspec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }',
      'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: { name: old, namespace: shop }\nspec: { rules: [{ http: { paths: [{ backend: { serviceName: web, servicePort: 80 } }] } }] }',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: route, namespace: gateway }\nspec: { rules: [{ backendRefs: [{ name: web, namespace: shop, port: 80 }] }] }',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: other, namespace: other }\nspec: { defaultBackend: { service: { name: web } } }',
    )
    expect(names(pod(files), 'ingresses')).toEqual(['new', 'old', 'route'])
    expect(names(resource(files, 'Service'), 'ingresses')).toEqual(['new', 'old', 'route'])
    expect(related(resource(files, 'Ingress', 'old')).backends).toMatchObject([
      { service: 'web', port: 80n, services: [{ kind: 'Service' }] },
    ])
  })

  test('autoscalers by their target', () => {
    const files = documents(
      deployment('web', '{ app: web }'),
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: hpa, namespace: shop }\nspec: { scaleTargetRef: { kind: Deployment, name: web } }',
      'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: keda, namespace: shop }\nspec: { scaleTargetRef: { name: web } }',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: other, namespace: shop }\nspec: { scaleTargetRef: { kind: StatefulSet, name: web } }',
    )
    expect(names(pod(files), 'autoscalers')).toEqual(['hpa', 'keda'])
    expect(names(resource(files, 'HorizontalPodAutoscaler', 'hpa'), 'workloads')).toEqual(['web'])
    expect(names(resource(files, 'ScaledObject', 'keda'), 'workloads')).toEqual(['web'])
    expect(names(resource(files, 'HorizontalPodAutoscaler', 'other'), 'workloads')).toEqual([])
    expect(names(resource(documents(files, budget('web', '{ matchLabels: { app: web } }')), 'PodDisruptionBudget'), 'autoscalers')).toEqual(
      ['hpa', 'keda'],
    )
  })

  test.each([
    [
      'HorizontalPodAutoscaler',
      'apiVersion: autoscaling/v2',
      '{ scaleTargetRef: { kind: Deployment, name: {{ .Values.n }} } }',
      'workloads',
    ],
    ['Ingress', 'apiVersion: networking.k8s.io/v1', '{ defaultBackend: { service: { name: {{ .Values.n }} } } }', 'pods'],
  ])('a name that a template writes and nothing has is named as the reason: %s', (kind, apiVersion, spec, list) => {
    const subject = resource(chart(`${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}\n`), kind)
    expect(() => related(subject)[list]).toThrow('depends on the template expression {{ .Values.n }}')
  })

  test('what a pod needs, found or missing', () => {
    const more = `, imagePullSecrets: [{ name: registry }], volumes: [{ name: v, projected: { sources: [{ secret: { name: tls } }] } }, { name: c, configMap: { name: gone, optional: true } }]`
    const files = documents(
      deployment('web', '{}', more),
      'apiVersion: v1\nkind: Secret\nmetadata: { name: tls, namespace: shop }',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: other, namespace: elsewhere }',
    )
    const references = related(pod(files)).references as { kind: string; name: string; optional: boolean; objects: unknown[] }[]
    expect(references.map(({ kind, name, optional }) => [kind, name, optional])).toEqual([
      ['Secret', 'tls', false],
      ['ConfigMap', 'gone', true],
      ['Secret', 'registry', true],
    ])
    expect(references.map((reference) => reading(() => reference.objects.length))).toEqual([1, 'unknown', 0])
    expect(names(pod(files), 'secrets')).toEqual(['tls'])
  })
})

describe('rights', () => {
  const binding = (name: string, subject: string, role = 'ClusterRole, name: reader') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: ${name}, namespace: shop }
roleRef: { kind: ${role} }
subjects: [${subject}]
`
  const role = (name: string, rest: string) => `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: ${name}\n${rest}`
  const web = deployment('web', '{}', ', serviceAccountName: web')

  test.each([
    ['{ kind: ServiceAccount, name: web, namespace: shop }', true],
    ['{ kind: ServiceAccount, name: web }', true],
    ['{ kind: ServiceAccount, name: web, namespace: other }', false],
    ['{ kind: ServiceAccount, name: default, namespace: shop }', false],
    ['{ kind: User, name: system:serviceaccount:shop:web }', true],
    ['{ kind: Group, name: system:serviceaccounts:shop }', true],
    ['{ kind: Group, name: system:serviceaccounts:other }', false],
    ['{ kind: Group, name: system:serviceaccounts }', true],
    ['{ kind: Group, name: system:authenticated }', true],
    ['{ kind: Group, name: developers }', false],
  ])('of %s', (subject, holds) => {
    expect(names(pod(documents(web, binding('b', subject))), 'roleBindings')).toEqual(holds ? ['b'] : [])
  })

  test('of an aggregated role are those of the roles that it collects', () => {
    const files = documents(
      web,
      binding('b', '{ kind: ServiceAccount, name: web, namespace: shop }'),
      role('{ name: reader }', 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: reader } }] }\nrules: [{ verbs: [never] }]'),
      role('{ name: pods, labels: { to: reader } }', 'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]'),
      role('{ name: nodes, labels: { to: other } }', 'rules: [{ apiGroups: [""], resources: [nodes], verbs: [get] }]'),
    )
    const expected = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]
    expect(related(pod(files)).rules).toEqual(expected)
    expect(related(resource(files, 'RoleBinding')).rules).toEqual(expected)
    expect(related(resource(files, 'ClusterRole', 'reader')).rules).toEqual(expected)
    expect(names(resource(files, 'RoleBinding'), 'roles')).toEqual(['reader'])
  })

  const bound = (kind: string, roleRef: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: b, namespace: shop }\nroleRef: ${roleRef}\nsubjects: [{ kind: ServiceAccount, name: web, namespace: shop }]\n`
  const grants = (files: string) => related(pod(files)).grants as readonly Readonly<Record<string, unknown>>[]

  test('that are granted tell who grants them and where', () => {
    const own = role('{ name: pods }', 'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]')
    expect(grants(documents(web, own, bound('RoleBinding', '{ kind: ClusterRole, name: pods }')))).toMatchObject([
      {
        apiGroups: [''],
        resources: ['pods'],
        verbs: ['get'],
        resourceNames: [],
        role: 'pods',
        binding: 'b',
        everywhere: false,
        namespaces: ['shop'],
      },
    ])
    expect(grants(documents(web, own, bound('ClusterRoleBinding', '{ kind: ClusterRole, name: pods }')))).toMatchObject([
      { everywhere: true, namespaces: [] },
    ])
  })

  test('of a role that Kubernetes makes are known, of one that is elsewhere unknown', () => {
    const everything = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]
    expect(grants(documents(web, bound('ClusterRoleBinding', '{ kind: ClusterRole, name: cluster-admin }')))).toMatchObject(everything)
    const reader = '{ kind: Role, name: extension-apiserver-authentication-reader }'
    expect(grants(documents(web, bound('RoleBinding', reader)))).toMatchObject([
      { resources: ['configmaps'], resourceNames: ['extension-apiserver-authentication'] },
    ])
    expect(reading(() => grants(documents(web, bound('RoleBinding', '{ kind: Role, name: cluster-admin }'))))).toBe('unknown')
  })

  test.each([
    ['{ name: cluster-admin, labels: { kubernetes.io/bootstrapping: rbac-defaults } }', true],
    ['{ name: cluster-admin }', false],
    ['{ name: system:mine, labels: { kubernetes.io/bootstrapping: rbac-defaults } }', false],
  ])('%s is Kubernetes’ own: %s', (metadata, own) => {
    expect(related(resource(role(metadata, 'rules: []'), 'ClusterRole')).bootstrap).toBe(own)
  })
})
