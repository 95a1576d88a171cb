import type { Library } from '../signature.ts'
import { Duration } from '../time.ts'
import { CelError, isMap, keysOf, Optional, Special, Uint } from '../values.ts'

function value(optional: Optional): unknown {
  if (optional.value === undefined) throw new CelError('optional.none() dereference')
  return optional.value
}

function isZero(value: unknown): boolean {
  if (value === null || value === false || value === '' || value === 0 || value === 0n) return true
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length === 0
  if (value instanceof Uint) return value.value === 0n
  if (value instanceof Duration) return value.nanoseconds === 0n
  if (value instanceof Special) return value instanceof Optional && value.value === undefined
  return isMap(value) && keysOf(value).length === 0
}

function unwrap(list: readonly unknown[]): unknown[] {
  return list.flatMap((item) => {
    if (!(item instanceof Optional)) throw new CelError('no such overload')
    return item.value === undefined ? [] : [item.value]
  })
}

export const optionals: Library = {
  'optional.of(A): optional<A>': (of: unknown) => new Optional(of),
  'optional.none(): optional<A>': () => Optional.none,
  'optional.ofNonZeroValue(A): optional<A>': (of: unknown) => (isZero(of) ? Optional.none : new Optional(of)),
  'optional.unwrap(list<optional<A>>): list<A>': unwrap,
  'list<optional<A>>.unwrapOpt(): list<A>': unwrap,
  'optional<A>.hasValue(): bool': (optional: Optional) => optional.value !== undefined,
  'optional<A>.value(): A': value,
  'optional<A>.or(optional<A>): optional<A>': (optional: Optional, other: Optional) => (optional.value === undefined ? other : optional),
  'optional<A>.orValue(A): A': (optional: Optional, other: unknown) => (optional.value === undefined ? other : optional.value),
}
