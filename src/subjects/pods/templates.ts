import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { openMapping } from '../../source/yaml/template/open.ts'
import { at, type Fields, isMapping, itemsAt, keysOf, mappingAt, mappingsAt, member } from '../values.ts'
import { stepPods } from './step-templates.ts'
import type { PodTemplate } from './template.ts'

/** Where Kubernetes' own kinds, and OpenShift's, hold the mapping with `metadata` and `spec` of their pods. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  ReplicationController: ['spec', 'template'],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  DeploymentConfig: ['spec', 'template'],
}
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'extensions', 'apps.openshift.io'])

/** Groups whose objects hold patterns, patches or values that only look like pods. */
const NO_PODS: ReadonlySet<string> = new Set([
  ...['kyverno.io', 'policies.kyverno.io', 'constraints.gatekeeper.sh', 'templates.gatekeeper.sh', 'mutations.gatekeeper.sh'],
  ...['admissionregistration.k8s.io', 'apiextensions.k8s.io', 'policies.kubewarden.io', 'helm.toolkit.fluxcd.io', 'helm.cattle.io'],
  ...['kustomize.toolkit.fluxcd.io', 'kustomize.config.k8s.io', 'rbac.authorization.k8s.io', 'networking.k8s.io', 'policy'],
])
/** No custom kind nests its pods deeper; Agones' Fleet and JobSet have six levels. */
const MAX_DEPTH = 9
/** Values that the search looks at in one object. */
const MAX_VISITS = 4000

export function podTemplatesOf(resource: Resource): readonly PodTemplate[] {
  const { kind, group } = resource
  if (BUILT_IN_GROUPS.has(group)) {
    const path = builtInPath(resource)
    return path ? builtIn(resource.object, path) : []
  }
  if (NO_PODS.has(group)) return []
  if (kind === 'Revision' && group === 'serving.knative.dev') return revision(resource.object)
  return stepPods(resource) ?? new Search().templates(resource.object)
}

/**
 * The labels of pods whose spec the files do not hold, as a pod that is not settled: selectors meet it, and nothing is told of it.
 * Without labels of the template it has those of the selector, since the API takes no others.
 */
export function labelledTemplateOf(resource: Resource): PodTemplate | undefined {
  const path = BUILT_IN_GROUPS.has(resource.group) ? builtInPath(resource) : undefined
  const origin = originOf(resource.object)
  if (!path || path.length === 0 || !origin || at(resource.object, ...path, 'spec') !== undefined) return undefined
  const selector = at(resource.object, 'spec', 'selector')
  const labels =
    mappingAt(resource.object, ...path, 'metadata', 'labels') ??
    mappingAt(selector, 'matchLabels') ??
    (hasPlainSelector(resource) && selector)
  if (!isMapping(labels)) return undefined
  const reason = 'depends on a pod template that the files do not hold'
  return { spec: openMapping(withOrigin({}, origin), {}, reason, origin) as Fields, metadata: { labels }, labelsAlone: true }
}

function builtInPath({ kind }: Resource): readonly string[] | undefined {
  return Object.hasOwn(BUILT_IN, kind) ? BUILT_IN[kind] : undefined
}

function hasPlainSelector({ kind }: Resource): boolean {
  return kind === 'DeploymentConfig' || kind === 'ReplicationController'
}

// A Revision of Knative is a pod itself: the containers stand in its spec, and its metadata are those of the pod.
function revision(object: Fields): readonly PodTemplate[] {
  const spec = mappingAt(object, 'spec')
  return spec ? [{ spec, metadata: mappingAt(object, 'metadata') }] : []
}

/** Members of custom objects for which an operator is likely to run pods that no file describes. */
const RUNS_PODS = [
  ...['replicas', 'instances', 'size', 'nodeSets', 'podMetadata', 'podTemplate', 'template', 'image', 'components', 'chart', 'source'],
  ...['serviceAccountName', 'resources', 'nodeSelector', 'tolerations', 'affinity', 'storage', 'containers'],
]

/** Whether an object may stand for pods which are not in it: somebody else's controller makes them. */
export function mayRunPods(resource: Resource): boolean {
  const { group } = resource
  if (!group.includes('.') || group.endsWith('.k8s.io') || NO_PODS_AT_ALL.has(group)) return false
  const spec = at(resource.object, 'spec')
  return spec instanceof Unsettled || (isMapping(spec) && RUNS_PODS.some((name) => member(spec, name) !== undefined))
}

const NO_PODS_AT_ALL: ReadonlySet<string> = new Set([
  'kyverno.io',
  'policies.kyverno.io',
  'constraints.gatekeeper.sh',
  'templates.gatekeeper.sh',
  'cilium.io',
  'apps.openshift.io',
  'build.openshift.io',
  'image.openshift.io',
])

function builtIn(object: Fields, path: readonly string[]): readonly PodTemplate[] {
  const template = written(at(object, ...path), object)
  const [spec, metadata] = ['spec', 'metadata'].map((name) => written(member(template, name), object))
  return isMapping(spec) ? [{ spec, metadata: isMapping(metadata) ? metadata : undefined }] : []
}

// What a template writes whole is there, and nothing is known of it.
function written(value: unknown, object: Fields): unknown {
  const origin = value instanceof Unsettled ? (value.origin ?? originOf(object)) : undefined
  return value instanceof Unsettled && origin ? openMapping(withOrigin({}, origin), {}, value.reason, origin) : value
}

class Search {
  readonly #found: PodTemplate[] = []
  #visits = 0

  templates(object: Fields): readonly PodTemplate[] {
    this.#look(object, '', undefined, 0)
    return this.#found
  }

  #look(value: unknown, key: string, parent: Fields | undefined, depth: number): void {
    if (depth > MAX_DEPTH || ++this.#visits > MAX_VISITS) return
    if (Array.isArray(value)) for (const item of itemsAt(value)) this.#look(item, key, undefined, depth + 1)
    if (!isMapping(value)) return
    if (depth > 1 && isPodSpec(value, key)) {
      this.#found.push({ spec: value, metadata: parent && mappingAt(parent, 'metadata') })
      return
    }
    const keys = keysOf(value)
    if (keys instanceof Unsettled) return
    for (const name of keys) if (!NO_TEMPLATE.has(name)) this.#look(member(value, name), name, value, depth + 1)
  }
}

/** Members of objects that hold something else: what the cluster writes, what people configure freely. */
const NO_TEMPLATE: ReadonlySet<string> = new Set([
  'metadata',
  'status',
  'values',
  'valuesObject',
  'patches',
  'patch',
  'pattern',
  'match',
  'overrides',
])

// A list of containers of which one has an image: operators' own kinds have lists of that name which are merged into theirs.
function isPodSpec(value: Fields, key: string): boolean {
  if (key !== 'spec' && !/pod_?(?:spec|template)$/i.test(key)) return false
  return mappingsAt(value, 'containers').some((container) => member(container, 'image') !== undefined)
}
