import type { Shape, Struct } from './shape.ts'

/** What the server has for a value that is not there: Go's zero value, with its defaults. */
export function zero(shape: Shape): unknown {
  switch (shape.type) {
    case 'struct':
      return Object.fromEntries(defaultsOf(shape))
    case 'map':
    case 'either':
      return {}
    case 'list':
      return []
    case 'boolean':
      return false
    case 'int32':
    case 'int64':
    case 'number':
    case 'int-or-string':
      return 0n
    case 'quantity':
      return '0'
    default:
      return ''
  }
}

const presets = new WeakMap<Struct, readonly (readonly [string, unknown])[]>()

export function defaultsOf(shape: Struct): readonly (readonly [string, unknown])[] {
  let found = presets.get(shape)
  if (!found) {
    const entries = Object.entries(shape.overlay.fields ?? {})
    found = entries.flatMap(([key, { default: preset }]) =>
      preset === undefined || !shape.fields.has(key) ? [] : [[key, typeof preset === 'number' ? BigInt(preset) : preset] as const],
    )
    presets.set(shape, found)
  }
  return found
}
