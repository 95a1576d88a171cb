import type { Library } from '../signature.ts'
import { Duration, floorDiv, parseDuration, parseTimestamp, Timestamp } from '../time.ts'
import { CelError, MAX_INT, MIN_INT, TypeValue, typeName, Uint } from '../values.ts'
import { textOf } from './show.ts'

function int(value: bigint): bigint {
  if (value > MAX_INT || value < MIN_INT) throw new CelError('integer overflow')
  return value
}

// -2^63 and 2^63 themselves are refused, as cel-go does.
function truncated(value: number): bigint {
  if (!(value > -(2 ** 63) && value < 2 ** 63)) throw new CelError('integer overflow')
  return BigInt(Math.trunc(value))
}

function parsed(text: string, type: string, pattern: RegExp): bigint {
  if (!pattern.test(text)) throw new CelError(`type conversion error from 'string' to '${type}'`)
  const value = BigInt(text.replace(/^\+/, ''))
  if (type === 'int' && (value > MAX_INT || value < MIN_INT)) throw new CelError("type conversion error from 'string' to 'int'")
  return value
}

function unsigned(value: number): Uint {
  if (!(value >= 0 && value < 2 ** 64)) throw new CelError('unsigned integer overflow')
  return new Uint(BigInt(Math.trunc(value)))
}

const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d{1,5})$/i

const DOUBLE = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?)$|^nan$/i

function double(text: string): number {
  const [, sign = '', whole = '', part = '', power = ''] = HEXADECIMAL.exec(text) ?? []
  if (whole + part !== '') return Number(`${sign}1`) * Number(`0x${whole}${part}`) * 2 ** (Number(power) - 4 * part.length)
  if (!DOUBLE.test(text)) throw new CelError("type conversion error from 'string' to 'double'")
  const word = text.toLowerCase()
  if (word === 'nan') return Number.NaN
  if (word.includes('inf')) return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const value = Number(text)
  if (!Number.isFinite(value)) throw new CelError("type conversion error from 'string' to 'double'")
  return value
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false] as const),
])

function bool(text: string): boolean {
  const value = BOOLEANS.get(text)
  if (value === undefined) throw new CelError("type conversion error from 'string' to 'bool'")
  return value
}

const same = (value: unknown) => value

export const conversions: Library = {
  'dyn(A): dyn': same,
  'type(A): type<A>': (value: unknown) => new TypeValue(typeName(value)),
  'int(int): int': same,
  'int(uint): int': (value: Uint) => int(value.value),
  'int(double): int': truncated,
  'int(string): int': (text: string) => parsed(text, 'int', /^[+-]?\d+$/),
  'int(timestamp): int': (value: Timestamp) => floorDiv(value.nanoseconds, 1_000_000_000n),
  'int(duration): int': (value: Duration) => value.nanoseconds,
  'uint(uint): uint': same,
  'uint(int): uint': (value: bigint) => new Uint(value),
  'uint(double): uint': unsigned,
  'uint(string): uint': (text: string) => new Uint(parsed(text, 'uint', /^\d+$/)),
  'double(double): double': same,
  'double(int): double': Number,
  'double(uint): double': (value: Uint) => Number(value.value),
  'double(string): double': double,
  'bool(bool): bool': same,
  'bool(string): bool': bool,
  'bytes(bytes): bytes': same,
  'bytes(string): bytes': (text: string) => new TextEncoder().encode(text),
  'string(string): string': same,
  'string(bool): string': textOf,
  'string(int): string': textOf,
  'string(uint): string': textOf,
  'string(double): string': textOf,
  'string(bytes): string': textOf,
  'string(timestamp): string': textOf,
  'string(duration): string': textOf,
  'timestamp(timestamp): timestamp': same,
  'timestamp(string): timestamp': parseTimestamp,
  'timestamp(int): timestamp': (seconds: bigint) => new Timestamp(seconds * 1_000_000_000n),
  'duration(duration): duration': same,
  'duration(string): duration': parseDuration,
  'duration(int): duration': (nanoseconds: bigint) => new Duration(nanoseconds),
}
