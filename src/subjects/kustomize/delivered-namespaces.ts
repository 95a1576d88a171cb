import { posix } from 'node:path'
import type { Sources } from '../../model/sources.ts'
import { type Delivery, ownDeliveries, written } from '../repository/delivery-sources.ts'
import { at, mappingAt, textAt } from '../values.ts'
import type { Kustomization, Kustomizations } from './kustomizations.ts'

type Names = Map<string, Set<string>>

/** A folder that is delivered to more namespaces is in these alone. */
const MOST = 50

/** Namespaces by what is delivered: a kustomization with the files that it takes in, the files of a folder, or all below it. */
interface Delivered {
  readonly kustomizations: Names
  readonly files: Names
  readonly folders: Names
  readonly trees: Names
}

/** What delivery from this repository says of namespaces: it is read from the objects of Argo CD and Flux themselves. */
export class DeliveredNamespaces {
  readonly #kustomizations: Kustomizations
  readonly #missing = delivered()
  readonly #all = delivered()

  constructor(sources: Sources, kustomizations: Kustomizations) {
    this.#kustomizations = kustomizations
    for (const delivery of ownDeliveries(sources)) {
      if (delivery.by.group === 'argoproj.io') this.#application(delivery)
      else this.#flux(delivery)
    }
  }

  /** Of objects that name none: the namespace of the destination that Argo CD delivers them to. */
  ofUnnamed(path: string): readonly string[] | undefined {
    return found(this.#missing, path)
  }

  /** Whatever the objects name: Flux's targetNamespace. */
  ofAll(path: string): readonly string[] | undefined {
    return found(this.#all, path)
  }

  #application({ by, source, folder }: Delivery): void {
    const spec = mappingAt(by.object, 'spec', 'template', 'spec') ?? mappingAt(by.object, 'spec')
    // Argo CD reads the folder itself, and what is below it when it is told to.
    const isDeep = at(source, 'directory', 'recurse') === true
    this.#add(this.#missing, folder, written(textAt(mappingAt(spec, 'destination'), 'namespace')), isDeep)
  }

  #flux({ source, folder }: Delivery): void {
    this.#add(this.#all, folder, written(textAt(source, 'targetNamespace')), true)
  }

  #add(to: Delivered, folder: string | undefined, namespace: string | undefined, isDeep: boolean): void {
    if (folder === undefined || namespace === undefined) return
    const kustomization = this.#kustomizations.get(folder)
    const names = kustomization ? to.kustomizations : isDeep ? to.trees : to.folders
    const known = names.get(folder)
    if (known && (known.has(namespace) || known.size >= MOST)) return
    put(names, folder, namespace)
    if (kustomization) this.#spread(to.files, kustomization, namespace)
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
  const names = files.get(path) ?? folders.get(posix.dirname(path)) ?? (trees.size > 0 ? above(trees, path) : undefined)
  return names && [...names]
}

function above(trees: Names, path: string): ReadonlySet<string> | undefined {
  for (let folder = posix.dirname(path); folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) {
    const names = trees.get(folder)
    if (names) return names
  }
  return undefined
}
