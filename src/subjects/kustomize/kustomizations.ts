import { posix } from 'node:path'
import type { YamlDocument } from '../../model/document.ts'
import { textAt, textsAt } from '../values.ts'

export interface Kustomization {
  readonly folder: string
  /** A Component does nothing by itself: what it holds is applied with the kustomizations that take it in. */
  readonly component: boolean
  readonly namespace: string | undefined
  /** Files and folders it takes in, relative to the root. */
  readonly takes: readonly string[]
}

/** By folder. */
export type Kustomizations = ReadonlyMap<string, Kustomization>

export function kustomizationsOf(documents: readonly YamlDocument[]): Kustomizations {
  const byFolder = new Map<string, Kustomization>()
  for (const document of documents) if (document.kind === 'kustomization') byFolder.set(posix.dirname(document.source.path), read(document))
  return byFolder
}

/** Those that no other takes in. */
export function outermost(byFolder: Kustomizations): readonly Kustomization[] {
  const taken = new Set([...byFolder.values()].flatMap((kustomization) => kustomization.takes))
  return [...byFolder.values()].filter(({ folder }) => !taken.has(folder))
}

/** The namespaces that kustomizations put the objects of a file into; the outermost one that sets a namespace wins. */
export function kustomizedNamespaces(byFolder: Kustomizations): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const kustomization of outermost(byFolder)) spread(kustomization, byFolder, found)
  return new Map([...found].map(([path, names]) => [path, [...names]]))
}

function read(document: YamlDocument): Kustomization {
  const folder = posix.dirname(document.source.path)
  const takes = ['resources', 'bases', 'components']
    .flatMap((key) => textsAt(document.value, key))
    .filter((path) => !path.includes('\n') && !path.includes('://'))
    .map((path) => posix.join(folder, path).replace(/\/$/, ''))
  return { folder, component: document.head.kind === 'Component', namespace: textAt(document.value, 'namespace') || undefined, takes }
}

function spread(root: Kustomization, byFolder: Kustomizations, found: Map<string, Set<string>>): void {
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
