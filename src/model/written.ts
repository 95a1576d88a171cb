const WRITTEN: unique symbol = Symbol('written')

/**
 * What stands in the file below a template's conditions and insertions: members that may be absent are there, and lists and
 * mappings that a template may add to are closed. For finding subjects; what decides reads the value itself.
 */
export function written<T>(value: T): T {
  return typeof value === 'object' && value !== null ? ((value as { [WRITTEN]?: T })[WRITTEN] ?? value) : value
}

export function withWritten<T extends object>(value: T, plain: T): T {
  return Object.defineProperty(value, WRITTEN, { value: plain, enumerable: false })
}
