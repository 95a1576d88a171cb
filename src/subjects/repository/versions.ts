import type { Origin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { groupOf } from '../../source/kinds.ts'
import { items, placeOf, text } from '../../source/values.ts'
import { placed, textPlace } from './places.ts'
import { type WrittenBlock, writtenBlocks } from './terraform.ts'

type Path = readonly (string | number)[]

/** Where configuration and objects pin the version of a cluster, by group and kind. */
const PINS: Readonly<Record<string, readonly Path[]>> = {
  'kubeadm.k8s.io ClusterConfiguration': [['kubernetesVersion']],
  'eksctl.io ClusterConfig': [['metadata', 'version']],
  'kops.k8s.io Cluster': [['spec', 'kubernetesVersion']],
  'k0sctl.k0sproject.io Cluster': [['spec', 'k0s', 'version']],
  'k3d.io Simple': [['image']],
  'cluster.x-k8s.io Cluster': [['spec', 'topology', 'version']],
  'cluster.x-k8s.io MachineDeployment': [['spec', 'template', 'spec', 'version']],
  'cluster.x-k8s.io MachinePool': [['spec', 'template', 'spec', 'version']],
  'controlplane.cluster.x-k8s.io KubeadmControlPlane': [['spec', 'version']],
  'controlplane.cluster.x-k8s.io RKE2ControlPlane': [['spec', 'version']],
  'controlplane.cluster.x-k8s.io TalosControlPlane': [['spec', 'version']],
  'controlplane.cluster.x-k8s.io AWSManagedControlPlane': [['spec', 'version']],
  'provisioning.cattle.io Cluster': [['spec', 'kubernetesVersion']],
  'upgrade.cattle.io Plan': [['spec', 'version']],
}

/** Attributes that pin the version of a managed cluster. */
const TERRAFORM: Readonly<Record<string, string>> = {
  aws_eks_cluster: 'version',
  aws_eks_node_group: 'version',
  google_container_cluster: 'min_master_version',
  azurerm_kubernetes_cluster: 'kubernetes_version',
}
const EKS_MODULE = /^[ \t]*source[ \t]*=[ \t]*"terraform-aws-modules\/eks\/aws"/m

/** `1.29`, `v1.29.3`, `1.29.3+k3s1`, `rancher/k3s:v1.29.3-k3s1`, `kindest/node:v1.29.2@sha256:…`. */
const VERSION = /^(?:(?:[\w.-]+\/)*(?:k3s|node):)?v?1\.([0-9]{1,3})(?![0-9])/

type Add = (version: string | undefined, from: string, file: string, origin: Origin | undefined) => void

/** Every version of Kubernetes that the files pin for a cluster: `version` as written, `minor`, `from`; where a variable decides, nothing. */
export function clusterVersions(sources: Sources): readonly object[] {
  const found: object[] = []
  const add: Add = (version, from, file, origin) => {
    const minor = VERSION.exec(version ?? '')?.[1]
    if (minor === undefined || !sources.isSubject(file) || !sources.isEvidence(file)) return
    found.push(placed({ version, minor: BigInt(minor), from, file, label: `Kubernetes ${version} (${from})` }, origin))
  }
  for (const { kind, head, value, source } of sources.documents) {
    if (kind === 'config') ofObject(`${groupOf(head.apiVersion ?? '')} ${head.kind ?? ''}`, value, source.path, add)
  }
  for (const { group, kind, object, source, patch } of sources.resources) if (!patch) ofObject(`${group} ${kind}`, object, source.path, add)
  for (const block of writtenBlocks(sources)) ofTerraform(block, add)
  return found
}

function ofObject(name: string, object: unknown, file: string, add: Add): void {
  // Plans upgrade other things as well.
  if (name === 'upgrade.cattle.io Plan' && !/(?:k3s|rke2)-upgrade/.test(text(object, 'spec', 'upgrade', 'image') ?? '')) return
  const from = name.slice(name.indexOf(' ') + 1)
  const paths = Object.hasOwn(PINS, name) ? PINS[name] : undefined
  for (const path of paths ?? []) add(text(object, ...path), from, file, placeOf(object, ...path))
  if (!/^kind\.\S+ Cluster$/.test(name)) return
  for (const node of items(object, 'nodes')) add(text(node, 'image'), 'kind', file, placeOf(node, 'image'))
}

function ofTerraform({ source, start, block, type, name, text: body }: WrittenBlock, add: Add): void {
  const attribute = block === 'module' ? moduleAttribute(body) : Object.hasOwn(TERRAFORM, type) ? TERRAFORM[type] : undefined
  const match = attribute && new RegExp(`^([ \\t]*)${attribute}[ \\t]*=[ \\t]*"([^"\\n]{1,60})"`, 'm').exec(body)
  if (!match) return
  const at = start + match.index
  add(match[2], `${type} ${name}`.trim(), source.path, textPlace(source, at + (match[1]?.length ?? 0), at + match[0].length))
}

function moduleAttribute(body: string): string | undefined {
  return EKS_MODULE.test(body) ? '(?:cluster|kubernetes)_version' : undefined
}
