import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { chart, collected, documents, type Members, reading } from '../collected.ts'

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n${indent(container)}`
const indent = (text: string) => text.replace(/^/gm, '      ')

function component(files: string | Record<string, string>): Members {
  return collected(files, 'component')[0]?.variables.component as Members
}

function flags(files: string | Record<string, string>): Members {
  return component(files).flags as Members
}

test.each([
  ['command: [kube-apiserver, --a=1, --b, --c, d]', 'kube-apiserver', { a: '1', b: 'true', c: 'd' }],
  ['command: [/usr/local/bin/etcd]\nargs: [-auto-tls=true]', 'etcd', { 'auto-tls': 'true' }],
  ['args: [hyperkube, apiserver, --secure_port=0]', 'kube-apiserver', { 'secure-port': '0' }],
  ['command: [/go-runner, --log-file=/x, kube-scheduler, --profiling=false]', 'kube-scheduler', { profiling: 'false' }],
  ['command: [sh, -c, "mkfifo x; exec kube-controller-manager --a=1 --b=2 > x"]', 'kube-controller-manager', { a: '1', b: '2' }],
  ['command: [kube-apiserver, --a=1, --a=2]', 'kube-apiserver', { a: '2' }],
  [
    'command: [kube-apiserver, --authorization-mode=Node, --authorization-mode=RBAC]',
    'kube-apiserver',
    { 'authorization-mode': 'Node,RBAC' },
  ],
  [
    'command: [etcd, --key-file=k]\nenv: [{ name: ETCD_CERT_FILE, value: c }, { name: ETCD_KEY_FILE, value: x }]',
    'etcd',
    { 'key-file': 'k', 'cert-file': 'c' },
  ],
])('%s', (container, name, expected) => {
  expect(component(pod(container))).toMatchObject({ name, form: 'container' })
  expect({ ...flags(pod(container)) }).toEqual(expected)
})

test.each([
  ['registry.k8s.io/kube-apiserver:v1.19.16', 'kube-apiserver', 19],
  ['registry.example.com:5000/hyperkube:1.6', 'kube-apiserver', 6],
  ['registry.k8s.io/kube-apiserver', 'kube-apiserver', 0],
  ['registry.k8s.io/kube-apiserver:latest', 'kube-apiserver', 0],
  ['index.docker.io/rancher/hardened-kubernetes:v1.32.11-rke2r1', 'kubelet', 32],
  ['registry.k8s.io/etcd:1.19.0', 'etcd', 0],
])('the tag of %s of %s names minor version %i', (image, command, minor) => {
  expect(component(pod(`image: ${image}\ncommand: [${command}]`))).toMatchObject({ minor })
})

test.each([
  'command: [sh, -c, "echo kube-apiserver"]',
  'command: [curl, etcd]',
  'image: etcd',
  'args: [--kubelet-service=kube-system/kubelet]',
])('no component: %s', (container) => {
  expect(collected(pod(container), 'component')).toEqual([])
})

test.each([
  ['command: [etcd]\nenvFrom: [{ configMapRef: { name: a } }]', 'cert-file', 'unknown'],
  ['command: [etcd]\nenv: [{ name: ETCD_CERT_FILE, valueFrom: {} }]', 'cert-file', 'unknown'],
  ['command: [etcd, --config-file=/etc/etcd.yaml]', 'cert-file', 'unknown'],
  ['command: [kubelet, --config=/etc/kubelet.yaml]', 'anonymous-auth', 'unknown'],
  ['command: [kubelet, --config=/etc/kubelet.yaml, --anonymous-auth=false]', 'anonymous-auth', 'false'],
  ['command: [kubelet, --config=/etc/kubelet.yaml]', 'hostname-override', undefined],
])('%s: %s is %s', (container, flag, expected) => {
  expect(reading(() => flags(pod(container))[flag])).toEqual(expected)
})

test.each([
  ['- "--a={{ .Values.a }}"', 'a', 'unknown'],
  ['- "--a={{ .Values.a }}"', 'b', undefined],
  ['- {{ .Values.a }}', 'b', 'unknown'],
  ['- --b=1\n{{ .Values.more }}', 'b', '1'],
])('templated: %s', (item, flag, expected) => {
  const files = chart(pod(`command:\n  - kube-apiserver\n${item.replace(/^/gm, '  ')}`))
  expect(reading(() => flags(files)[flag])).toEqual(expected)
})

const kubeadm = (rest: string) => `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n${rest}`

test('kubeadm: extraArgs in both forms, over what kubeadm sets itself', () => {
  const names = (rest: string) => collected(kubeadm(rest), 'component').map(({ variables }) => (variables.component as Members).name)
  expect(names('')).toEqual(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd'])
  expect(names('etcd: { external: { endpoints: [a] } }')).toEqual(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'])
  expect(flags(kubeadm('apiServer: { extraArgs: { profiling: "false" } }'))).toMatchObject({
    profiling: 'false',
    'authorization-mode': 'Node,RBAC',
  })
  const list = 'apiServer: { extraArgs: [{ name: authorization-mode, value: RBAC }, { name: profiling, value: "false" }] }'
  expect(flags(kubeadm(list))).toMatchObject({ profiling: 'false', 'authorization-mode': 'RBAC' })
})

test('Cluster API holds the same configuration', () => {
  const text = `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata: { name: a }
