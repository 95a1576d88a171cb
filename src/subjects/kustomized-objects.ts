import type { Resource, YamlDocument } from '../model/document.ts'
import { type Origin, originOf, withOrigin } from '../model/origin.ts'
import type { Sources } from '../model/sources.ts'
import { withWritten } from '../model/written.ts'
import { openList, openMapping, unsettle } from '../source/yaml/template/open.ts'
import { type Kustomization, type Kustomizations, kustomizationsOf } from './kustomizations.ts'
import { type Patch, patchesOf, type Steps } from './kustomize-patches.ts'
import { pushTo } from './related/selector-index.ts'
import { type Fields, isMapping, member } from './values.ts'

/** An object that more kustomizations take in is judged as it is written. */
const MOST_TAKERS = 100

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
class KustomizedObjects {
  readonly #parents = new Map<string, Kustomization[]>()
  readonly kustomizations: Kustomizations
  readonly #documents: ReadonlyMap<string, YamlDocument>
  readonly #sources: Sources
  readonly #patches = new Map<Kustomization, readonly Patch[]>()
  readonly #read = new Map<Resource, Resource>()
  readonly #byTakers = new Map<string, readonly (readonly Patch[])[]>()

  constructor(sources: Sources) {
    this.#sources = sources
    this.kustomizations = kustomizationsOf(sources.documents)
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
    return this.#patchesFor(resource.source.path).map((patches) => patches.filter((patch) => patch.matches(resource)))
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
    if (roots.length === 0 || roots.some((patches) => patches.length === 0)) return resource
    const changes = inAll(roots.map((patches) => patches.flatMap((patch) => patch.changes(resource.object))))
    return changes.length === 0 ? resource : new KustomizedObject(resource, changes)
  }

  /** The patches that reach a file, for each outermost kustomization that takes it in. */
  #patchesFor(path: string): readonly (readonly Patch[])[] {
    // Files that the same kustomizations name have the same answer.
    const takers = (this.#parents.get(path) ?? []).map(({ folder }) => folder).join('\n')
    const known = this.#byTakers.get(takers)
    if (known) return known
    const above = this.#above(path)
    const roots = [...above].filter(({ folder, component }) => !component && !this.#parents.has(folder))
    const found = above.size > MOST_TAKERS ? [] : roots.map((root) => this.#below(root, above).flatMap((one) => this.#patchesOf(one)))
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

  #patchesOf(kustomization: Kustomization): readonly Patch[] {
    let patches = this.#patches.get(kustomization)
    if (!patches) {
      const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
      const document = names
        .map((name) => this.#documents.get(kustomization.folder === '.' ? name : `${kustomization.folder}/${name}`))
        .find(Boolean)
      patches = document ? patchesOf(document, (path) => this.#sources.sourceOf(path)) : []
      this.#patches.set(kustomization, patches)
    }
    return patches
  }
}

/** What each of the roots changes, be it with all that lies around it. */
function inAll(roots: readonly (readonly Steps[])[]): readonly Steps[] {
  const changed = roots.map((changes) => new Set(changes.map((steps) => JSON.stringify(steps))))
  return roots.flat().filter((steps) => {
    const around = [...steps, ''].map((_, length) => JSON.stringify(steps.slice(0, length)))
    return steps.length > 0 && changed.every((others) => around.some((one) => others.has(one)))
  })
}

class KustomizedObject implements Resource {
  readonly #resource: Resource
  readonly #changes: readonly Steps[]
  #object: Fields | undefined

  constructor(resource: Resource, changes: readonly Steps[]) {
    this.#resource = resource
    this.#changes = changes
  }

  get object(): Fields {
    this.#object ??= opened(this.#resource.object, this.#changes, this.origin) as Fields
    return this.#object
  }

  get apiVersion(): string {
    return this.#resource.apiVersion
  }

  get kind(): string {
    return this.#resource.kind
  }

  get group(): string {
    return this.#resource.group
  }

  get namespace(): string | undefined {
    return this.#resource.namespace
  }

  get name(): string {
    return this.#resource.name
  }

  get source() {
    return this.#resource.source
  }

  get origin(): Origin {
    return this.#resource.origin
  }

  get templated(): boolean {
    return this.#resource.templated
  }

  get patch(): boolean {
    return this.#resource.patch
  }
}

const REASON = 'depends on what kustomizations change in it'

function opened(value: unknown, changes: readonly Steps[], around: Origin): unknown {
  if (!Array.isArray(value) && !isMapping(value)) return value
  const origin = originOf(value) ?? around
  const copy: object = Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value))
  for (const [step, below] of byFirst(changes)) {
    if (step === '-') continue
    if (below.some((steps) => steps.length === 0)) unsettle(copy, step, REASON, origin.child(step) ?? origin)
    else
      Object.defineProperty(copy, step, {
        value: opened(member(value, step), below, origin),
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  withOrigin(copy, origin)
  if (!changes.some(([first]) => first === '-')) return withWritten(copy, value)
  return Array.isArray(copy) ? openList(copy, copy.length, REASON, origin) : openMapping(copy, value, REASON, origin)
}

function byFirst(changes: readonly Steps[]): ReadonlyMap<string | number, Steps[]> {
  const found = new Map<string | number, Steps[]>()
  for (const [first, ...rest] of changes) if (first !== undefined) pushTo(found, first, rest)
  return found
}
