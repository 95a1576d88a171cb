import { Duration, showDuration, showTimestamp, Timestamp } from '../time.ts'
import { CelError, noSuchOverload, TypeValue, Uint } from '../values.ts'

/** A double as Go's `%g` prints it: the shortest digits that read back, exponents from 6 on and below -4. */
export function showDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  if (Object.is(value, -0)) return '-0'
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    const [mantissa, exponent = ''] = value.toExponential().split('e')
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`
  }
  return value.toString()
}

/** `string(value)`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`
  if (typeof value === 'number') return showDouble(value)
  if (value instanceof Uint) return `${value.value}`
  if (value instanceof Timestamp) return showTimestamp(value)
  if (value instanceof Duration) return showDuration(value)
  if (value instanceof TypeValue) return value.typeName
  if (value instanceof Uint8Array) return decoded(value)
  throw noSuchOverload()
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new CelError('invalid UTF-8 in bytes, cannot convert to string')
  }
}