spec:
  kubeadmConfigSpec:
    clusterConfiguration:
      apiServer: { extraArgs: { profiling: "false" } }
`
  expect(flags(text)).toMatchObject({ profiling: 'false', 'client-ca-file': '/etc/kubernetes/pki/ca.crt' })
})

const kubelet = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
readOnlyPort: 0
tlsCipherSuites: [A, B]
featureGates: { C: true, D: false }
`

test('a KubeletConfiguration has the names of flags, each where its field stands', () => {
  const found = flags(kubelet)
  expect({ ...found }).toEqual({
    'anonymous-auth': 'true',
    'read-only-port': '0',
    'tls-cipher-suites': 'A,B',
    'feature-gates': 'C=true,D=false',
  })
  const origin = originOf(found)?.child('anonymous-auth')
  expect(origin?.source.place(origin.key).line).toBe(5)
})

test('kubeadm completes the KubeletConfiguration of its own file', () => {
  const beside = { 'a.yaml': documents(kubeadm(''), kubelet) }
  const own = collected(beside, 'component').find(({ label }) => label.startsWith('kubelet'))
  expect((own?.variables.component as Members | undefined)?.flags).toMatchObject({
    'rotate-certificates': 'true',
    'anonymous-auth': 'true',
  })
})

test('what a configuration file in a ConfigMap says stands on its line', () => {
  const map =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: kube-proxy }\ndata:\n  config.conf: |\n    kind: KubeProxyConfiguration\n    apiVersion: kubeproxy.config.k8s.io/v1alpha1\n    metricsBindAddress: 0.0.0.0\n'
  expect(component(map)).toMatchObject({ name: 'kube-proxy', form: 'configuration', flags: { 'metrics-bind-address': '0.0.0.0' } })
  const origin = originOf(flags(map))?.child('metrics-bind-address')
  expect(origin?.source.place(origin.key ?? origin.span).line).toBe(8)
})

test('where the text is written otherwise than it reads, what it says stands at its key', () => {
  const map =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: kube-proxy }\ndata:\n  config.conf: "kind: KubeProxyConfiguration\\n\\\n    apiVersion: kubeproxy.config.k8s.io/v1alpha1\\nmetricsBindAddress: \\"0.0.0.0\\"\\n"\n'
  const origin = originOf(flags(map))?.child('metrics-bind-address')
  expect(origin?.source.place(origin.key)).toMatchObject({ line: 5, column: 3 })
})

test('what kubeadm tells a kubelet is not all that it is told', () => {
  const join =
    'apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    - { name: anonymous-auth, value: "true" }\n'
  expect(component(join)).toMatchObject({ name: 'kubelet', form: 'kubeadm' })
  expect(reading(() => flags(join)['anonymous-auth'])).toBe('true')
  expect(reading(() => flags(join)['protect-kernel-defaults'])).toBe('unknown')
})

test('policies tell what they do at admission', () => {
  const policy = (rule: string) =>
    `---\napiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: p }\nspec: { rules: [{ ${rule} }] }\n`
  const api = `${pod('command: [kube-apiserver]')}\n`
  expect(component(api).policies).toEqual([])
  expect(component(api + policy('verifyImages: []')).policies).toEqual([{ name: 'p', forbidsExternalIPs: false, verifiesImages: true }])
  const forbids = policy('validate: { pattern: { spec: { "=(externalIPs)": "null" } } }')
  expect(component(api + forbids).policies).toEqual([{ name: 'p', forbidsExternalIPs: true, verifiesImages: false }])
})
