import { Unsettled } from '../model/origin.ts'
import { written } from '../model/written.ts'

const LONGEST = 80

/**
 * Variables for a message: what is not settled reads as it is written, `{{ .Chart.Name }}`, and with `named` each mapping has a name.
 * Only for texts that people read; what decides reads the variables themselves.
 */
export function shown<T>(given: T, named = false): T {
  if (typeof given !== 'object' || given === null) return given
  const value = written(given) as object
  // Not the value itself as target: what is frozen would have to be handed out as it is.
  const target = Array.isArray(value) ? [] : {}
  const read = (name: string) => {
    const member = legible(() => Reflect.get(value, name), named)
    return named && name === 'name' ? nameIn(value, member) : member
  }
  return new Proxy(target, {
    get: (_, name) => (typeof name === 'symbol' ? Reflect.get(value, name) : read(name)),
    has: (_, name) => Reflect.has(value, name),
    ownKeys: () => Reflect.ownKeys(value),
    getOwnPropertyDescriptor: (held, name) => {
      if (typeof name === 'symbol' || Object.hasOwn(held, name)) return Reflect.getOwnPropertyDescriptor(held, name)
      return Object.hasOwn(value, name) ? { configurable: true, enumerable: true, writable: true, value: read(name) } : undefined
    },
  }) as T
}

// A number is a mistake, which is told elsewhere, and the name all the same. Kubernetes makes the rest of one from `generateName`.
function nameIn(value: object, name: unknown): unknown {
  if (name !== undefined) return typeof name === 'object' ? name : String(name)
  const begin: unknown = legible(() => Reflect.get(value, 'generateName'), false)
  return typeof begin === 'string' ? `${begin}…` : '(no name)'
}

function legible(read: () => unknown, named: boolean): unknown {
  try {
    return shown(read(), named)
  } catch (error) {
    if (!(error instanceof Unsettled) || !error.origin) throw error
    const { source, span } = error.origin
    const text = source.text.slice(span.start, span.end)
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text.replace(/^["']|["']$/g, '')
  }
}
