import { Unsettled } from '../model/origin.ts'
import { written } from '../model/written.ts'

const LONGEST = 80
const NAMELESS = 'without a name'

/**
 * Variables for a message: what is not settled reads as it is written, `{{ .Chart.Name }}`. Only for texts that people read; what
 * decides reads the variables themselves. With `isNaming` metadata without a name have one.
 */
export function shown<T>(given: T, isNaming = false): T {
  if (typeof given !== 'object' || given === null) return given
  const value = written(given) as object
  // Not the value itself as target: what is frozen would have to be handed out as it is.
  const target = Array.isArray(value) ? [] : {}
  const read = (name: string) => {
    const found = legible(() => Reflect.get(value, name), isNaming)
    return isNaming && name === 'metadata' && isMapping(found) ? withOwnName(found) : found
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

/** As `shown`, with names for what has none: messages begin with them, and to leave one out is a fault that another rule reports. */
export function named(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const given = shown(variables, true)
  const { object, container, volume } = given
  const made = Object.create(given) as Record<string, unknown>
  if (isMapping(object) && !isMapping(object.metadata)) made.object = { ...object, metadata: withOwnName({}) }
  if (isMapping(container)) made.container = withName(container, NAMELESS)
  if (isMapping(volume)) made.volume = withName(volume, NAMELESS)
  return made
}

function withOwnName(metadata: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { generateName } = metadata
  return withName(metadata, typeof generateName === 'string' ? `${generateName}…` : NAMELESS)
}

function withName(value: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  if (!Object.hasOwn(value, 'name')) return { ...value, name }
  // `name: y` is true.
  return typeof value.name === 'string' ? value : { ...value, name: String(value.name) }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function legible(read: () => unknown, isNaming: boolean): unknown {
  try {
    return shown(read(), isNaming)
  } catch (error) {
    if (!(error instanceof Unsettled) || !error.origin) throw error
    const { source, span } = error.origin
    const text = source.text.slice(span.start, span.end)
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text.replace(/^["']|["']$/g, '')
  }
}
