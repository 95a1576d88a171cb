import { Unsettled } from '../../model/origin.ts'
import type { ComposeService } from '../../source/compose/compose.ts'
import { at, itemsAt, keysOf, mappingAt, textAt } from '../values.ts'

/** Who mounts a volume, and who mounts it to write, by the names of the services. */
interface Users {
  readonly all: Set<string>
  readonly writers: Set<string>
}

/** What the services of one file have to do with each other, found in one look at all of them. */
class Neighbours {
  readonly services: readonly unknown[]
  readonly #awaited = new Map<string, true | Unsettled>()
  readonly #volumes = new Map<string, Users>()
  /** Mounts of which nobody can say what they are. */
  readonly #unclear: { readonly name: string; readonly why: Unsettled }[] = []

  constructor(services: readonly ComposeService[]) {
    this.services = services.map(({ service }) => service)
    for (const { name, service } of services) {
      this.#waits(service)
      for (const volume of itemsAt(service, 'volumes')) this.#mounts(name, volume)
    }
  }

  /** Whether another service starts when this one has done its work, so that it is a job. */
  awaited(name: string): boolean {
    const found = this.#awaited.get(name)
    if (found instanceof Unsettled) throw found
    return found ?? false
  }

  /** Sources of volumes that another service mounts too, and one of the two writes; an `Unsettled` after them where there may be more. */
  shared({ name, service }: ComposeService): readonly (string | Unsettled)[] {
    const sources = new Set<string>()
    let open = false
    for (const volume of itemsAt(service, 'volumes')) {
      const source = textAt(volume, 'source')
      const users = source ? this.#volumes.get(source) : undefined
      if (!source || !users) continue
      const others = at(volume, 'read_only') === true ? users.writers : users.all
      if (others.size > (others.has(name) ? 1 : 0)) sources.add(source)
      else open = true
    }
    const unclear = open ? this.#unclear.find((one) => one.name !== name) : undefined
    return unclear ? [...sources, unclear.why] : [...sources]
  }

  // The list form of `depends_on` waits for nothing but the start.
  #waits(service: ComposeService['service']): void {
    const others = mappingAt(service, 'depends_on')
    const names = others ? keysOf(others) : []
    if (names instanceof Unsettled) return
    for (const name of names) {
      const condition = at(others, name, 'condition')
      if (condition === 'service_completed_successfully') this.#awaited.set(name, true)
      else if (condition instanceof Unsettled && !this.#awaited.has(name)) this.#awaited.set(name, condition)
    }
  }

  #mounts(name: string, volume: unknown): void {
    const source = at(volume, 'source')
    const readOnly = at(volume, 'read_only')
    const why = [source, readOnly].find((value) => value instanceof Unsettled)
    if (why instanceof Unsettled) this.#unclear.push({ name, why })
    if (typeof source !== 'string' || source === '') return
    const users = this.#volumes.get(source) ?? { all: new Set(), writers: new Set() }
    this.#volumes.set(source, users)
    users.all.add(name)
    if (readOnly === false) users.writers.add(name)
  }
}

const known = new WeakMap<readonly ComposeService[], Map<string, Neighbours>>()

/** The neighbours of a file's services, among all there are. */
export function neighboursIn(all: readonly ComposeService[], file: string): Neighbours {
  const files = known.get(all) ?? byFile(all)
  known.set(all, files)
  return files.get(file) ?? new Neighbours([])
}

function byFile(all: readonly ComposeService[]): Map<string, Neighbours> {
  const files = new Map<string, ComposeService[]>()
  for (const service of all) {
    const listed = files.get(service.file)
    if (listed) listed.push(service)
    else files.set(service.file, [service])
  }
  return new Map([...files].map(([file, services]) => [file, new Neighbours(services)]))
}
