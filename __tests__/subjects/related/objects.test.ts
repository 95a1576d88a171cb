import { describe, expect, test } from 'vitest'
import { chart, collected, documents, line, type Members, names, reading, related } from '../collected.ts'

const pod = (name: string, namespace = 'shop') => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec: { containers: [{ name: a, image: a }] }
`
const service = (name: string, labels = `{ app: ${name} }`) => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop, labels: ${labels} }
spec: { selector: { app: ${name} } }
`

const mappings = (subject: Parameters<typeof related>[0]) => (subject?.variables.mappings ?? []) as readonly Members[]

describe('mappings', () => {
  test('each with its keys as written, those without value too', () => {
    const [subject] = collected('kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\ndata:\n  b: x\n  a:\n', 'resource')
    expect(subject?.variables.mappings).toMatchObject([
      { path: '', keys: ['kind', 'apiVersion', 'metadata', 'data'] },
      { path: 'metadata', keys: ['name'] },
      { path: 'data', keys: ['b', 'a'] },
    ])
  })

  test('in lists; what an alias brings in is counted where it is written', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - &one { name: a, image: a }\n    - *one\n'
    const [subject] = collected(text, 'resource')
    expect(mappings(subject).map(({ path }) => path)).toEqual(['', 'spec', 'spec.containers[0]'])
  })

  test('of a template as far as they are written', () => {
    const [subject] = collected(chart('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  {{- include "labels" . }}\n  name: a\n'), 'resource')
    expect(mappings(subject)[0]).toMatchObject({ keys: ['apiVersion', 'kind', 'metadata'] })
  })
})

test('files that the API server is given are subjects, other configuration is none', () => {
  const file = (apiVersion: string, kind: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\n`
  const subjects = collected(
    documents(
      file('audit.k8s.io/v1', 'Policy'),
      file('apiserver.config.k8s.io/v1', 'EncryptionConfiguration'),
      file('apiserver.config.k8s.io/v1', 'AdmissionConfiguration'),
      file('kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration'),
    ),
    'resource',
  )
  expect(subjects.map(({ resource, variant }) => [resource?.kind, variant])).toEqual([
    ['Policy', 'configuration'],
    ['EncryptionConfiguration', 'configuration'],
  ])
})

describe('what monitors watch', () => {
  const monitor = (kind: string, spec: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: { name: m, namespace: monitoring }\nspec: ${spec}\n`
  const shop = 'namespaceSelector: { matchNames: [shop] }'

  test.each<[string, string, unknown]>([
    ['services', `{ ${shop}, selector: { matchLabels: { app: web } } }`, ['web']],
    ['services', `{ ${shop}, selector: { matchLabels: { app: gone } } }`, []],
    ['services', '{ selector: { matchLabels: { app: web } } }', 'unknown'],
    ['services', '{ namespaceSelector: { any: true }, selector: { matchLabels: { app: web } } }', ['web']],
    ['services', '{ namespaceSelector: { any: true }, selector: { matchLabels: { app: gone } } }', 'unknown'],
    ['services', '{ namespaceSelector: { matchNames: [kube-system] }, selector: { matchLabels: { app: dns } } }', 'unknown'],
    ['workloads', `{ ${shop}, selector: { matchLabels: { app: web } } }`, ['web']],
    ['workloads', `{ ${shop}, selector: { matchLabels: { app: gone } } }`, []],
  ])('%s of %s', (list, spec, expected) => {
    const kind = list === 'services' ? 'ServiceMonitor' : 'PodMonitor'
    const [subject] = collected(documents(monitor(kind, spec), service('web'), pod('web')), 'resource')
    expect(names(subject, list)).toEqual(expected)
  })
})

describe('peers of network policies', () => {
  const policy = (from: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: shop }
spec:
  podSelector: {}
  ingress:
    - from:
        - ${from}
`
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { team: shop } }'

  test.each<[string, unknown]>([
    ['podSelector: { matchLabels: { app: web } }', ['web']],
    ['podSelector: { matchLabels: { app: gone } }', []],
    ['{ podSelector: { matchLabels: { app: web } }, namespaceSelector: { matchLabels: { team: shop } } }', ['web']],
    ['{ podSelector: { matchLabels: { app: gone } }, namespaceSelector: { matchLabels: { team: shop } } }', []],
    ['{ podSelector: { matchLabels: { app: web } }, namespaceSelector: { matchLabels: { team: other } } }', 'unknown'],
  ])('%s', (peer, expected) => {
    const [subject] = collected(documents(policy(peer), namespace, pod('web')), 'resource')
    const [found = {}] = related(subject).peers as Members[]
    expect(found.direction).toBe('ingress')
    expect(reading(() => (found.workloads as { metadata: { name: string } }[]).map(({ metadata }) => metadata.name))).toEqual(expected)
  })
})

test('workloads behind an Ingress, and none that is known where a Service is missing', () => {
  const ingress = (name: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: i, namespace: shop }
spec: { defaultBackend: { service: { name: ${name}, port: { number: 80 } } } }
`
  const workloads = (name: string) => names(collected(documents(ingress(name), service('web'), pod('web')), 'resource')[0], 'workloads')
  expect([workloads('web'), workloads('gone')]).toEqual([['web'], 'unknown'])
})

test('routes of a Gateway, middlewares of a route, the class of a volume', () => {
  const found = (text: string, list: string) => names(collected(text, 'resource')[0], list)
  const gateway = 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: g, namespace: shop }\n'
  const route = (parent: string) =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r, namespace: app }\nspec: { parentRefs: [${parent}] }\n`
  expect(found(documents(gateway, route('{ name: g, namespace: shop }')), 'routes')).toEqual(['r'])
  expect(found(documents(gateway, route('{ name: g }')), 'routes')).toBe('unknown')
  const mesh = 'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: g, namespace: shop }\n'
  const virtual = (gateways: string) =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: r, namespace: app }\nspec: { gateways: [${gateways}] }\n`
  expect(found(documents(mesh, virtual('mesh, shop/g'), route('{ name: g, namespace: shop }')), 'routes')).toEqual(['r'])
  expect(found(documents(mesh, virtual('g')), 'routes')).toEqual([])
  const traefik = 'apiVersion: traefik.io/v1alpha1\n'
  const traefikRoute = `${traefik}kind: IngressRoute\nmetadata: { name: i }\nspec: { routes: [{ middlewares: [{ name: m }] }] }\n`
  expect(found(documents(traefikRoute, `${traefik}kind: Middleware\nmetadata: { name: m }\n`), 'middlewares')).toEqual(['m'])
  expect(found(traefikRoute, 'middlewares')).toBe('unknown')
  const volume = 'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: v }\nspec: { storageClassName: fast }\n'
  expect(
    found(documents(volume, 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\n'), 'storageClasses'),
  ).toEqual(['fast'])
  expect(found(volume, 'storageClasses')).toBe('unknown')
  expect(found(volume.replace('fast', "''"), 'storageClasses')).toEqual([])
})

test.each<[string, string, boolean]>([
  ['a constraint without kinds', 'apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: NoRoot\nmetadata: { name: p }', true],
  [
    'a constraint of Services',
    'apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: NoRoot\nmetadata: { name: p }\nspec: { match: { kinds: [{ kinds: [Service] }] } }',
    false,
  ],
  [
    'a policy that only mutates',
    'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: p }\nspec: { rules: [{ match: { resources: { kinds: [Pod] } }, mutate: {} }] }',
    false,
  ],
  [
    'a webhook for pods',
    "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: p }\nwebhooks: [{ rules: [{ apiGroups: [''], resources: [pods] }] }]",
    true,
  ],
  [
    'a webhook for Deployments',
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: p }\nwebhooks: [{ rules: [{ apiGroups: [apps], resources: [pods] }] }]',
    false,
  ],
])('%s judges pods: %s', (_, policy, expected) => {
  const [subject] = collected(documents('apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }', policy), 'resource')
  expect(names(subject, 'podPolicies')).toEqual(expected ? ['p'] : [])
})

