import { showDouble } from '../../src/rules/cel/library/show.ts'
import { Duration, showDuration, showTimestamp, Timestamp } from '../../src/rules/cel/time.ts'
import { isMap, keysOf, lookup, Optional, Special, TypeValue, Uint } from '../../src/rules/cel/values.ts'

/** Instructions name their neighbours, which name them: as plain data they have no end. */
export class Circular extends Error {}

/** A value as the oracle shows it: JSON, and objects with one key for what JSON cannot tell apart. Throws Circular. */
export function shown(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value === 'object' && value !== null && above.includes(value)) throw new Circular()
  const inner = [...above, value]
  if (typeof value === 'bigint') return { int: `${value}` }
  if (typeof value === 'number') return { double: showDouble(value) }
  if (Array.isArray(value)) return value.map((item) => shown(item, inner))
  if (value instanceof Special) return shownSpecial(value)
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (isMap(value)) return { map: keysOf(value).map((key) => [shown(key), shown(lookup(value, key), inner)]) }
  return value
}

function shownSpecial(value: Special): unknown {
  if (value instanceof Uint) return { uint: `${value.value}` }
  if (value instanceof TypeValue) return { type: value.typeName }
  if (value instanceof Timestamp) return { [value.type]: showTimestamp(value) }
  if (value instanceof Duration) return { [value.type]: showDuration(value) }
  if (value instanceof Optional) return { optional: value.value === undefined ? 'none' : shown(value.value) }
  return { opaque: value.type }
}

/** With the entries of maps in one order, since Go gives them in any. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, ordered(item)] as const)
  if (entries.length !== 1 || entries[0]?.[0] !== 'map') return Object.fromEntries(entries)
  const pairs = entries[0][1] as unknown[]
  return { map: pairs.map((pair) => JSON.stringify(pair)).sort() }
}

/** JSON as CEL values: whole numbers are integers. */
export function celValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(celValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, celValue(item)]))
}
