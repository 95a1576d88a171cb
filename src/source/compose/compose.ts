import { posix } from 'node:path'
import type { YamlDocument } from '../../model/document.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { written } from '../../model/written.ts'
import { mapping, member, type Plain, settled } from '../values.ts'
import { openMapping } from '../yaml/template/open.ts'
import { besides, ExtendedServices, extension } from './extends.ts'
import { merge } from './merge.ts'
import { longForms, pairs, portOf, volumeOf } from './syntax.ts'
import { interpolated, type Lookup, readEnvironment } from './variables.ts'

export interface ComposeService {
  readonly name: string
  readonly file: string
  readonly origin: Origin
  /** Merged, with variables as written. */
  readonly written: Plain
  /** Merged, variables replaced, short forms read as long ones; with `name`. */
  readonly service: Plain
}

const read = new WeakMap<Sources, readonly ComposeService[]>()

/** Every service once, with what it extends and what an override file lays over it. */
export function composeServices(sources: Sources): readonly ComposeService[] {
  let services = read.get(sources)
  if (!services) {
    const project = new Projects(sources)
    services = sources.compose.flatMap((document) => (project.isOverride(document) ? project.added(document) : project.services(document)))
    read.set(sources, services)
  }
  return services
}

/** What the services of a file share. */
interface Surroundings {
  readonly lookup: Lookup
  /** Named volumes. */
  readonly named: Plain
}

class Projects {
  readonly #sources: Sources
  readonly #byPath: ReadonlyMap<string, YamlDocument>
  /** Services that another file extends, as `file\0name`. */
  readonly #extended = new Set<string>()
  readonly #byService = new Map<string, readonly YamlDocument[]>()
  readonly #services: ExtendedServices
  readonly #surroundings = new Map<YamlDocument, Surroundings>()

  constructor(sources: Sources) {
    this.#sources = sources
    this.#byPath = new Map(sources.compose.map((document) => [document.source.path, document]))
    this.#services = new ExtendedServices(this.#byPath)
    for (const document of sources.compose.filter(({ source }) => sources.isSubject(source.path))) {
      for (const name of this.#names(document)) {
        const { file, base } = extension(member(document.value, 'services', name))
        if (file !== undefined) this.#extended.add(`${besides(document, file)}\0${base}`)
      }
    }
  }

  services(document: YamlDocument): ComposeService[] {
    const overlay = this.#overlayOf(document)
    const onlyExtended = this.#isNoProject(document)
    return this.#each(document, this.#names(document), (name) => {
      const base = this.#services.of(document, name)
      if (!base || this.#isPartial(document, name, base)) return []
      if (onlyExtended && this.#extended.has(`${document.source.path}\0${name}`)) return []
      const over = overlay && this.#services.of(overlay, name)
      return this.#service(document, name, over ? (merge(base, over) as Plain) : base)
    })
  }

  /** Services that only an override file has. */
  added(document: YamlDocument): ComposeService[] {
    const names = new Set(this.#bases(document).flatMap((base) => this.#names(base)))
    const added = this.#names(document).filter((name) => !names.has(name))
    return this.#each(document, added, (name) => this.#service(document, name, this.#services.of(document, name)))
  }

  /** What a template may add to, or put in, cannot be merged and read as compose does: nothing is known of such a service but its name. */
  #each(document: YamlDocument, names: readonly string[], read: (name: string) => ComposeService[]): ComposeService[] {
    return names.flatMap((name) => {
      try {
        return read(name)
      } catch (error) {
        if (!(error instanceof Unsettled)) throw error
        const origin = originOf(member(document.value, 'services'))?.child(name)
        return origin ? unsettledService(name, document.source.path, origin, error) : []
      }
    })
  }

  /** `compose.override.yaml`, which compose reads by itself after `compose.yaml`. */
  isOverride(document: YamlDocument): boolean {
    return this.#bases(document).length > 0
  }

