import { posix } from 'node:path'
import type { YamlDocument } from '../model/document.ts'
import { items, text } from './values.ts'

/** Files that kustomizations name as patches and not as resources: partial objects, which are no subjects. */
export function patchedFiles(kustomizations: readonly YamlDocument[]): ReadonlySet<string> {
  const patches = new Set<string>()
  const resources = new Set<string>()
  for (const { source, value } of kustomizations) {
    const folder = posix.dirname(source.path)
    const add = (to: Set<string>, path: unknown) => typeof path === 'string' && !path.includes('\n') && to.add(posix.join(folder, path))
    for (const key of ['patches', 'patchesJson6902']) for (const patch of items(value, key)) add(patches, text(patch, 'path'))
    for (const key of ['patchesStrategicMerge', 'configurations', 'transformers']) for (const path of items(value, key)) add(patches, path)
    for (const key of ['resources', 'bases']) for (const path of items(value, key)) add(resources, path)
  }
  for (const path of resources) patches.delete(path)
  return patches
}

const KUBEADM =
  /(?:^|\/)([^/]*)\/(?:kube-apiserver|kube-controller-manager|kube-scheduler|etcd|corednsdeployment)(?:\d*|[^/+.]*(\+(?:strategic|merge|json)))\.(?:yaml|json)$/

/** Files that kubeadm lays over the objects that it makes, known by their names: `etcd+merge.yaml`, or `etcd.yaml` in a folder of patches. */
export function isKubeadmPatch(path: string): boolean {
  const [, folder = '', type] = KUBEADM.exec(`/${path}`) ?? []
  return type !== undefined || /(?:^|[-_.])patches$/.test(folder)
}
