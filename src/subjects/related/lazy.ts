import type { Fields } from '../values.ts'

/** A mapping for expressions whose members are worked out when they are first read; what one throws it throws again. */
export function lazily(members: Readonly<Record<string, () => unknown>>): Fields {
  const target: Record<string, unknown> = {}
  for (const [name, make] of Object.entries(members)) {
    Object.defineProperty(target, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make()
        Object.defineProperty(target, name, { value, enumerable: true })
        return value
      },
    })
  }
  return target
}
