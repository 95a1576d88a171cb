import { posix } from 'node:path'
import type { Sources } from '../../model/sources.ts'
import { appliedPaths } from '../repository/applied.ts'
import { type Delivery, ownDeliveries, written } from '../repository/delivery-sources.ts'
import { at, mappingAt, textAt } from '../values.ts'
import { directoryFiles, type Takes } from './directory-files.ts'
import type { Kustomization, Kustomizations } from './kustomizations.ts'

type Names = Map<string, Set<string>>
/** By folder: namespaces, each with the files below the folder that go there. */
type Folders = Map<string, Map<string, Takes[]>>

/** A folder that is delivered to more namespaces is in these alone. */
const MOST = 50

/** Namespaces by what is delivered: a kustomization with the files that it takes in, the files of a folder, or all below it. */
interface Delivered {
  readonly kustomizations: Names
  readonly files: Names
  readonly folders: Folders
  readonly trees: Folders
}

/** What delivery from this repository says of namespaces: it is read from the objects of Argo CD and Flux themselves. */
export class DeliveredNamespaces {
  readonly #kustomizations: Kustomizations
  readonly #sources: Sources
  readonly #missing = delivered()
  readonly #all = delivered()
  #applied: Delivered | undefined

  constructor(sources: Sources, kustomizations: Kustomizations) {
    this.#sources = sources
    this.#kustomizations = kustomizations
    for (const delivery of ownDeliveries(sources)) {
      if (delivery.by.group === 'argoproj.io') this.#application(delivery)
      else this.#flux(delivery)
    }
  }

  /** Of objects that name none: the namespace of the destination that Argo CD delivers them to, else the one that a pipeline applies them to. */
  ofUnnamed(path: string): readonly string[] | undefined {
    return found(this.#missing, path) ?? found(this.#byPipelines(), path)
  }

  /** Whatever the objects name: Flux's targetNamespace. */
  ofAll(path: string): readonly string[] | undefined {
    return found(this.#all, path)
  }

  #byPipelines(): Delivered {
    if (this.#applied) return this.#applied
    const applied = delivered()
    this.#applied = applied
    const files = new Set(this.#sources.manifests.map(({ source }) => source.path))
    for (const { path, namespace, isDeep } of appliedPaths(this.#sources)) {
      if (files.has(path)) put(applied.files, path, namespace)
      else this.#add(applied, path, namespace, isDeep, () => true)
    }
    return applied
  }

  #application({ by, source, folder }: Delivery): void {
    const spec = mappingAt(by.object, 'spec', 'template', 'spec') ?? mappingAt(by.object, 'spec')
    // Argo CD reads the folder itself, and what is below it when it is told to.
    const isDeep = at(source, 'directory', 'recurse') === true
    const takes = directoryFiles(at(source, 'directory'))
    if (takes) this.#add(this.#missing, folder, written(textAt(mappingAt(spec, 'destination'), 'namespace')), isDeep, takes)
  }

  #flux({ source, folder }: Delivery): void {
    this.#add(this.#all, folder, written(textAt(source, 'targetNamespace')), true, () => true)
  }

  #add(to: Delivered, folder: string | undefined, namespace: string | undefined, isDeep: boolean, takes: Takes): void {
    if (folder === undefined || namespace === undefined) return
    const kustomization = this.#kustomizations.get(folder)
    if (!kustomization) {
      const folders = isDeep ? to.trees : to.folders
      const known = folders.get(folder) ?? new Map<string, Takes[]>()
      const all = known.get(namespace) ?? []
      if ((all.length === 0 && known.size >= MOST) || all.length >= MOST) return
      folders.set(folder, known.set(namespace, [...all, takes]))
      return
    }
    const known = to.kustomizations.get(folder)
    if (known && (known.has(namespace) || known.size >= MOST)) return
    put(to.kustomizations, folder, namespace)
    this.#spread(to.files, kustomization, namespace)
  }

  #spread(files: Names, from: Kustomization, namespace: string): void {
    const seen = new Set([from.folder])
    for (const open = [from]; open.length > 0; ) {
      for (const taken of open.pop()?.takes ?? []) {
        const below = this.#kustomizations.get(taken)
        if (!below) put(files, taken, namespace)
        else if (!seen.has(taken)) open.push(below)
        seen.add(taken)
      }
    }
  }
}

function delivered(): Delivered {
  return { kustomizations: new Map(), files: new Map(), folders: new Map(), trees: new Map() }
}

function put(names: Names, key: string, namespace: string): void {
  names.set(key, (names.get(key) ?? new Set()).add(namespace))
}

function found({ files, folders, trees }: Delivered, path: string): readonly string[] | undefined {
  const names = files.get(path)
  if (names) return [...names]
  const folder = posix.dirname(path)
  return taken(folders.get(folder), posix.basename(path)) ?? (trees.size > 0 ? above(trees, path) : undefined)
}

function above(trees: Folders, path: string): readonly string[] | undefined {
  for (let folder = posix.dirname(path); folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) {
    const names = taken(trees.get(folder), path.slice(folder.length + 1))
    if (names) return names
  }
  return undefined
}

function taken(names: ReadonlyMap<string, readonly Takes[]> | undefined, relative: string): readonly string[] | undefined {
  const all = [...(names ?? [])].filter(([, takes]) => takes.some((one) => one(relative))).map(([name]) => name)
  return all.length > 0 ? all : undefined
}
