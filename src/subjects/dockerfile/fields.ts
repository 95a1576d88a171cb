import type { DockerWord, Expanded } from '../../model/dockerfile.ts'
import type { Origin } from '../../model/origin.ts'
import { withOrigin } from '../../model/origin.ts'
import type { Source, Span } from '../../model/position.ts'
import { originAt, type Reading, setReading } from '../../source/origins.ts'
import type { Fields } from '../values.ts'

/** What makes the members of all objects of a kind, each from what the object is made of. */
export type Makers<G> = Readonly<Record<string, (ground: G) => unknown>>

// What an object is made of, and what was made of it so far.
const HELD: unique symbol = Symbol('held')
interface Held {
  readonly [HELD]: { readonly ground: unknown; readonly made: Record<string, unknown> }
}

const getters = new WeakMap<object, PropertyDescriptorMap>()

/** One getter a member for all objects of a kind: files have many instructions, and most of their members are never asked for. */
function gettersOf<G>(makers: Makers<G>): PropertyDescriptorMap {
  const known = getters.get(makers)
  if (known) return known
  const all = Object.fromEntries(
    Object.entries(makers).map(([name, make]) => {
      function get(this: Held): unknown {
        const { ground, made } = this[HELD]
        if (!Object.hasOwn(made, name)) made[name] = make(ground as G)
        return made[name]
      }
      return [name, { get, enumerable: true, configurable: true }]
    }),
  )
  getters.set(makers, all)
  return all
}

/** Collects the members of an object for expressions, each with its place; what is costly is made when it is read. */
export class FieldsBuilder {
  readonly #made: Record<string, unknown> = {}
  #places: Map<string | number, Origin> | undefined
  readonly #source: Source
  readonly #span: Span
  readonly #key: Span

  constructor(source: Source, span: Span, key: Span) {
    this.#source = source
    this.#span = span
    this.#key = key
  }

  get origin(): Origin {
    return originAt(this.#source, this.#span, this.#key)
  }

  /** A member that stands nowhere of its own, or at `place`. */
  put(name: string, value: unknown, place?: Span): this {
    Object.defineProperty(this.#made, name, { value, enumerable: true, configurable: true })
    if (place) this.#place(name, originAt(this.#source, place))
    return this
  }

  lazy(name: string, make: () => unknown, place?: Span): this {
    let made: { readonly value: unknown } | undefined
    const get = () => {
      made ??= { value: make() }
      return made.value
    }
    Object.defineProperty(this.#made, name, { get, enumerable: true, configurable: true })
    if (place) this.#place(name, originAt(this.#source, place))
    return this
  }

  /** At most once for an object. */
  all<G>(makers: Makers<G>, ground: G): this {
    Object.defineProperty(this.#made, HELD, { value: { ground, made: {} } })
    Object.defineProperties(this.#made, gettersOf(makers))
    return this
  }

  reading(name: string, reading: Reading): this {
    setReading(this.#made, name, reading)
    this.#place(name, reading.origin)
    return this
  }

  #place(name: string, origin: Origin): void {
    this.#places ??= new Map()
    this.#places.set(name, origin)
  }

  done(): Fields {
    return withOrigin(this.#made, originAt(this.#source, this.#span, this.#key, this.#places))
  }
}

/** What a word of the file comes to, for expressions. */
export function readingOf(source: Source, word: DockerWord, expanded: Expanded | undefined): Reading {
  const origin = originAt(source, word.span)
  if (!expanded) return { value: word.text, reason: '', origin }
  return expanded.reason ? { value: undefined, reason: expanded.reason, origin } : { value: expanded.value, reason: '', origin }
}
