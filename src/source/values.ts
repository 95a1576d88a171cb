import { type Origin, originOf, Unsettled } from '../model/origin.ts'

/** Reads of plain data for code, where what is not settled, or of another type, is as good as absent. */
export type Plain = Readonly<Record<string, unknown>>

/** What `read` gives; undefined where a template decides it. */
export function settled<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unsettled) return undefined
    throw error
  }
}

/** Why a member is not settled; undefined where it is. */
export function unsettledReason(value: unknown, key: string): string | undefined {
  try {
    if (typeof value === 'object' && value !== null) Reflect.get(value, key)
    return undefined
  } catch (error) {
    if (error instanceof Unsettled) return error.reason
    throw error
  }
}

export function mapping(value: unknown): Plain | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : undefined
}

/** A value below, by keys and indexes. Own properties only: keys come from hostile files. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value
  // As `settled` does, without a function for each key: whole repositories are read by this.
  try {
    for (let index = 0; index < path.length; index++) {
      const key = path[index] as string | number
      if (typeof found !== 'object' || found === null) return undefined
      found = Object.hasOwn(found, key) ? (found as Record<string | number, unknown>)[key] : undefined
    }
    return found
  } catch (error) {
    if (error instanceof Unsettled) return undefined
    throw error
  }
}

export function text(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = member(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** A list's items, unsettled ones undefined; [] for what is no list. */
export function items(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = member(value, ...path)
  const length = Array.isArray(found) ? settled(() => found.length) : 0
  return Array.from({ length: length ?? 0 }, (_, index) => member(found, index))
}

/** A mapping's settled entries; [] for what is no mapping. */
export function entries(value: unknown, ...path: readonly (string | number)[]): readonly (readonly [string, unknown])[] {
  const found = mapping(member(value, ...path))
  if (!found) return []
  const keys = settled(() => Object.keys(found)) ?? []
  return keys.map((key) => [key, member(found, key)] as const)
}

/** A mapping's scalars as texts, expressions as written. */
export function texts(value: unknown, ...path: readonly (string | number)[]): Record<string, string> {
  const found = entries(value, ...path).filter(([, entry]) => entry !== undefined && typeof entry !== 'object')
  return Object.fromEntries(found.map(([name, entry]) => [name, String(entry)]))
}

/** A list, or what stands alone for a list of one; [] for nothing. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? items(value) : value === undefined || value === null ? [] : [value]
}

/** The origin of a value below an object that carries one. */
export function placeOf(value: unknown, ...path: readonly (string | number)[]): Origin | undefined {
  let origin = originOf(value)
  for (const key of path) origin = origin?.child(key)
  return origin
}

/** A copy without what is not settled. What aliases share stays shared. */
export function settledCopy(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value
  const known = copies.get(value)
  if (known !== undefined) return known
  const isList = Array.isArray(value)
  const copy: Record<string, unknown> | unknown[] = isList ? [] : {}
  copies.set(value, copy)
  for (const key of settled(() => Object.keys(value)) ?? []) {
    const found = settledCopy(member(value, key), copies)
    if (found === undefined) continue
    if (Array.isArray(copy)) copy.push(found)
    else if (key !== '__proto__') copy[key] = found
    else Object.defineProperty(copy, key, { value: found, enumerable: true, configurable: true, writable: true })
  }
  return copy
}
