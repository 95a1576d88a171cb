import { posix } from 'node:path'
import type { YamlDocument } from '../../model/document.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import type { ResourceName, Subject } from '../../model/subject.ts'
import { sureOffsetsIn } from '../../source/ci/script.ts'
import { groupOf } from '../../source/kinds.ts'
import { originAt } from '../../source/origins.ts'
import { parseYaml } from '../../source/yaml/parse.ts'
import type { Cluster } from '../cluster.ts'
import { labelOf, resourceNameOf } from '../pods/pods.ts'
import { at, type Fields, isMapping, keysOf, mappingAt, textAt } from '../values.ts'
import { configurationFlags, FIELDS, KUBEADM_KUBELET, kubeadmComponents, kubeadmKubelet } from './documents.ts'
import type { Flags } from './flags.ts'
import { componentOf } from './words.ts'

/** Where a component is told what to do. */
type Form = 'container' | 'kubeadm' | 'configuration'

interface Component {
  readonly name: string
  readonly form: Form
  readonly flags: Flags
  /** Where a flag that is missing would be written. */
  readonly origin: Origin
  readonly minor?: number
}

type Place = Pick<Subject, 'file' | 'resource' | 'container' | 'workload' | 'variant' | 'group'> & { readonly of: string }

/** API server, controller manager, scheduler, etcd, kubelet and kube-proxy: as containers, in kubeadm's files, in their own configuration files. */
export function componentSubjects(sources: Sources, cluster: Cluster): readonly Subject[] {
  const configurations = configurationsOf(sources)
  const neighbours = new Map<string, Fields[]>()
  const found = [...containers(cluster, configurations), ...documents(sources), ...configMaps(cluster), ...clusterApi(cluster)]
  return found.map(([component, place]) => {
    const folder = posix.dirname(place.file)
    const near = neighbours.get(folder) ?? []
    neighbours.set(folder, near)
    const made = subject(component, place, { configurations, neighbours: near, policies: cluster.indexes.admissionPolicies })
    near.push(made.value as Fields)
    return made
  })
}

/** Configuration files of the root that components are pointed to, also those that `paths` leave out. */
function configurationsOf(sources: Sources): readonly Fields[] {
  const groups = new Set(['apiserver.config.k8s.io', 'kubelet.config.k8s.io', 'kubescheduler.config.k8s.io'])
  return sources.documents
    .filter(({ kind, head }) => kind === 'config' && groups.has(groupOf(head.apiVersion ?? '')))
    .map(({ value }) => value)
    .filter(isMapping)
}

function containers(cluster: Cluster, configurations: readonly Fields[]): (readonly [Component, Place])[] {
  return cluster.subjectPods.flatMap((pod) =>
    pod.containers().flatMap(({ value, name }) => {
      const running = componentOf(value)
      if (!running) return []
      readFile(running, configurations)
      const { resource } = pod
      const place = { file: resource.source.path, resource: pod.resourceName, container: name, workload: pod.label, of: pod.label }
      return [
        [
          { ...running, form: 'container' },
          { ...place, variant: resource.kind, group: resource.group },
        ] as const,
      ]
    }),
  )
}

// Where the only such file of the root is the one that --config names, nobody can tell; so what it decides is not settled.
function readFile({ name, flags, origin }: Omit<Component, 'form'>, configurations: readonly Fields[]): void {
  if (!flags.has('config')) return
  const reason = new Unsettled('depends on the file of --config', origin)
  const known = configurations.some(({ kind }) => name === 'kube-scheduler' && kind === 'KubeSchedulerConfiguration')
  const decided = Object.keys(FIELDS[name] ?? {})
  flags.setDefaults(Object.fromEntries(decided.map((flag) => [flag, known ? schedulerText(configurations, flag, reason) : reason])))
}

function schedulerText(configurations: readonly Fields[], flag: string, reason: Unsettled): string | Unsettled {
  const own = configurations.filter(({ kind }) => kind === 'KubeSchedulerConfiguration')
  const path = FIELDS['kube-scheduler']?.[flag] ?? []
  return own.every((value) => at(value, ...path) === false) ? 'false' : reason
}

const OWN: Readonly<Record<string, string>> = {
  KubeletConfiguration: 'kubelet',
  KubeSchedulerConfiguration: 'kube-scheduler',
  KubeProxyConfiguration: 'kube-proxy',
}

function documents(sources: Sources): (readonly [Component, Place])[] {
  const configs = sources.documents.filter(({ kind, source }) => kind === 'config' && sources.isSubject(source.path))
  const kubeadm = new Set(configs.filter((document) => isKubeadm(document)).map(({ source }) => source.path))
  return configs.flatMap((document) => {
    const { value, head, source } = document
    if (!isMapping(value)) return []
    const components = isKubeadm(document) ? clusterConfiguration(value) : ownConfiguration(value, document, kubeadm.has(source.path))
    return components.map((component) => [component, documentPlace(document, head.kind ?? '')] as const)
  })
}

