import type { Scalar } from './node.ts'

/** `kubernetes`: YAML 1.1 as go-yaml v2 reads it for the API server. `core`: YAML 1.2, as compose and GitHub read it. */
export type Schema = 'kubernetes' | 'core'

/** The value of a scalar; undefined for a `!!binary` that is no base64. */
export type ScalarValue = null | boolean | bigint | number | string

const STANDARD = 'tag:yaml.org,2002:'
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }

export function scalarValue(node: Scalar, schema: Schema): ScalarValue | undefined {
  const { tag, text } = node
  if (tag === undefined) return node.plain ? plainValue(text, schema) : text
  if (tag === `${STANDARD}binary`) return decodeBase64(text)
  if (!tag.startsWith(STANDARD) || tag === `${STANDARD}str`) return text
  return plainValue(text, schema)
}

/** What go-yaml makes of a key: everything becomes text. */
export function keyName(node: Scalar, schema: Schema): string {
  if (node.tag === `${STANDARD}binary`) return decodeBase64(node.text) ?? node.text
  if (!node.plain || node.tag !== undefined) return node.text
  const value = plainValue(node.text, schema)
  // An infinite key keeps its spelling: the API machinery prints the float as YAML writes it.
  if (typeof value === 'number' && !Number.isFinite(value)) return value > 0 ? '.inf' : value < 0 ? '-.inf' : '.nan'
  return typeof value === 'string' ? value : String(value)
}

function plainValue(text: string, schema: Schema): ScalarValue {
  const first = text.charCodeAt(0)
  // Digits, sign, dot: may be a number. NaN (empty text) falls through to the words.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) return numberOf(text, schema) ?? text
  if (text.length > 5) return text
  const word = WORDS[schema].get(text)
  return word === undefined ? text : word
}

const CORE = new Map<string, null | boolean>([
  ['', null],
  ['~', null],
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

const WORDS: Readonly<Record<Schema, ReadonlyMap<string, null | boolean>>> = {
  core: CORE,
  kubernetes: new Map<string, null | boolean>([
    ...CORE,
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
    ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ]),
}

function numberOf(text: string, schema: Schema): bigint | number | undefined {
  if (text.charCodeAt(0) === 46 || text.charCodeAt(1) === 46) {
    const special = SPECIAL.get(text)
    if (special !== undefined) return special
  }
  if (schema === 'core') return coreNumber(text)
  const digits = text.includes('_') ? text.replaceAll('_', '') : text
  if (text.startsWith('_')) return undefined
  const integer = integerOf(digits)
  if (integer !== undefined) return carried(integer)
  return FLOAT.test(digits) ? finite(Number(digits)) : undefined
}

function coreNumber(text: string): bigint | number | undefined {
  if (/^[-+]?\d+$/.test(text)) return carried(BigInt(text.startsWith('+') ? text.slice(1) : text))
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return carried(BigInt(text))
  return FLOAT.test(text) ? finite(Number(text)) : undefined
}

const SPECIAL = new Map<string, number>([
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
])

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/

// strconv.ParseInt with base 0, then a second try for 0b; what is larger than an uint64 is no integer.
function integerOf(text: string): bigint | undefined {
  const negative = text.startsWith('-')
  const body = negative || text.startsWith('+') ? text.slice(1) : text
  const magnitude = magnitudeOf(body)
  if (magnitude === undefined) return undefined
  if (negative) return -magnitude >= INT64.min ? -magnitude : undefined
  return magnitude < 2n ** 64n ? magnitude : undefined
}

function magnitudeOf(body: string): bigint | undefined {
  if (/^[1-9]\d*$/.test(body)) return body.length < 25 ? BigInt(body) : undefined
  if (body.length > 70) return undefined
  if (/^0[xX][0-9a-fA-F]+$|^0[bB][01]+$|^0[oO][0-7]+$/.test(body)) return BigInt(body.toLowerCase())
  if (/^0[0-7]*$/.test(body)) return body === '0' ? 0n : BigInt(`0o${body.slice(1)}`)
  return undefined
}

// JSON carries it to the API server, which reads what fits an int64 as integer and all else as float64.
function carried(integer: bigint): bigint | number {
  return integer >= INT64.min && integer <= INT64.max ? integer : Number(integer)
}

// 1e3 and 5. are written into JSON as 1000 and 5, so the API server sees integers; a float without a finite value stays text.
function finite(value: number): bigint | number | undefined {
  if (!Number.isFinite(value)) return undefined
  if (!Number.isInteger(value) || Math.abs(value) >= 1e21) return value
  const integer = BigInt(String(value))
  return carried(integer)
}

// Go's decoder passes over line breaks and over nothing else, and wants the padding.
function decodeBase64(text: string): string | undefined {
  const digits = text.replace(/[\r\n]+/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined
  return new TextDecoder().decode(Uint8Array.from(atob(digits), (char) => char.charCodeAt(0)))
}
