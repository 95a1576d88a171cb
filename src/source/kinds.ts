import type { YamlKind } from '../model/document.ts'
import type { NameKind } from './names.ts'

const API_VERSION = /\bapiVersion["']?\s*:/
const KIND = /\bkind["']?\s*:/
// Where an object's own keys stand.
const TOP_API_VERSION = /^["']?apiVersion["']?[ \t]*:/m
const TOP_KIND = /^["']?kind["']?[ \t]*:/m
const SERVICES = /^["']?services["']?[ \t]*:[ \t]*(?:#.*)?\r?$/m
const IMAGE_OR_BUILD = /^[ \t]+(?:image|build)[ \t]*:/m

const TOP_HALF = /^["']?(?:apiVersion|kind)["']?[ \t]*:[ \t]*["']?[A-Za-z]/m
const TOP_BODY = /^["']?(?:metadata|spec)["']?[ \t]*:/m

/** Whether a text is worth looking at as Kubernetes at all. Cheap: most YAML and JSON files are something else. */
export function mayBeKubernetes(text: string): boolean {
  if (text.includes('apiVersion') && text.includes('kind') && API_VERSION.test(text) && KIND.test(text)) return true
  return (text.includes('apiVersion') || text.includes('kind')) && TOP_HALF.test(text) && TOP_BODY.test(text)
}

const A_VERSION = /^(?:[a-z0-9.-]+\/)?v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/
const A_KIND = /^[A-Z][A-Za-z0-9]*$/

/** Whether a document is plainly an object whose apiVersion or kind was forgotten: one of the two, and a body. No cluster takes it. */
export function isHalf({
  apiVersion,
  kind,
  keys,
}: {
  apiVersion?: string | undefined
  kind?: string | undefined
  keys: readonly string[]
}): boolean {
  if (!keys.includes('metadata') && !keys.includes('spec')) return false
  if (kind === undefined) return apiVersion !== undefined && A_VERSION.test(apiVersion) && !keys.includes('kind')
  return apiVersion === undefined && A_KIND.test(kind) && !keys.includes('apiVersion')
}

/** Whether a text that does not parse was meant for Kubernetes: both keys stand where an object's own do. */
export function isMeantForKubernetes(text: string, name: NameKind, templated: boolean): boolean {
  if (name === 'json' || templated) return mayBeKubernetes(text)
  return TOP_API_VERSION.test(text) && TOP_KIND.test(text)
}

export function mayBeCompose(text: string): boolean {
  return SERVICES.test(text) && IMAGE_OR_BUILD.test(text)
}

/** API groups whose objects no cluster holds: configuration of tools and components. */
const CONFIGURATION = new Set([
  ...['apiserver.config.k8s.io', 'audit.k8s.io', 'client.authentication.k8s.io', 'kubeadm.k8s.io', 'kubectl.config.k8s.io'],
  ...['kubelet.config.k8s.io', 'kubeproxy.config.k8s.io', 'kubescheduler.config.k8s.io', 'kubecontrollermanager.config.k8s.io'],
  ...['cloudcontrollermanager.config.k8s.io', 'controller-runtime.sigs.k8s.io', 'clusterctl.cluster.x-k8s.io', 'config.kubernetes.io'],
  ...[
    'skaffold',
    'kind.x-k8s.io',
    'kind.sigs.k8s.io',
    'k3d.io',
    'ctlptl.dev',
    'minikube.sigs.k8s.io',
    'eksctl.io',
    'kops.k8s.io',
    'k0sctl.k0sproject.io',
  ],
  ...[
    'kubeone.k8c.io',
    'kuttl.dev',
    'kpt.dev',
    'fn.kpt.dev',
    'cli.kyverno.io',
    'chainsaw.kyverno.io',
    'backstage.io',
    'scaffolder.backstage.io',
    'garden.io',
  ],
  ...[
    'kapp.k14s.io',
    'kbld.k14s.io',
    'vendir.k14s.io',
    'imgpkg.carvel.dev',
    'mirror.openshift.io',
    'krew.googlecontainertools.github.com',
    'openslo',
    'builder.scaffold',
  ],
  ...[
    'test.gatekeeper.sh',
    'resourcemanager.config.k8s.io',
    'pod-security.admission.config.k8s.io',
    'imagepolicy.k8s.io',
    'helm.garden.io',
    'tilt.dev',
  ],
])

/** Kubernetes' own groups without a dot. Any other has one, so that `skaffold/v4beta1` and `release-notes/v2` belong to tools. */
const SHORT_GROUPS = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy'])

/** Kinds that stay Kubernetes' own under a misspelt group: `app/v1`. */
const COMMON =
  /^(?:Pod|Deployment|DaemonSet|StatefulSet|ReplicaSet|ReplicationController|Job|CronJob|Service|ServiceAccount|ConfigMap|Secret|Namespace|Ingress|(?:Cluster)?Role(?:Binding)?|NetworkPolicy|PersistentVolume(?:Claim)?|HorizontalPodAutoscaler|PodDisruptionBudget|List)$/

// What the API server asks and answers: no cluster holds any, and who keeps one in a file tests with it.
const MESSAGE_GROUPS = new Set(['admission.k8s.io', 'apidiscovery.k8s.io', 'meta.k8s.io'])
const MESSAGES: ReadonlyMap<string, RegExp> = new Map([
  ['', /^(?:API(?:Group|GroupList|ResourceList|Versions)|DeleteOptions|Status|WatchEvent)$/],
  ['apiextensions.k8s.io', /^ConversionReview$/],
  ['authentication.k8s.io', /^(?:Token|SelfSubject)Review$/],
  ['authorization.k8s.io', /Review$/],
])

function isMessage(group: string, kind: string): boolean {
  return MESSAGE_GROUPS.has(group) || MESSAGES.get(group)?.test(kind) === true
}

function isConfiguration(apiVersion: string, kind: string): boolean {
  const group = groupOf(apiVersion)
  if (CONFIGURATION.has(group) || isMessage(group, kind)) return true
  if (group === '') return apiVersion === 'v1' && kind === 'Config' // a kubeconfig
  return !group.includes('.') && !SHORT_GROUPS.has(group) && !COMMON.test(kind)
}

/** Another tool's data: a group that is none of Kubernetes' and has no dot, and a kind as no Go type is called (`kind: bug-fix`). */
export function isOthers({ apiVersion, kind }: { apiVersion?: string | undefined; kind?: string | undefined }): boolean {
  if (apiVersion === undefined || kind === undefined || !/^[a-z]/.test(kind)) return false
  const group = groupOf(apiVersion)
  return !group.includes('.') && !SHORT_GROUPS.has(group) && !CONFIGURATION.has(group)
}

export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

/** Groups of the kinds that charts write for several versions of Kubernetes; those of the core group are left out. */
const HOMES: Readonly<Record<string, string>> = {
  ...named('apps', ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet']),
  ...named('batch', ['Job', 'CronJob']),
  ...named('autoscaling', ['HorizontalPodAutoscaler']),
  ...named('policy', ['PodDisruptionBudget', 'PodSecurityPolicy']),
  ...named('networking.k8s.io', ['Ingress', 'IngressClass', 'NetworkPolicy']),
  ...named('rbac.authorization.k8s.io', ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']),
  ...named('storage.k8s.io', ['StorageClass', 'CSIDriver']),
  ...named('scheduling.k8s.io', ['PriorityClass']),
  ...named('admissionregistration.k8s.io', ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']),
  ...named('apiextensions.k8s.io', ['CustomResourceDefinition']),
  ...named('apiregistration.k8s.io', ['APIService']),
}

function named(group: string, kinds: readonly string[]): Record<string, string> {
  return Object.fromEntries(kinds.map((kind) => [kind, group]))
}

/** The group of an object of which only the kind is settled. */
export function homeOf(kind: string): string {
  return Object.hasOwn(HOMES, kind) ? (HOMES[kind] ?? '') : ''
}

/** What a document is, by the file's name and the document's head; undefined for what is none of ours. */
export function kindOf(name: NameKind, head: { apiVersion?: string | undefined; kind?: string | undefined }): YamlKind | undefined {
  const { apiVersion, kind } = head
  if (apiVersion !== undefined && kind !== undefined) {
    if (isOthers(head)) return undefined
    if (groupOf(apiVersion) === 'kustomize.config.k8s.io') return 'kustomization'
    return isConfiguration(apiVersion, kind) ? 'config' : 'kubernetes'
  }
  return name === 'yaml' || name === 'json' ? undefined : name === 'dockerfile' ? undefined : name
}

/** They describe kinds and run nothing: only what is about them sees them. */
export function isDefinition({
  apiVersion,
  kind,
}: {
  readonly apiVersion?: string | undefined
  readonly kind?: string | undefined
}): boolean {
  return kind === 'CustomResourceDefinition' && apiVersion?.startsWith('apiextensions.k8s.io/') === true
}
