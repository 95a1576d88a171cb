import type { DockerWord, Expanded } from '../model/dockerfile.ts'
import type { Origin } from '../model/origin.ts'
import { withOrigin } from '../model/origin.ts'
import type { Source, Span } from '../model/position.ts'
import { originAt, type Reading, setReading } from '../source/origins.ts'
import type { Fields } from './values.ts'

/** Collects the members of an object for expressions, each with its place; what is costly is made when it is read. */
export class FieldsBuilder {
  readonly #made: Record<string, unknown> = {}
  readonly #places = new Map<string | number, Origin>()
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
    if (place) this.#places.set(name, originAt(this.#source, place))
    return this
  }

  lazy(name: string, make: () => unknown, place?: Span): this {
    let made: { readonly value: unknown } | undefined
    const get = () => {
      made ??= { value: make() }
      return made.value
    }
    Object.defineProperty(this.#made, name, { get, enumerable: true, configurable: true })
    if (place) this.#places.set(name, originAt(this.#source, place))
    return this
  }

  reading(name: string, reading: Reading): this {
    setReading(this.#made, name, reading)
    this.#places.set(name, reading.origin)
    return this
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