function isKubeadm({ head }: YamlDocument): boolean {
  return groupOf(head.apiVersion ?? '') === 'kubeadm.k8s.io'
}

function clusterConfiguration(value: Fields): readonly Component[] {
  const kind = textAt(value, 'kind')
  const nodes = kind === 'InitConfiguration' || kind === 'JoinConfiguration' ? kubeadmKubelet(value) : []
  const found = kind === 'ClusterConfiguration' ? kubeadmComponents(value) : nodes
  return found.map((component) => ({ ...component, form: 'kubeadm' }))
}

function ownConfiguration(value: Fields, { head, origin }: YamlDocument, besideKubeadm: boolean): readonly Component[] {
  const name = OWN[head.kind ?? '']
  if (!name || !/^kube(?:let|scheduler|proxy)\.config\.k8s\.io\//.test(head.apiVersion ?? '')) return []
  const flags = configurationFlags(name, value)
  if (besideKubeadm && name === 'kubelet') flags.setDefaults(KUBEADM_KUBELET)
  return [{ name, form: 'configuration', flags, origin: originOf(value) ?? origin }]
}

function documentPlace({ source, head }: YamlDocument, kind: string): Place {
  const apiVersion = head.apiVersion ?? ''
  const resource: ResourceName = { apiVersion, kind, namespace: '', name: '' }
  const shared = { file: source.path, resource, container: undefined, workload: undefined }
  return { ...shared, variant: kind, group: groupOf(apiVersion), of: kind }
}

/** kubeadm, and whoever installs kube-proxy, keep configuration files in ConfigMaps. */
function configMaps(cluster: Cluster): (readonly [Component, Place])[] {
  const maps = cluster.subjects.filter(({ kind, group }) => kind === 'ConfigMap' && group === '')
  return maps.flatMap((resource) => {
    const data = mappingAt(resource.object, 'data')
    const keys = data ? keysOf(data) : []
    if (keys instanceof Unsettled) return []
    const name = resourceNameOf(resource)
    const place = { file: resource.source.path, resource: name, container: undefined, workload: undefined, of: labelOf(name) }
    return keys.flatMap((key) =>
      embedded(textAt(data, key), originOf(data)?.child(key)).map(
        (component) => [component, { ...place, variant: resource.kind, group: resource.group }] as const,
      ),
    )
  })
}

const EMBEDDED = /^kind: *["']?(?:KubeletConfiguration|KubeProxyConfiguration|KubeSchedulerConfiguration)["']? *\r?$/m

function embedded(text: string | undefined, origin: Origin | undefined): readonly Component[] {
  if (text === undefined || !origin || !EMBEDDED.test(text)) return []
  const { documents: found } = parseYaml(new Source(origin.source.path, text), { templated: false })
  const placed = placedIn(text, origin)
  return found.flatMap(({ value, head, origin: document }) => {
    const name = OWN[head.kind ?? '']
    if (!name || !isMapping(value)) return []
    const flags = configurationFlags(name, value, placed)
    return [{ name, form: 'configuration' as const, flags, origin: placed(originOf(value) ?? document) }]
  })
}

/** Where a value of a text stands in the file that holds the text: at the text's own key where that is not sure. */
function placedIn(text: string, origin: Origin): (inner: Origin) => Origin {
  const own = origin.anchor ?? origin
  const at = sureOffsetsIn(text, own)
  return ({ key: { start, end } }) => {
    const from = at(start)
    return from === undefined ? origin : originAt(own.source, { start: from, end: from + end - start })
  }
}

/** Cluster API keeps kubeadm's ClusterConfiguration in objects of its own. */
function clusterApi(cluster: Cluster): (readonly [Component, Place])[] {
  const own = cluster.subjects.filter(({ group }) => /^(?:controlplane|bootstrap)\.cluster\.x-k8s\.io$/.test(group))
  return own.flatMap((resource) => {
    const spec = mappingAt(resource.object, 'spec', 'template', 'spec') ?? mappingAt(resource.object, 'spec')
    const configuration = mappingAt(spec, 'kubeadmConfigSpec', 'clusterConfiguration') ?? mappingAt(spec, 'clusterConfiguration')
    if (!configuration) return []
    const name = resourceNameOf(resource)
    const place = { file: resource.source.path, resource: name, container: undefined, workload: undefined, of: labelOf(name) }
    return kubeadmComponents(configuration).map(
      (component) =>
        [
          { ...component, form: 'kubeadm' },
          { ...place, variant: resource.kind, group: resource.group },
        ] as const,
    )
  })
}

function subject({ name, form, flags, origin, minor = 0 }: Component, { of, ...place }: Place, around: Fields): Subject {
  const fields = flags.toObject(origin)
  const child = (key: string | number) => (key === 'flags' ? originOf(fields) : undefined)
  const value = { name, form, minor, flags: fields, ...around }
  const component = withOrigin(value, { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child })
  return { scope: 'component', origin, ...place, label: `${name} of ${of}`, value: component, variables: { component } }
}
