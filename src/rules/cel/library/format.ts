import { Duration, showDuration, showTimestamp, Timestamp } from '../time.ts'
import { CelError, isMap, keysOf, lookup, type MapValue, TypeValue, typeName, Uint } from '../values.ts'
import { showDouble, textOf } from './show.ts'

const CLAUSE = /%(?:%|(?:\.(\d+))?([a-zA-Z]))?/g

/** `"%s: %d".format([…])`, as the string library of cel-go has it. */
export function format(template: string, values: readonly unknown[]): string {
  let next = 0
  return template.replace(CLAUSE, (clause, precision: string | undefined, verb: string | undefined) => {
    if (clause === '%%') return '%'
    if (verb === undefined) throw new CelError('could not parse formatting clause')
    if (next >= values.length) throw new CelError(`index ${next} out of range`)
    return formatted(verb, precision === undefined ? undefined : Number(precision), values[next++])
  })
}

function formatted(verb: string, precision: number | undefined, value: unknown): string {
  switch (verb) {
    case 's':
      return text(value)
    case 'd':
      return integer(value, 10, 'd')
    case 'f':
      return fixed(double(value), precision ?? 6)
    case 'e':
      return scientific(double(value), precision ?? 6)
    case 'b':
      return typeof value === 'boolean' ? (value ? '1' : '0') : integer(value, 2, 'b')
    case 'o':
      return integer(value, 8, 'o')
    case 'x':
      return hexadecimal(value)
    case 'X':
      return hexadecimal(value).toUpperCase()
    default:
      throw new CelError(`unrecognized formatting clause "${verb}"`)
  }
}

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`
  if (isMap(value)) return entries(value)
  if (value === null) return 'null'
  return textOf(value)
}

function entries(map: MapValue): string {
  const pairs = keysOf(map).map((key) => {
    if (typeof key === 'object' && !(key instanceof Uint)) throw new CelError('no formatting function for map key')
    return [quoted(key), quoted(lookup(map, key))] as const
  })
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}:${value}`)
    .join(', ')}}`
}

// A value inside a list or map, as it would be written in an expression.
function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value.toFixed(6) : JSON.stringify(showDouble(value))
  if (value instanceof Uint8Array) return `b${JSON.stringify(textOf(value))}`
  if (value instanceof Timestamp) return `timestamp(${JSON.stringify(showTimestamp(value))})`
  if (value instanceof Duration) return `duration(${JSON.stringify(showDuration(value))})`
  if (value instanceof TypeValue) return textOf(value)
  return text(value)
}

function integer(value: unknown, base: number, verb: string): string {
  if (typeof value === 'bigint') return value.toString(base)
  if (value instanceof Uint) return value.value.toString(base)
  throw new CelError(`error during formatting: ${verb} clause cannot be used on ${typeName(value)}`)
}

function double(value: unknown): number {
  if (typeof value === 'number') return value
  if (value === 'NaN') return Number.NaN
  if (value === 'Infinity' || value === '-Infinity') return Number(value)
  throw new CelError(`error during formatting: fixed-point clause can only be used on doubles, was given ${typeName(value)}`)
}

// The API server formats for the locale en_US.
function fixed(value: number, precision: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-∞' : '∞'
  const [whole = '', decimals] = rounded(Math.abs(value), Math.min(precision, 90)).split('.')
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`
}

// Half to even, where toFixed rounds half up.
function rounded(value: number, precision: number): string {
  if (value >= 1e21) return `${BigInt(value)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`
  const exact = value.toFixed(100)
  const cut = exact.length - 100 + precision
  const kept = precision === 0 ? exact.slice(0, cut - 1) : exact.slice(0, cut)
  const tie = /^50*$/.test(exact.slice(cut)) && /[02468]$/.test(kept)
  return tie ? kept : value.toFixed(precision)
}

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

// What is written as a precision is a width to Kubernetes.
function scientific(value: number, precision: number): string {
  if (!Number.isFinite(value)) return fixed(value, precision)
  const [mantissa = '', exponent = ''] = value.toExponential(6).split('e')
  const digits = exponent.replace(/^[+-]/, '').padStart(2, '0')
  return `${mantissa}×10${exponent.startsWith('-') ? '⁻' : ''}${[...digits].map((digit) => RAISED[Number(digit)]).join('')}`.padStart(
    precision,
  )
}

function hexadecimal(value: unknown): string {
  if (typeof value === 'string') return Buffer.from(value).toString('hex')
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return integer(value, 16, 'x')
}
