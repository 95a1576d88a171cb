import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import { at, type Fields, isMapping, keysOf, mappingAt, mappingsAt, member, textAt } from '../values.ts'
import { Flags } from './flags.ts'

/** Flags of the kubelet and their fields in a KubeletConfiguration. */
const KUBELET: Readonly<Record<string, readonly string[]>> = {
  'anonymous-auth': ['authentication', 'anonymous', 'enabled'],
  'authorization-mode': ['authorization', 'mode'],
  'client-ca-file': ['authentication', 'x509', 'clientCAFile'],
  'event-qps': ['eventRecordQPS'],
  'feature-gates': ['featureGates'],
  'make-iptables-util-chains': ['makeIPTablesUtilChains'],
  'pod-max-pids': ['podPidsLimit'],
  'protect-kernel-defaults': ['protectKernelDefaults'],
  'read-only-port': ['readOnlyPort'],
  'rotate-certificates': ['rotateCertificates'],
  'rotate-server-certificates': ['serverTLSBootstrap'],
  'streaming-connection-idle-timeout': ['streamingConnectionIdleTimeout'],
  'tls-cert-file': ['tlsCertFile'],
  'tls-cipher-suites': ['tlsCipherSuites'],
  'tls-private-key-file': ['tlsPrivateKeyFile'],
}

const SCHEDULER: Readonly<Record<string, readonly string[]>> = { profiling: ['enableProfiling'] }

const PROXY: Readonly<Record<string, readonly string[]>> = { 'metrics-bind-address': ['metricsBindAddress'] }

/** What a component's configuration file decides, by the component. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kubelet: KUBELET,
  'kube-scheduler': SCHEDULER,
  'kube-proxy': PROXY,
}

/** A component's own configuration file, under the names of its flags. `placed` tells where they stand when it is a text in another file. */
export function configurationFlags(name: string, value: Fields, placed = (origin: Origin) => origin): Flags {
  const flags = new Flags()
  for (const [flag, path] of Object.entries(FIELDS[name] ?? {})) {
    const holder = at(value, ...path.slice(0, -1))
    const found = holder instanceof Unsettled ? holder : member(holder, path.at(-1) as string)
    const text = flagText(found)
    const origin = originOf(holder)?.child(path.at(-1) as string) ?? originOf(value)
    if (text !== undefined) flags.set(flag, text, origin && placed(origin))
  }
  return flags
}

function flagText(value: unknown): string | Unsettled | undefined {
  if (value === undefined || value instanceof Unsettled) return value
  if (Array.isArray(value)) return joined(Array.from({ length: value.length }, (_, index) => member(value, index)))
  if (!isMapping(value)) return String(value)
  const keys = keysOf(value)
  return keys instanceof Unsettled ? keys : joined(keys.map((key) => gate(key, member(value, key))))
}

function gate(key: string, value: unknown): unknown {
  return value instanceof Unsettled ? value : `${key}=${String(value)}`
}

function joined(items: readonly unknown[]): string | Unsettled {
  const unsettled = items.find((item) => item instanceof Unsettled)
  return unsettled instanceof Unsettled ? unsettled : items.map(String).join(',')
}

const PKI = '/etc/kubernetes/pki'
const pair = (name: string, file: string) => ({ [`${name}certfile`]: `${PKI}/${file}.crt`, [`${name}keyfile`]: `${PKI}/${file}.key` })

/** What kubeadm tells a component unless extraArgs say otherwise, as far as rules ask for it. */
const KUBEADM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kube-apiserver': {
    'authorization-mode': 'Node,RBAC',
    'client-ca-file': `${PKI}/ca.crt`,
    'enable-admission-plugins': 'NodeRestriction',
    'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
    'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
    'service-account-key-file': `${PKI}/sa.pub`,
    'service-account-signing-key-file': `${PKI}/sa.key`,
    'tls-cert-file': `${PKI}/apiserver.crt`,
    'tls-private-key-file': `${PKI}/apiserver.key`,
  },
  'kube-controller-manager': {
    'bind-address': '127.0.0.1',
    'root-ca-file': `${PKI}/ca.crt`,
    'service-account-private-key-file': `${PKI}/sa.key`,
    'use-service-account-credentials': 'true',
  },
  'kube-scheduler': { 'bind-address': '127.0.0.1' },
  etcd: {
    'cert-file': `${PKI}/etcd/server.crt`,
    'client-cert-auth': 'true',
    'key-file': `${PKI}/etcd/server.key`,
    'peer-cert-file': `${PKI}/etcd/peer.crt`,
    'peer-client-cert-auth': 'true',
    'peer-key-file': `${PKI}/etcd/peer.key`,
    'trusted-ca-file': `${PKI}/etcd/ca.crt`,
  },
}

