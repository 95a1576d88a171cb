import type { Resource, YamlDocument } from '../../model/document.ts'
import type { Sources } from '../../model/sources.ts'
import { type ImagePart, kustomizedImages } from '../images/replacements.ts'
import { pushTo } from '../related/selector-index.ts'
import { type Kustomization, type Kustomizations, kustomizationsOf, kustomizedNamespaces } from './kustomizations.ts'
import { podLabels } from './labels.ts'
import { KustomizedObject } from './object.ts'
import { type Patch, patchesOf, type Steps } from './patches.ts'

/** An object that more kustomizations take in is judged as it is written. */
const MOST_TAKERS = 100

/** What kustomizations do to what they take in. */
interface Changes {
  readonly patches: readonly Patch[]
  readonly images: readonly ReadonlyMap<string, readonly ImagePart[]>[]
}

const known = new WeakMap<Sources, KustomizedObjects>()

/** Made once, with what has been looked up. */
export function kustomizedObjects(sources: Sources): KustomizedObjects {
  let objects = known.get(sources)
  if (!objects) {
    objects = new KustomizedObjects(sources)
    known.set(sources, objects)
  }
  return objects
}

/** Objects as written, but for what every kustomization that takes them in changes: that is not settled. */
export class KustomizedObjects {
  readonly kustomizations: Kustomizations
  /** In which namespaces kustomizations put the objects of a file. */
  readonly namespaces: ReadonlyMap<string, readonly string[]>
  readonly #parents = new Map<string, Kustomization[]>()
  readonly #documents: ReadonlyMap<string, YamlDocument>
  readonly #sources: Sources
  readonly #changes = new Map<Kustomization, Changes>()
  readonly #read = new Map<Resource, Resource>()
  readonly #byTakers = new Map<string, readonly Changes[]>()

  constructor(sources: Sources) {
    this.#sources = sources
    this.kustomizations = kustomizationsOf(sources.documents)
    this.namespaces = kustomizedNamespaces(this.kustomizations)
    this.#documents = new Map(
      sources.documents.flatMap((document) => (document.kind === 'kustomization' ? [[document.source.path, document]] : [])),
    )
    for (const kustomization of this.kustomizations.values()) {
      for (const path of kustomization.takes) pushTo(this.#parents, path, kustomization)
    }
  }

  /** Whether any kustomization changes it. */
  isChanged(resource: Resource): boolean {
    return this.#matching(resource).some((patches) => patches.length > 0)
  }

  #matching(resource: Resource): readonly (readonly Patch[])[] {
    if (resource.patch || resource.templated || !this.#parents.has(resource.source.path)) return []
    return this.#changesTo(resource.source.path).map(({ patches }) => patches.filter((patch) => patch.matches(resource)))
  }

  /** What every kustomization that takes an object in writes of an image that it names. */
  partsOf(image: string, { source, patch, templated }: Resource): readonly ImagePart[] {
    if (patch || templated || !this.#parents.has(source.path)) return []
    const roots = this.#changesTo(source.path).map(({ images }) => images.flatMap((all) => all.get(image) ?? all.get('*') ?? []))
    return (['name', 'tag'] as const).filter((part) => roots.length > 0 && roots.every((parts) => parts.includes(part)))
  }

  of(resource: Resource): Resource {
    let read = this.#read.get(resource)
    if (!read) {
      read = this.#changed(resource)
      this.#read.set(resource, read)
    }
    return read
  }

  #changed(resource: Resource): Resource {
    const roots = this.#matching(resource)
    const isLeft = roots.some((patches) => patches.length === 0)
    const changes = isLeft ? [] : inAll(roots.map((patches) => patches.flatMap((patch) => patch.changes(resource.object))))
    const all = [...changes, ...this.#renamed(resource)]
    return all.length === 0 ? resource : new KustomizedObject(resource, all)
  }

  // A Namespace is called what its kustomization calls the namespace; people write `_` there.
  #renamed({ kind, patch, templated, source, name }: Resource): readonly Steps[] {
    const [final, ...others] = kind === 'Namespace' && !patch && !templated ? (this.namespaces.get(source.path) ?? []) : []
    return final === undefined || others.length > 0 || final === name ? [] : [['metadata', 'name', { put: final }]]
  }

  /** What reaches a file, for each outermost kustomization that takes it in. */
  #changesTo(path: string): readonly Changes[] {
    // Files that the same kustomizations name have the same answer.
    const takers = (this.#parents.get(path) ?? []).map(({ folder }) => folder).join('\n')
    const known = this.#byTakers.get(takers)
    if (known) return known
    const above = this.#above(path)
    const roots = [...above].filter(({ folder, component }) => !component && !this.#parents.has(folder))
    const found = above.size > MOST_TAKERS ? [] : roots.map((root) => together(this.#below(root, above).map((one) => this.#changesOf(one))))
    this.#byTakers.set(takers, found)
    return found
  }

  #above(path: string): ReadonlySet<Kustomization> {
    const above = new Set(this.#parents.get(path))
    for (const one of above) if (above.size <= MOST_TAKERS) for (const parent of this.#parents.get(one.folder) ?? []) above.add(parent)
    return above
  }

  // Components change all that is taken in with them.
  #below(root: Kustomization, above: ReadonlySet<Kustomization>): readonly Kustomization[] {
    const found = new Set([root])
    for (const one of found) {
      for (const path of above.has(one) ? one.takes : []) {
        const next = this.kustomizations.get(path)
        if (next && (above.has(next) || next.component)) found.add(next)
      }
    }
    return [...found]
  }

  #changesOf(kustomization: Kustomization): Changes {
    let changes = this.#changes.get(kustomization)
    if (!changes) {
      const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
      const document = names
        .map((name) => this.#documents.get(kustomization.folder === '.' ? name : `${kustomization.folder}/${name}`))
        .find(Boolean)
      const patches = document ? [...patchesOf(document, (path) => this.#sources.sourceOf(path)), ...podLabels(document.value)] : []
      changes = { patches, images: document ? [kustomizedImages(document)] : [] }
      this.#changes.set(kustomization, changes)
    }
    return changes
  }
}

function together(all: readonly Changes[]): Changes {
  return { patches: all.flatMap(({ patches }) => patches), images: all.flatMap(({ images }) => images) }
}

/** What each of the roots changes, be it with all that lies around it; what not all put there alike is not settled. */
function inAll(roots: readonly (readonly Steps[])[]): readonly Steps[] {
  const known = (changes: readonly Steps[], form: (steps: Steps) => Steps) => new Set(changes.map((steps) => JSON.stringify(form(steps))))
  const changed = roots.map((changes) => ({ exact: known(changes, (steps) => steps), places: known(changes, placeOf) }))
  return roots.flat().flatMap((steps) => {
    const place = placeOf(steps)
    const around = [...place, ''].map((_, length) => JSON.stringify(place.slice(0, length)))
    if (place.length === 0 || !changed.every(({ places }) => around.some((one) => places.has(one)))) return []
    return [changed.every(({ exact }) => exact.has(JSON.stringify(steps))) ? steps : place]
  })
}

function placeOf(steps: Steps): readonly (string | number)[] {
  return steps.filter((step) => typeof step !== 'object')
}
