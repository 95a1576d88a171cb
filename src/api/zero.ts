import type { Shape } from './shape.ts'

/** What Go has for a value that is not there. */
export function zero(shape: Shape): unknown {
  switch (shape.type) {
    case 'struct':
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
