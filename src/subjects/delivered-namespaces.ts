import { posix } from 'node:path'
import type { Resource } from '../model/document.ts'
import type { Sources } from '../model/sources.ts'
import type { Kustomization, Kustomizations } from './kustomizations.ts'
import { at, itemsAt, mappingAt, textAt } from './values.ts'

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

/** What delivery from the repository says of namespaces: it is read from the objects of Argo CD and Flux themselves. */
export class DeliveredNamespaces {
  readonly #sources: Sources
  #folders: ReadonlySet<string> | undefined
  readonly #kustomizations: Kustomizations
  readonly #missing = delivered()
  readonly #all = delivered()

  constructor(sources: Sources, kustomizations: Kustomizations) {
    this.#sources = sources
    this.#kustomizations = kustomizations
    for (const resource of sources.resources) {
      if (resource.patch) continue
      if (resource.group === 'argoproj.io') this.#application(resource)
      if (resource.group === 'kustomize.toolkit.fluxcd.io' && resource.kind === 'Kustomization') this.#flux(resource)
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

  #application(resource: Resource): void {
    const spec = mappingAt(resource.object, 'spec', 'template', 'spec') ?? mappingAt(resource.object, 'spec')
    const namespace = written(textAt(mappingAt(spec, 'destination'), 'namespace'))
    if (namespace === undefined) return
    for (const source of [at(spec, 'source'), ...itemsAt(spec, 'sources')]) {
      // Argo CD reads the folder itself, and what is below it when it is told to.
      const isDeep = at(source, 'directory', 'recurse') === true
      this.#add(this.#missing, resource, written(textAt(source, 'path')), namespace, isDeep)
    }
  }

  #flux(resource: Resource): void {
    const spec = mappingAt(resource.object, 'spec')
    const namespace = written(textAt(spec, 'targetNamespace'))
    if (namespace !== undefined) this.#add(this.#all, resource, written(textAt(spec, 'path')), namespace, true)
  }

  #add(to: Delivered, from: Resource, path: string | undefined, namespace: string, isDeep: boolean): void {
    const folder = path === undefined ? undefined : this.#folder(from.source.path, path)
    if (folder === undefined) return
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

  // Paths begin at the root of the repository that is delivered, which an example in a folder of this one shows with its own.
  #folder(file: string, path: string): string | undefined {
    const relative = posix.normalize(path.replace(/^(?:\.?\/)+/, '') || '.').replace(/\/$/, '')
    if (relative === '.' || relative.startsWith('..')) return undefined
    const above = posix.dirname(file).split('/')
    const folders = ['.', ...above.map((_, index) => above.slice(0, index + 1).join('/'))]
    return folders.map((folder) => posix.join(folder, relative)).find((candidate) => this.#known().has(candidate))
  }

  #known(): ReadonlySet<string> {
    this.#folders ??= foldersOf(this.#sources.files)
    return this.#folders
  }
}

function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files)
    for (let folder = posix.dirname(file); !folders.has(folder) && folder !== '/'; folder = posix.dirname(folder)) folders.add(folder)
  return folders
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

// A generator's or template's expression says nothing here.
function written(text: string | undefined): string | undefined {
  return text === undefined || text === '' || /[{}$*]/.test(text) ? undefined : text
}
