import type { Resource } from '../../model/document.ts'
import { type Origin, originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { parseImage } from '../../source/image-reference.ts'
import { groupOf } from '../../source/kinds.ts'
import { entries, items, member, placeOf, text } from '../../source/values.ts'
import type { Cluster } from '../cluster.ts'
import { placed, textPlace } from './places.ts'
import { writtenBlocks } from './terraform.ts'

/** Network plugins by a word of their images, charts, CNI types and kOps settings; whether they enforce NetworkPolicy. */
const PLUGINS: readonly (readonly [pattern: RegExp, name: string, enforces: boolean])[] = [
  [/(?:^|\/)(?:calico\/node|tigera\/operator|mirrored-calico-node)$|^(?:calico|tigera-operator|projectcalico)$/, 'Calico', true],
  [/(?:^|\/)cilium\/cilium$|^cilium(?:-cni)?$/, 'Cilium', true],
  [/(?:^|\/)antrea\/antrea-(?:agent-)?ubuntu$|^antrea$/, 'Antrea', true],
  [/(?:^|\/)weaveworks\/weave-(?:kube|npc)$|^weave(?:-net)?$/, 'Weave Net', true],
  [/(?:^|\/)cloudnativelabs\/kube-router$|^kube-?router$/, 'kube-router', true],
  [/(?:^|\/)kubeovn\/kube-ovn$|^kube-ovn$/, 'Kube-OVN', true],
  [/(?:^|\/)ovn-kubernetes\/ovn-kube-[a-z]+$|^ovn-(?:kubernetes|k8s-cni-overlay)$/, 'OVN-Kubernetes', true],
  [/^canal$/, 'Canal', true],
  [
    /(?:^|\/)(?:flannel|flannel-io|flannelcni|coreos|rancher)\/(?:mirrored-flannel(?:cni)?-)?flannel$|^(?:kube-)?flannel$/,
    'Flannel',
    false,
  ],
  [/^kubenet$/, 'kubenet', false],
]

type Add = (plugin: { name: string; enforces: boolean } | undefined, file: string, origin: Origin | undefined) => void

/** Network plugins that the files set up, charts among what they bring in: `name`, `enforces`; nothing where they do not say. */
export function networkPlugins(sources: Sources, cluster: Cluster, charts: readonly object[]): readonly object[] {
  const found: object[] = []
  const add: Add = (plugin, file, origin) => {
    if (plugin && sources.isEvidence(file)) found.push(placed({ ...plugin, file, label: `${plugin.name} (${file})` }, origin))
  }
  for (const resource of cluster.subjects) ofObject(resource, cluster, add)
  for (const { kind, head, value, source } of sources.documents) {
    if (kind === 'config' && sources.isSubject(source.path)) ofConfiguration(groupOf(head.apiVersion ?? ''), value, source.path, add)
  }
  for (const reference of charts) {
    const { kind, name } = reference as { readonly kind: string; readonly name: string }
    const origin = originOf(reference)
    if (/chart|helm/.test(kind) && origin) add(pluginOf(name), origin.source.path, origin)
  }
  for (const path of sources.files) if (/(?:^|\/)[^/]*\.conflist$/.test(path) && sources.isSubject(path)) ofFile(sources, path, add)
  terraform(sources, add)
  return found
}

function pluginOf(word: string | undefined): { name: string; enforces: boolean } | undefined {
  const known = word === undefined ? undefined : PLUGINS.find(([pattern]) => pattern.test(word))
  return known && { name: known[1], enforces: known[2] }
}

function ofObject(resource: Resource, cluster: Cluster, add: Add): void {
  const { kind, group, object, source, origin } = resource
  if (kind === 'Installation' && group === 'operator.tigera.io')
    add({ name: 'Calico', enforces: true }, source.path, origin.child('kind') ?? origin)
  if (kind === 'ConfigMap') {
    for (const [key, value] of entries(object, 'data')) {
      const names = /^cni[-_]conf|\.conf(?:list)?$|^cni_network_config$/.test(key) && typeof value === 'string' ? cniTypes(value) : []
      for (const name of names) add(pluginOf(name), source.path, placeOf(object, 'data', key))
    }
  }
  if (kind !== 'DaemonSet') return
  for (const pod of cluster.podsOf(resource)) {
    for (const { value, type } of pod.containers()) {
      if (type === 'container') add(pluginOf(parseImage(text(value, 'image') ?? '').repository), source.path, placeOf(value, 'image'))
    }
  }
}

/** The types of a CNI configuration, one plugin or a list of them. */
function cniTypes(written: string): readonly string[] {
  return [...written.slice(0, 20_000).matchAll(/"type"[ \t]*:[ \t]*"([a-z0-9-]{1,40})"/g)].map((match) => match[1] ?? '')
}

function ofFile(sources: Sources, path: string, add: Add): void {
  const source = sources.sourceOf(path)
  for (const match of source?.text.slice(0, 20_000).matchAll(/"type"[ \t]*:[ \t]*"([a-z0-9-]{1,40})"/g) ?? []) {
    if (source) add(pluginOf(match[1]), path, textPlace(source, match.index, match.index + match[0].length))
  }
}

function ofConfiguration(group: string, value: unknown, file: string, add: Add): void {
  if (group === 'kops.k8s.io') {
    for (const [name] of entries(value, 'spec', 'networking')) add(pluginOf(name), file, placeOf(value, 'spec', 'networking', name))
  }
  if (group !== 'eksctl.io') return
  for (const addon of items(value, 'addons')) {
    const settings = text(addon, 'name') === 'vpc-cni' ? member(addon, 'configurationValues') : undefined
    const written = typeof settings === 'string' ? /enableNetworkPolicy"?'?\s*:\s*["']?(true|false)/.exec(settings)?.[1] : undefined
    if (written !== undefined) add({ name: 'Amazon VPC CNI', enforces: written === 'true' }, file, placeOf(addon, 'configurationValues'))
  }
}

const MANAGED = /^[ \t]*(?:network_policy[ \t]*=[ \t]*"(?:calico|azure|cilium)"|datapath_provider[ \t]*=[ \t]*"ADVANCED_DATAPATH")/m
const GKE_POLICY = /^[ \t]*network_policy[ \t]*\{[^}]*enabled[ \t]*=[ \t]*true/m

function terraform(sources: Sources, add: Add): void {
  for (const { source, start, header, type, text: body } of writtenBlocks(sources)) {
    if (!/^(?:google_container_cluster|azurerm_kubernetes_cluster)$/.test(type) || !sources.isSubject(source.path)) continue
    const match = MANAGED.exec(body) ?? GKE_POLICY.exec(body)
    if (match) add({ name: type, enforces: true }, source.path, textPlace(source, start, start + header.length))
  }
}