/** What kubeadm adds to a KubeletConfiguration that stands in its own file. */
export const KUBEADM_KUBELET: Readonly<Record<string, string>> = {
  'anonymous-auth': 'false',
  'authorization-mode': 'Webhook',
  'client-ca-file': `${PKI}/ca.crt`,
  'rotate-certificates': 'true',
}

const PARTS: readonly (readonly [name: string, path: readonly string[]])[] = [
  ['kube-apiserver', ['apiServer']],
  ['kube-controller-manager', ['controllerManager']],
  ['kube-scheduler', ['scheduler']],
  ['etcd', ['etcd', 'local']],
]

/** The components of a ClusterConfiguration of kubeadm. */
export function kubeadmComponents(cluster: Fields): { name: string; flags: Flags; origin: Origin }[] {
  const ground = originOf(cluster)
  if (!ground) return []
  const external = mappingAt(cluster, 'etcd', 'external')
  return PARTS.filter(([name]) => name !== 'etcd' || !external).map(([name, path]) => {
    const part = at(cluster, ...path)
    const flags = extraArguments(part)
    flags.setDefaults({ ...KUBEADM[name], ...(name === 'kube-apiserver' ? etcdFlags(external) : {}) })
    const origin = originOf(member(part, 'extraArgs')) ?? originOf(part) ?? ground
    return { name, flags, origin }
  })
}

/** The kubelets that kubeadm starts by an InitConfiguration or JoinConfiguration: what their own file adds is not told here. */
export function kubeadmKubelet(configuration: Fields): { name: string; flags: Flags; origin: Origin }[] {
  const registration = at(configuration, 'nodeRegistration')
  const origin = originOf(member(registration, 'kubeletExtraArgs'))
  if (!origin) return []
  const flags = extraArguments(registration, 'kubeletExtraArgs')
  flags.leaveOpen(new Unsettled('depends on the KubeletConfiguration that kubeadm writes', origin))
  return [{ name: 'kubelet', flags, origin }]
}

function etcdFlags(external: Fields | undefined): Record<string, string> {
  if (!external) return { 'etcd-cafile': `${PKI}/etcd/ca.crt`, ...pair('etcd-', 'apiserver-etcd-client') }
  const given: Record<string, string> = {}
  for (const [field, flag] of [
    ['caFile', 'etcd-cafile'],
    ['certFile', 'etcd-certfile'],
    ['keyFile', 'etcd-keyfile'],
  ] as const) {
    const text = textAt(external, field)
    if (text) given[flag] = text
  }
  return given
}

// A mapping until v1beta3, a list of names and values since.
function extraArguments(part: unknown, field = 'extraArgs'): Flags {
  const flags = new Flags()
  const extra = part instanceof Unsettled ? part : member(part, field)
  if (extra instanceof Unsettled) flags.leaveOpen(extra)
  for (const item of mappingsAt(part, field)) {
    const name = textAt(item, 'name')
    if (name !== undefined) setValue(flags, name, member(item, 'value'), originOf(item))
  }
  if (!isMapping(extra)) return flags
  const keys = keysOf(extra)
  if (keys instanceof Unsettled) flags.leaveOpen(keys)
  else for (const name of keys) setValue(flags, name, member(extra, name), originOf(extra)?.child(name))
  return flags
}

function setValue(flags: Flags, name: string, value: unknown, origin: Origin | undefined): void {
  flags.set(name, value instanceof Unsettled ? value : String(value ?? ''), origin)
}
