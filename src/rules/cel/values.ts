/** An evaluation that fails, as CEL understands failing: `&&`, `||`, `all` and `exists` may do without the operand. */
export class CelError extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(message)
    Error.stackTraceLimit = stackTraceLimit
    this.name = 'CelError'
  }
}

/**
 * What JavaScript has no value of its own for. The fields of these classes are private, so that an expression that
 * selects a field from one finds no own property.
 */
export abstract class Special {
  abstract readonly type: string
  abstract equals(other: Special): boolean
}

/** A value of one of Kubernetes' libraries; to compare it with anything else is a mistake there, not a difference. */
export abstract class Opaque extends Special {}

export class Uint extends Special {
  readonly #value: bigint

  constructor(value: bigint) {
    super()
    if (value < 0n || value > MAX_UINT) throw new CelError('unsigned integer overflow')
    this.#value = value
  }

  get type(): string {
    return 'uint'
  }

  get value(): bigint {
    return this.#value
  }

  equals(other: Special): boolean {
    return other instanceof Uint && other.value === this.#value
  }
}

export class TypeValue extends Special {
  readonly #name: string

  constructor(name: string) {
    super()
    this.#name = name
  }

  get type(): string {
    return 'type'
  }

  get typeName(): string {
    return this.#name
  }

  equals(other: Special): boolean {
    return other instanceof TypeValue && other.typeName === this.#name
  }
}

export class Optional extends Special {
  static readonly none = new Optional(undefined)
  readonly #value: unknown

  constructor(value: unknown) {
    super()
    this.#value = value
  }

  get type(): string {
    return 'optional_type'
  }

  /** undefined where there is none. */
  get value(): unknown {
    return this.#value
  }

  equals(other: Special): boolean {
    if (!(other instanceof Optional)) return false
    if (this.#value === undefined || other.value === undefined) return this.#value === other.value
    return equals(this.#value, other.value)
  }
}

export type MapValue = Map<unknown, unknown> | Readonly<Record<string, unknown>>

export const MAX_INT = 9223372036854775807n
export const MIN_INT = -9223372036854775808n
export const MAX_UINT = 18446744073709551615n

export function isMap(value: unknown): value is MapValue {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Special) && !(value instanceof Uint8Array)
  )
}

export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'bigint':
      return 'int'
    case 'number':
      return 'double'
    case 'boolean':
      return 'bool'
    case 'string':
      return 'string'
    default:
      if (value === null || value === undefined) return 'null_type'
      if (Array.isArray(value)) return 'list'
      if (value instanceof Special) return value.type
      return value instanceof Uint8Array ? 'bytes' : 'map'
  }
}

export function noSuchOverload(): CelError {
  return new CelError('no such overload')
}

/** The value of a key; undefined where there is none. Reading an unsettled value throws. */
export function lookup(map: MapValue, key: unknown): unknown {
  if (map instanceof Map) {
    const value = map.get(key)
    return value === undefined && isNumeric(key) ? numericEntry(map, key) : value
  }
  return typeof key === 'string' && Object.hasOwn(map, key) ? map[key] : undefined
}

function numericEntry(map: Map<unknown, unknown>, key: unknown): unknown {
  for (const [candidate, value] of map) if (equals(candidate, key)) return value
  return undefined
}

export function keysOf(map: MapValue): unknown[] {
  return map instanceof Map ? [...map.keys()] : Object.keys(map)
}

export function isNumeric(value: unknown): value is bigint | number | Uint {
  return typeof value === 'bigint' || typeof value === 'number' || value instanceof Uint
}

/** CEL's `==`: values of different types differ, numbers compare by what they are worth. */
export function equals(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    if (a === b) return true
    if (a instanceof Opaque) throw noSuchOverload()
    if (typeof a === typeof b && !(a instanceof Uint)) return false
    return isNumeric(a) && isNumeric(b) && sameNumber(a, b)
  }
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b)
  if (a instanceof Special) {
    if (a instanceof Opaque && !(b instanceof Opaque && b.type === a.type)) throw noSuchOverload()
    return b instanceof Special && a.equals(b)
  }
  if (a instanceof Uint8Array) return b instanceof Uint8Array && sameItems(a, b)
  return isMap(b) && isMap(a) && sameEntries(a, b)
}

// A double is compared with an integer after rounding the integer to a double, as cel-go does.
function sameNumber(a: bigint | number | Uint, b: bigint | number | Uint): boolean {
  const x = a instanceof Uint ? a.value : a
  const y = b instanceof Uint ? b.value : b
  return typeof x === typeof y ? x === y : Number(x) === Number(y)
}

function sameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!equals(a[index], b[index])) return false
  return true
}

function sameEntries(a: MapValue, b: MapValue): boolean {
  const keys = keysOf(a)
  if (keys.length !== keysOf(b).length) return false
  return keys.every((key) => {
    const other = lookup(b, key)
    return other !== undefined && equals(lookup(a, key), other)
  })
}
