import { CelError, isMap, isNumeric, lookup, type MapValue, Optional, Uint } from './values.ts'

/** The variables of the expression in the first place, then those that macros bind. */
export type Frame = unknown[]
export type Eval = (frame: Frame) => unknown

/** An evaluation that is made at its first use. */
export function later(make: () => Eval): Eval {
  let evaluate: Eval | undefined
  return (frame) => {
    evaluate ??= make()
    return evaluate(frame)
  }
}

export function readField(operand: Eval, field: string): Eval {
  const inherited = field in Object.prototype
  return (frame) => {
    const from = operand(frame)
    const value = member(from, field, inherited)
    if (value !== undefined) return value
    if (from instanceof Optional) return from.value === undefined ? from : optionally(member(from.value, field, inherited))
    throw new CelError(`no such key: ${field}`)
  }
}

function optionally(value: unknown): Optional {
  return value === undefined ? Optional.none : new Optional(value)
}

/** The value of a field, or undefined for none; of an operand that is undefined itself, undefined. */
export function maybeField(operand: Eval, field: string): Eval {
  const inherited = field in Object.prototype
  return (frame) => {
    const from = operand(frame)
    return member(from instanceof Optional ? from.value : from, field, inherited)
  }
}

// Reads the value, since what is not settled may turn out to be null, and null is unset.
export function hasField(operand: Eval, field: string): Eval {
  const value = maybeField(operand, field)
  return (frame) => value(frame) !== undefined
}

// Whatever is neither a map nor a list has no keys, and asking for one is no mistake in Kubernetes' CEL. `inherited`: as `constructor` is.
function member(from: unknown, field: string, inherited: boolean): unknown {
  if (typeof from !== 'object' || from === null) return undefined
  if (Array.isArray(from)) throw new CelError("unsupported index type 'string' in list")
  if (from instanceof Map) return from.get(field)
  if (inherited) return Object.hasOwn(from, field) ? (from as Fields)[field] : undefined
  // Most of what is asked for is not there, and looking for it twice takes time.
  const value = (from as Fields)[field]
  return value === undefined || isPlain(from) || Object.hasOwn(from, field) ? value : undefined
}

type Fields = Readonly<Record<string, unknown>>

function isPlain(holder: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(holder)
  return prototype === Object.prototype || prototype === null
}

export function readIndex(operand: Eval, index: Eval): Eval {
  return (frame) => {
    const from = operand(frame)
    const key = index(frame)
    const value = at(from instanceof Optional ? from.value : from, key)
    if (from instanceof Optional) return optionally(value)
    if (value !== undefined) return value
    throw new CelError(Array.isArray(from) ? `index out of bounds: ${shown(key)}` : `no such key: ${shown(key)}`)
  }
}

export function maybeIndex(operand: Eval, index: Eval): Eval {
  return (frame) => {
    const from = operand(frame)
    return at(from instanceof Optional ? from.value : from, index(frame))
  }
}

function at(from: unknown, key: unknown): unknown {
  if (Array.isArray(from)) return item(from, key)
  return isMap(from) ? lookup(from as MapValue, key) : undefined
}

function item(list: readonly unknown[], key: unknown): unknown {
  if (!isNumeric(key)) throw new CelError('unsupported index type in list')
  const index = Number(key instanceof Uint ? key.value : key)
  if (!Number.isInteger(index)) throw new CelError(`unsupported index value ${index} in list`)
  return index >= 0 && index < list.length ? list[index] : undefined
}

function shown(key: unknown): string {
  return key instanceof Uint ? `${key.value}` : String(key)
}
