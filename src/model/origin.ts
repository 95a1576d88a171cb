import type { Place, Source, Span } from './position.ts'

/** Where a value stands in its file, and where what is below it stands. Made by the parsers, travels with the value. */
export interface Origin {
  readonly source: Source
  /** The value itself. */
  readonly span: Span
  /** The key (or list dash, or instruction keyword) a person would edit; the value's own span where there is none. */
  readonly key: Span
  /** Where an aliased or merged value is written, when that is not here. */
  readonly anchor?: Origin | undefined
  /** Why it may not be there though the object that it is a part of is: a template's condition, in plain words. */
  readonly condition?: string | undefined
  /** The origin of an existing member; undefined where there is none. List items go by their index in the file. */
  child(key: string | number): Origin | undefined
  /** A mapping's keys as written, also those whose value is null and which the value therefore lacks. */
  keys?(): readonly string[]
}

/** Every object and list that comes from a file carries its origin under this symbol (not enumerable for CEL or JSON). */
export const ORIGIN: unique symbol = Symbol('origin')

export function originOf(value: unknown): Origin | undefined {
  return typeof value === 'object' && value !== null ? (value as { [ORIGIN]?: Origin })[ORIGIN] : undefined
}

export function withOrigin<T extends object>(value: T, origin: Origin): T {
  Object.defineProperty(value, ORIGIN, { value: origin, enumerable: false, configurable: true })
  return value
}

export function keyPlace(origin: Origin): Place {
  return origin.source.place(origin.key)
}

/**
 * Thrown when an expression reads a value that the files do not settle: a template's expression, an ARG without a
 * default. A value that is not settled is a getter that throws this, so that reading it, and nothing else, is unknown.
 */
export class Unsettled extends Error {
  readonly origin: Origin | undefined
  /** Plain words, without the value's text: `depends on the template expression {{ … }}`. */
  readonly reason: string

  // An answer and no fault: nobody asks for its stack, and making it takes longer than most evaluations.
  constructor(reason: string, origin: Origin | undefined) {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(reason)
    Error.stackTraceLimit = stackTraceLimit
    this.name = 'Unsettled'
    this.reason = reason
    this.origin = origin
  }
}
