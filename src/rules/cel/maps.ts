import { CelError, lookup, Uint } from './values.ts'

/** Adds an entry to a map that an expression makes; an undefined value is none. */
export function insert(map: Map<unknown, unknown>, key: unknown, value: unknown): void {
  if (value === undefined) return
  if (lookup(map, key) !== undefined) throw new CelError(`Failed with repeated key: ${key instanceof Uint ? key.value : key}`)
  map.set(key, value)
}