  #bases(document: YamlDocument): YamlDocument[] {
    const match = /^(.*)\.override\.ya?ml$/.exec(document.source.path)
    return match ? this.#find(`${match[1]}.yaml`, `${match[1]}.yml`) : []
  }

  #overlayOf(document: YamlDocument): YamlDocument | undefined {
    const stem = document.source.path.replace(/\.ya?ml$/, '')
    return this.#find(`${stem}.override.yaml`, `${stem}.override.yml`)[0]
  }

  #find(...paths: readonly string[]): YamlDocument[] {
    return paths.flatMap((path) => this.#byPath.get(path) ?? [])
  }

  #names(document: YamlDocument): string[] {
    const services = mapping(member(document.value, 'services'))
    return services ? Object.keys(written(services)) : []
  }

  // A service with neither image nor build is one that compose refuses: such a file is there to be extended, and what is wrong
  // with what another file takes from it shows there.
  #isNoProject(document: YamlDocument): boolean {
    return this.#names(document).some((name) => {
      const service = settled(() => this.#services.of(document, name))
      return service !== undefined && !['image', 'build', 'provider'].some((key) => settled(() => Object.hasOwn(service, key)) !== false)
    })
  }

  // `docker-compose.prod.yml` beside `docker-compose.yml` says only what differs: nobody runs it alone.
  #isPartial(document: YamlDocument, name: string, service: Plain): boolean {
    if (Object.hasOwn(service, 'image') || Object.hasOwn(service, 'build')) return false
    const holders = this.#holders().get(`${posix.dirname(document.source.path)}\0${name}`)
    return holders?.some((other) => other !== document) ?? false
  }

  /** The first two files of a folder that have a service of a name. */
  #holders(): ReadonlyMap<string, readonly YamlDocument[]> {
    if (this.#byService.size > 0) return this.#byService
    for (const document of this.#sources.compose) {
      for (const name of this.#names(document)) {
        const key = `${posix.dirname(document.source.path)}\0${name}`
        const known = this.#byService.get(key) ?? []
        if (known.length < 2) this.#byService.set(key, [...known, document])
      }
    }
    return this.#byService
  }

  #service(document: YamlDocument, name: string, written: Plain | undefined): ComposeService[] {
    const origin = originOf(member(document.value, 'services'))?.child(name)
    if (!written || !origin) return []
    const { lookup, named } = this.#around(document)
    const place = originOf(written) ?? origin
    const file = document.source.path
    return [{ name, file, origin, written, service: normalised(name, interpolated(written, lookup) as Plain, named, place) }]
  }

  #around(document: YamlDocument): Surroundings {
    let found = this.#surroundings.get(document)
    if (!found) {
      const environment = readEnvironment(this.#sources.sourceOf(posix.join(posix.dirname(document.source.path), '.env')))
      const lookup: Lookup = (variable) => environment.get(variable)
      found = { lookup, named: mapping(interpolated(member(document.value, 'volumes'), lookup)) ?? {} }
      this.#surroundings.set(document, found)
    }
    return found
  }
}

function unsettledService(name: string, file: string, origin: Origin, { reason }: Unsettled): ComposeService {
  const open = (known: object) => withOrigin(openMapping(known, known, reason, origin), origin) as Plain
  return { name, file, origin, written: open({}), service: open({ name }) }
}

function normalised(name: string, service: Plain, named: Plain, place: Origin): Plain {
  const made: Record<string, unknown> = {}
  for (const key of Object.keys(service)) {
    const property = Object.getOwnPropertyDescriptor(service, key)
    if (property) Object.defineProperty(made, key, property.get ? property : { ...property, value: longForm(key, property.value, named) })
  }
  Object.defineProperty(made, 'name', { value: name, enumerable: true, configurable: true, writable: true })
  return withOrigin(made, place)
}

function longForm(key: string, value: unknown, named: Plain): unknown {
  switch (key) {
    case 'ports':
      return longForms(value, portOf)
    case 'volumes':
      return longForms(value, (volume) => volumeOf(volume, named))
    case 'environment':
    case 'labels':
    case 'sysctls':
      return pairs(value)
    case 'build':
      return typeof value === 'string' ? { context: value } : value
    default:
      return value
  }
}
