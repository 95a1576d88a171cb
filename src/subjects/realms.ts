import { posix } from 'node:path'
import type { Resource, YamlDocument } from '../model/document.ts'
import { Unsettled } from '../model/origin.ts'
import type { DeliveredNamespaces } from './kustomize/delivered-namespaces.ts'
import { at, type Fields, mappingsAt, textAt } from './values.ts'

/** Where an object's neighbours are looked for. */
export interface Realm {
  /**
   * The namespaces it ends up in: as written, as kustomizations and what delivers them set, `default` where nothing says more; for
   * what a chart leaves to its release, a name of the chart's own that no namespace can have.
   */
  readonly namespaces: readonly string[]
  /**
   * Where "the files hold none" can be said: a namespace that is named; else only the chart or the folder, since objects without a
   * namespace in unrelated folders are rarely applied together.
   */
  readonly home: string
  /** The namespace's name where the files tell it. */
  readonly name: string | undefined
}

/** Whether an object names no namespace, and nothing tells which one it is applied to. */
export function isHomeless({ namespace }: Resource, { name, home }: Realm): boolean {
  return name === 'default' && home !== name && namespace === undefined
}

export class Realms {
  readonly #kustomized: ReadonlyMap<string, readonly string[]>
  readonly #delivered: DeliveredNamespaces
  readonly #charts: ReadonlyMap<string, YamlDocument>
  readonly #realms = new Map<string, Realm>()
  readonly #known = new WeakMap<Resource, Realm>()
  readonly #takesOthers = new Map<string, boolean>()

  constructor(kustomized: ReadonlyMap<string, readonly string[]>, delivered: DeliveredNamespaces, documents: readonly YamlDocument[]) {
    this.#kustomized = kustomized
    this.#delivered = delivered
    const charts = documents.filter(({ kind }) => kind === 'chart')
    this.#charts = new Map(charts.map((chart) => [folderOf(chart.source.path), chart]))
  }

  /** Each rule that speaks of a namespace asks. */
  of(resource: Resource): Realm {
    const realm = this.#known.get(resource) ?? this.#of(resource)
    this.#known.set(resource, realm)
    return realm
  }

  #of(resource: Resource): Realm {
    const { path } = resource.source
    const written = at(resource.object, 'metadata', 'namespace')
    const named = typeof written === 'string' && written !== '' ? written : undefined
    const kustomized = this.#delivered.ofAll(path) ?? this.#kustomized.get(path)
    if (kustomized) return this.#realm(kustomized, kustomized.join(' '), kustomized[0])
    if (named !== undefined) return this.#realm([named], named, named)
    if (resource.templated || written instanceof Unsettled)
      return this.#realm([this.homeOfTemplate(path)], this.homeOfTemplate(path), undefined)
    const delivered = this.#delivered.ofUnnamed(path)
    if (delivered) return this.#realm(delivered, delivered.join(' '), delivered[0])
    return this.#realm(['default'], `${posix.dirname(path)}/`, 'default')
  }

  /** What a Namespace is called in the end: kustomize gives it the name of the namespace that it sets. */
  namesOf({ source, name }: Resource): readonly string[] {
    return this.#kustomized.get(source.path) ?? [name]
  }

  /** The `home` of what a chart's template leaves to its release, which takes in the charts below `charts/`. */
  homeOfTemplate(path: string): string {
    let folder = chartOf(path)
    for (;;) {
      const outer = /^(?:(.*)\/)?charts\/[^/]+$/.exec(folder)
      if (!outer || !this.#charts.has(outer[1] ?? '')) return `${folder}/`
      folder = outer[1] ?? ''
    }
  }

  /** Whether a chart's release holds other charts, which are not among its files. */
  takesOthers(home: string): boolean {
    const known = this.#takesOthers.get(home)
    if (known !== undefined) return known
    const folder = home.slice(0, -1)
    const below = folder === '' ? 'charts/' : `${folder}/charts/`
    const dependencies = home.endsWith('/') ? mappingsAt(this.#charts.get(folder)?.value, 'dependencies') : []
    const takes = dependencies.some(
      (chart) => !this.#charts.has(`${below}${textAt(chart, 'name') ?? ''}`) && !this.#isLibrary(chart, folder),
    )
    this.#takesOthers.set(home, takes)
    return takes
  }

  /** Whether a dependency surely brings templates alone, and no objects. */
  #isLibrary(dependency: Fields, folder: string): boolean {
    const repository = textAt(dependency, 'repository') ?? ''
    const path = /^file:\/\/(.*)$/.exec(repository)?.[1]
    if (path !== undefined) return textAt(this.#charts.get(posix.join(folder, path).replace(/\/$/, ''))?.value, 'type') === 'library'
    return textAt(dependency, 'name') === 'common' && repository.includes('bitnami')
  }

  #realm(namespaces: readonly string[], home: string, name: string | undefined): Realm {
    const known = this.#realms.get(home)
    if (known) return known
    const realm = { namespaces, home, name }
    this.#realms.set(home, realm)
    return realm
  }
}

/** The folder that holds `templates/`; the file's own where there is none. */
function chartOf(path: string): string {
  const templates = `/${path}`.lastIndexOf('/templates/')
  return templates < 0 ? posix.dirname(path) : path.slice(0, Math.max(0, templates - 1))
}

/** '' for the root. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
