import { posix } from 'node:path'
import type { YamlDocument } from '../model/document.ts'
import { textAt, textsAt } from './values.ts'

interface Kustomization {
  readonly folder: string
  readonly namespace: string | undefined
  /** Files and folders it takes in, relative to the root. */
  readonly takes: readonly string[]
}

/** The namespaces that kustomizations put the objects of a file into; the outermost one that sets a namespace wins. */
export function kustomizedNamespaces(documents: readonly YamlDocument[]): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, Kustomization>()
  for (const document of documents) if (document.kind === 'kustomization') byFolder.set(posix.dirname(document.source.path), read(document))
  const taken = new Set([...byFolder.values()].flatMap((kustomization) => kustomization.takes))
  const found = new Map<string, Set<string>>()
  for (const [folder, kustomization] of byFolder) {
    if (!taken.has(folder)) spread(kustomization, byFolder, found)
  }
  return new Map([...found].map(([path, names]) => [path, [...names]]))
}

function read(document: YamlDocument): Kustomization {
  const folder = posix.dirname(document.source.path)
  const takes = ['resources', 'bases', 'components']
    .flatMap((key) => textsAt(document.value, key))
    .filter((path) => !path.includes('\n') && !path.includes('://'))
    .map((path) => posix.join(folder, path).replace(/\/$/, ''))
  return { folder, namespace: textAt(document.value, 'namespace') || undefined, takes }
}

function spread(root: Kustomization, byFolder: ReadonlyMap<string, Kustomization>, found: Map<string, Set<string>>): void {
  const seen = new Set<Kustomization>()
  const open: { kustomization: Kustomization; namespace: string | undefined }[] = [{ kustomization: root, namespace: root.namespace }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { kustomization, namespace } = next
    if (seen.has(kustomization)) continue
    seen.add(kustomization)
    for (const path of kustomization.takes) {
      const below = byFolder.get(path)
      if (below) open.push({ kustomization: below, namespace: namespace ?? below.namespace })
      else if (namespace !== undefined) found.set(path, (found.get(path) ?? new Set()).add(namespace))
    }
  }
}
