import { matches } from '../../rules/cel/library/patterns.ts'
import { CelError } from '../../rules/cel/values.ts'
import { misreadAs } from '../scalars.ts'
import type { FaultKind } from '../shape.ts'
import { hasFormat, isFormat } from './formats.ts'
import { isIntOrString, type Schema } from './schema.ts'

export interface Mistake {
  readonly kind: FaultKind
  readonly message: string
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping',
  string: 'a text',
}

/** Why a value is not of the schema's type; undefined where it is. */
export function typeMistake(schema: Schema, value: unknown): Mistake | undefined {
  const { type, nullable } = schema
  const types = isIntOrString(schema) ? ['integer', 'string'] : typeof type === 'string' && type !== '' ? [type] : []
  if (types.length === 0) return undefined
  const words = types.map((name) => WORDS[name] ?? name).join(' or ')
  if (value === null) return nullable === true ? undefined : { kind: 'type', message: `must be ${words}, not null` }
  // A list is taken for any text that has a format: so the server does it.
  if (Array.isArray(value) && type === 'string' && typeof schema.format === 'string' && isFormat(schema.format)) return undefined
  return types.some((name) => isOf(name, value)) ? undefined : { kind: 'type', message: misreadAs(words, value) }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && !Array.isArray(value)
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number'
    case 'integer':
      return typeof value === 'bigint' ? value >= -(2n ** 63n) && value < 2n ** 63n : Number.isInteger(value)
    default:
      return typeof value === type
  }
}

export function textMistakes(schema: Schema, text: string): readonly Mistake[] {
  const { maxLength, minLength, pattern, format } = schema
  const found: Mistake[] = []
  const length = [...text.slice(0, 1_000_000)].length
  if (isNumber(maxLength) && length > maxLength) found.push(invalid(`may have at most ${maxLength} characters`))
  else if (isNumber(minLength) && length < minLength) found.push(invalid(`must have at least ${minLength} characters`))
  else if (typeof pattern === 'string' && pattern !== '' && !fits(pattern, text)) {
    found.push(invalid(`${JSON.stringify(text.slice(0, 80))} does not match ${pattern.slice(0, 200)}`))
  }
  if (typeof format === 'string' && format !== '' && !hasFormat(format, text)) {
    found.push(invalid(`${JSON.stringify(text.slice(0, 80))} has not the format ${format.slice(0, 40)}`))
  }
  return found
}

// A pattern that is none has been said of the definition.
function fits(pattern: string, text: string): boolean {
  try {
    return matches(text, pattern)
  } catch (error) {
    if (error instanceof CelError) return true
    throw error
  }
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-2147483648, 2147483647],
  float: [-3.4028234663852886e38, 3.4028234663852886e38],
}

export function numberMistakes(schema: Schema, value: bigint | number): readonly Mistake[] {
  const { exclusiveMinimum, exclusiveMaximum, format } = schema
  const [minimum, maximum, multipleOf] = [schema.minimum, schema.maximum, schema.multipleOf].map((bound) => boundFor(value, bound))
  const found: Mistake[] = []
  const range = typeof format === 'string' && schema.type !== undefined ? RANGES[format] : undefined
  if (range && (value < range[0] || value > range[1])) found.push(invalid(`${value} does not fit into ${String(format)}`))
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    found.push(invalid(`must be a multiple of ${String(schema.multipleOf)}, not ${value}`))
  }
  if (maximum !== undefined && (value > maximum || (exclusiveMaximum === true && value >= maximum))) {
    found.push(invalid(`must be ${exclusiveMaximum === true ? 'less than' : 'at most'} ${String(schema.maximum)}, not ${value}`))
  }
  if (minimum !== undefined && (value < minimum || (exclusiveMinimum === true && value <= minimum))) {
    found.push(invalid(`must be ${exclusiveMinimum === true ? 'greater than' : 'at least'} ${String(schema.minimum)}, not ${value}`))
  }
  return found
}

// The server compares a whole number with whole numbers: it cuts the bound.
function boundFor(value: bigint | number, bound: unknown): bigint | number | undefined {
  if (!isNumber(bound)) return undefined
  return typeof value === 'bigint' && typeof bound === 'number' ? BigInt(Math.trunc(bound)) : bound
}

function isMultiple(value: bigint | number, of: bigint | number): boolean {
  if (of <= 0) return false
  if (typeof value === 'bigint' && typeof of === 'bigint') return value % of === 0n
  return Number.isInteger(Number(value) / Number(of))
}

export function isNumber(value: unknown): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number'
}

export function invalid(message: string): Mistake {
  return { kind: 'invalid', message }
}
