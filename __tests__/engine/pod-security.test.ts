import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { gate } from '../../src/gate.ts'
import { memoryTree } from '../../src/source/memory.ts'

const hardened = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }
const restricted = { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } }
const app = (securityContext: object, more: object = {}) => ({ name: 'app', image: 'registry.example.com/app:1', securityContext, ...more })

async function level(spec: object, { metadata = {}, version = '1.36' }: { metadata?: object; version?: string } = {}) {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'app', ...metadata }, spec }
  const tree = memoryTree({ 'pod.json': JSON.stringify(pod, null, 2), '.maturity-gate.yaml': `kubernetes-version: '${version}'\n` })
  const settings = await loadConfig(tree, { root: '/nowhere', cwd: '/nowhere', explicit: undefined }, { paths: [], exclude: [] })
  const [entry] = gate(tree, { ...settings, kubernetesVersion: version }).podSecurity ?? []
  return entry && { level: entry.level, blockedBy: entry.blockedBy }
}

// What k8s.io/pod-security-admission v0.36 answers; the volume without a source after the defaults that the API server sets first.
test.each<[string, object, string]>([
  ['hardened', { ...restricted, containers: [app(hardened)] }, 'restricted'],
  ['nothing set', { containers: [app({})] }, 'baseline'],
  ['privileged', { ...restricted, containers: [app({ privileged: true })] }, 'privileged'],
  ['host network', { ...restricted, hostNetwork: true, containers: [app(hardened)] }, 'privileged'],
  ['host port', { ...restricted, containers: [app(hardened, { ports: [{ containerPort: 80, hostPort: 80 }] })] }, 'privileged'],
  [
    'host of a probe',
    { ...restricted, containers: [app(hardened, { livenessProbe: { httpGet: { port: 80, host: 'x' } } })] },
    'privileged',
  ],
  ['a volume without a source', { ...restricted, volumes: [{ name: 'v' }], containers: [app(hardened)] }, 'restricted'],
  ['nfs', { ...restricted, volumes: [{ name: 'v', nfs: { server: 's', path: '/' } }], containers: [app(hardened)] }, 'baseline'],
  ['host path', { ...restricted, volumes: [{ name: 'v', hostPath: { path: '/' } }], containers: [app(hardened)] }, 'privileged'],
  ['an init container', { ...restricted, initContainers: [app({})], containers: [app(hardened)] }, 'baseline'],
  ['root with a user namespace', { hostUsers: false, ...seccompOnly(), containers: [app({ ...hardened, runAsUser: 0 })] }, 'restricted'],
  ['a windows pod', { os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, containers: [app({})] }, 'restricted'],
  ['seccomp type missing', { securityContext: { runAsNonRoot: true, seccompProfile: {} }, containers: [app(hardened)] }, 'privileged'],
])('%s', async (_, spec, expected) => {
  expect((await level(spec))?.level).toBe(expected)
})

function seccompOnly() {
  return { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }
}

test('the version decides: a host in a probe was allowed before 1.34', async () => {
  const spec = { ...restricted, containers: [app(hardened, { livenessProbe: { httpGet: { port: 80, host: 'x' } } })] }
  expect((await level(spec, { version: '1.33' }))?.level).toBe('restricted')
})

test('blockedBy names the rules that say the same as the failing checks, and fail', async () => {
  expect((await level({ ...restricted, hostPID: true, containers: [app(hardened)] }))?.blockedBy).toEqual(['no-host-pid'])
  expect((await level({ ...restricted, containers: [app({ allowPrivilegeEscalation: false })] }))?.blockedBy).toEqual([
    'drop-all-capabilities',
  ])
  expect((await level({ ...restricted, containers: [app({ ...hardened, allowPrivilegeEscalation: true })] }))?.blockedBy).toEqual([
    'privilege-escalation-disabled',
  ])
})