describe('clusters', () => {
  const repository = (files: Readonly<Record<string, string>>) => collected(files, 'repository')[0]?.variables.repository as Members

  test('versions as written, and nothing that a variable decides or that merely looks like one', () => {
    const files = {
      'main.tf': [
        'resource "constructor" "a" {\n  version = "1.20"\n}',
        'resource "azurerm_kubernetes_cluster" "b" {\n  # kubernetes_version = "1.20"\n  kubernetes_version = "1.30.4"\n}',
        'resource "google_container_cluster" "c" {\n  min_master_version = var.version\n}',
        'module "eks" {\n  source = "terraform-aws-modules/eks/aws"\n  version = "1.19.0"\n  cluster_version = "1.31"\n}\n',
      ].join('\n'),
      'k3d.yaml': 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nimage: rancher/k3s:v1.29.3-k3s1\n',
      'plan.yaml':
        'apiVersion: upgrade.cattle.io/v1\nkind: Plan\nmetadata: { name: os }\nspec: { version: v1.2.0, upgrade: { image: example/os } }\n',
      'examples/kubeadm.yaml': 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.20.0\n',
      'kubeadm.yaml': 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: stable-1\n',
    }
    const found = repository(files).clusterVersions as { version: string; minor: bigint; file: string }[]
    expect(found.map(({ version, minor, file }) => [file, version, minor])).toEqual([
      ['k3d.yaml', 'rancher/k3s:v1.29.3-k3s1', 29n],
      ['main.tf', '1.30.4', 30n],
      ['main.tf', '1.31', 31n],
    ])
  })

  test('network plugins by images, charts, CNI files and settings', () => {
    const daemonSet = (image: string) =>
      `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: n }\nspec: { template: { spec: { containers: [{ name: a, image: ${image} }] } } }\n`
    const files = {
      'a.yaml': daemonSet('docker.io/rancher/mirrored-flannel-flannel:v0.26.0'),
      'b.yaml': daemonSet('quay.io/cilium/cilium:v1.16.0'),
      'c.yaml': daemonSet('registry.example.com/calico/node-exporter:1'),
      'd/10-flannel.conflist': '{ "plugins": [{ "type": "flannel" }, { "type": "portmap" }] }\n',
      'e.yaml': 'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nspec: { networking: { kuberouter: {} } }\n',
      'f.tf': 'resource "google_container_cluster" "a" {\n  datapath_provider = "ADVANCED_DATAPATH"\n}\n',
    }
    const found = repository(files).networkPlugins as { name: string; enforces: boolean; file: string }[]
    expect(found.map(({ name, enforces, file }) => [file, name, enforces])).toEqual([
      ['a.yaml', 'Flannel', false],
      ['b.yaml', 'Cilium', true],
      ['e.yaml', 'kube-router', true],
      ['d/10-flannel.conflist', 'Flannel', false],
      ['f.tf', 'google_container_cluster', true],
    ])
  })
})

test('old NetworkPolicies select pods too', () => {
  const old = `apiVersion: extensions/v1beta1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: { matchLabels: { app: web } } }\n`
  const [subject] = collected(documents(old, pod('web')), 'resource')
  expect(names(subject, 'workloads')).toEqual(['web'])
  expect(line(subject)).toBe(1)
})
