import { Duration, Timestamp } from './time.ts'
import { CelError, isNumeric, noSuchOverload, typeName, Uint } from './values.ts'

/** -1, 0 or 1; throws for values without an order. Numbers of different types compare by what they are worth. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a instanceof Uint ? a.value : a, b instanceof Uint ? b.value : b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Math.sign(Buffer.compare(a, b))
  if ((a instanceof Timestamp && b instanceof Timestamp) || (a instanceof Duration && b instanceof Duration))
    return compare(a.nanoseconds, b.nanoseconds)
  throw noSuchOverload()
}

// An integer beside a double is rounded to a double first, as cel-go does.
function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) throw new CelError('NaN values cannot be ordered')
  const same = typeof a === typeof b
  const x = same ? a : Number(a)
  const y = same ? b : Number(b)
  return x < y ? -1 : x > y ? 1 : 0
}

// By code points, not by UTF-16 units: a surrogate sorts after the rest of the basic plane.
function compareText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) return rank(x) < rank(y) ? -1 : 1
  }
  return a.length < b.length ? -1 : 1
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

export function sortedBy<T extends { readonly key: unknown }>(list: readonly T[]): T[] {
  const type = list[0] && typeName(list[0].key)
  if (list.some(({ key }) => typeName(key) !== type)) throw new CelError('list elements must have the same type')
  return [...list].sort((a, b) => compare(a.key, b.key))
}
