import { parseQuantity } from '../rules/cel/library/quantity.ts'
import type { ScalarType } from './shape.ts'

const RANGES = { int32: [-(2n ** 31n), 2n ** 31n - 1n], int64: [-(2n ** 63n), 2n ** 63n - 1n] } as const
const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):([0-5]\d):([0-5]\d)(?:[.,]\d{1,9})?(?:Z|[+-](\d\d):([0-5]\d))$/
/** Times of a lease or an event have all six digits. */
const MICRO = /[.,]\d{6}(?:Z|[+-]\d\d:\d\d)$/
const DURATION = /^[-+]?(?:0|(?:(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:ns|us|µs|μs|ms|s|m|h)){1,20})$/
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** What keeps Kubernetes' decoder from reading a value as this type; undefined where it reads it. */
export function misread(type: ScalarType, value: unknown): string | undefined {
  switch (type) {
    case 'int32':
    case 'int64':
      return misreadInteger(type, value)
    case 'boolean':
    case 'string':
      return typeof value === type ? undefined : expected(type === 'boolean' ? 'true or false' : 'a text', value)
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint' ? undefined : expected('a number', value)
    case 'int-or-string':
      return typeof value === 'string' ? undefined : misreadInteger('int32', value, 'a whole number or a text')
    case 'quantity':
      return isQuantity(value) ? undefined : expected('a quantity such as 500m or 1Gi', value)
    default:
      return misreadText(type, value)
  }
}

function misreadText(type: 'time' | 'micro-time' | 'duration' | 'bytes', value: unknown): string | undefined {
  if (type === 'bytes') return isBase64(value) ? undefined : expected('a base64 text', value, false)
  if (type === 'duration') return typeof value === 'string' && DURATION.test(value) ? undefined : expected('a duration such as 30s', value)
  return typeof value === 'string' && isTime(value) && (type === 'time' || MICRO.test(value))
    ? undefined
    : expected(`a time such as 2026-01-31T12:00:00${type === 'time' ? '' : '.000000'}Z`, value)
}

function misreadInteger(type: 'int32' | 'int64', value: unknown, words = 'a whole number'): string | undefined {
  if (typeof value !== 'bigint') return expected(words, value)
  const [least, most] = RANGES[type]
  return value >= least && value <= most ? undefined : `${value} does not fit into ${type === 'int32' ? 32 : 64} bits`
}

function isQuantity(value: unknown): boolean {
  if (typeof value === 'bigint' || typeof value === 'number') return parseQuantity(String(value)) !== undefined
  return typeof value === 'string' && parseQuantity(value.trim()) !== undefined
}

function isTime(text: string): boolean {
  const found = TIME.exec(text)
  if (!found) return false
  const [, year = '', month = '', day = '', hour = '', , , zone = '00'] = found
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days && Number(hour) < 24 && Number(zone) <= 24
}

function isBase64(value: unknown): boolean {
  // Go reads a list of bytes, too.
  if (Array.isArray(value)) return value.every((byte) => typeof byte === 'bigint' && byte >= 0n && byte < 256n)
  if (typeof value !== 'string') return false
  const text = value.replace(/[\r\n]/g, '')
  return text.length % 4 === 0 && BASE64.test(text)
}

function expected(words: string, value: unknown, shows = true): string {
  return `must be ${words}${shows ? `, not ${shown(value)}` : ''}`
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string'
    ? `the text ${JSON.stringify(value.slice(0, 60))}`
    : typeof value === 'boolean'
      ? String(value)
      : `the number ${value}`
}

export function misreadAs(words: string, value: unknown): string {
  return expected(words, value)
}
