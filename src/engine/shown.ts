import { Unsettled } from '../model/origin.ts'
import { written } from '../model/written.ts'

const LONGEST = 80
const NAMELESS = 'without a name'

/**
 * Variables for a message: what is not settled reads as it is written, `{{ .Chart.Name }}`. Only for texts that people read; what
 * decides reads the variables themselves.
 */
export function shown<T>(given: T): T {
  if (typeof given !== 'object' || given === null) return given
  const value = written(given) as object
  // Not the value itself as target: what is frozen would have to be handed out as it is.
  const target = Array.isArray(value) ? [] : {}
  const read = (name: string) => legible(() => Reflect.get(value, name))
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

/** As `given`, with names for what has none: messages begin with them, and to leave one out is a fault that another rule reports. */
export function named(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { object, container, volume } = given
  const made = Object.create(given) as Record<string, unknown>
  if (isMapping(object)) {
    const metadata = isMapping(object.metadata) ? object.metadata : {}
    const { generateName } = metadata
    made.object = { ...object, metadata: withName(metadata, typeof generateName === 'string' ? `${generateName}…` : NAMELESS) }
  }
  if (isMapping(container)) made.container = withName(container, NAMELESS)
  if (isMapping(volume)) made.volume = withName(volume, NAMELESS)
  return made
}

function withName(value: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  if (!Object.hasOwn(value, 'name')) return { ...value, name }
  // `name: y` is true.
  return typeof value.name === 'string' ? value : { ...value, name: String(value.name) }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function legible(read: () => unknown): unknown {
  try {
    return shown(read())
  } catch (error) {
    if (!(error instanceof Unsettled) || !error.origin) throw error
    const { source, span } = error.origin
    const text = source.text.slice(span.start, span.end)
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text.replace(/^["']|["']$/g, '')
  }
}
