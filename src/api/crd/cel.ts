import { parseDuration, parseTimestamp } from '../../rules/cel/time.ts'
import { setMember } from '../written.ts'
import { type Fields, IDENTITY, isFields, isObject, itemsOf, propertyOf, type Schema, valuesOf } from './schema.ts'

const RESERVED: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '),
)
const WORDS: Readonly<Record<string, string>> = { __: '__underscores__', '.': '__dot__', '-': '__dash__', '/': '__slash__' }
/** What rules see of the metadata of an object. */
const SEEN: readonly string[] = ['name', 'generateName']

/** Values as rules of a definition see them: typed by the schema, with members by names that are identifiers. Each is made once. */
export class CelValues {
  readonly #made = new Map<unknown, unknown>()

  of(schema: Schema | undefined, value: unknown, isWhole = false): unknown {
    if (typeof value !== 'object' || value === null) return schema ? scalar(schema, value) : value
    let made = this.#made.get(value)
    if (made === undefined) {
      made = Array.isArray(value) ? this.#list(schema, value) : this.#mapping(schema, value as Fields, isWhole)
      this.#made.set(value, made)
    }
    return made
  }

  #list(schema: Schema | undefined, value: readonly unknown[]): readonly unknown[] {
    const items = schema && itemsOf(schema)
    return value.map((item) => this.of(items, item))
  }

  #mapping(schema: Schema | undefined, value: Fields, isWhole: boolean): Fields {
    const typed: Fields = {}
    const isTyped = schema !== undefined && (isWhole || isObject(schema) || isFields(schema.properties))
    for (const key of Object.keys(value)) {
      const identity = schema && (isWhole || isObject(schema)) && IDENTITY.has(key)
      if (identity) setMember(typed, key, key === 'metadata' ? seen(value[key]) : value[key])
      else if (!isTyped) setMember(typed, key, this.of(schema && valuesOf(schema), value[key]))
      else if (propertyOf(schema, key)) setMember(typed, escaped(key), this.of(propertyOf(schema, key), value[key]))
    }
    return typed
  }
}

function seen(metadata: unknown): Fields {
  return isFields(metadata) ? Object.fromEntries(SEEN.filter((key) => Object.hasOwn(metadata, key)).map((key) => [key, metadata[key]])) : {}
}

/** A member's name as an expression has to write it. */
export function escaped(name: string): string {
  return RESERVED.has(name) ? `__${name}__` : name.replace(/__|[-./]/g, (found) => WORDS[found] ?? found)
}

function scalar({ type, format }: Schema, value: unknown): unknown {
  if (type === 'number' && typeof value === 'bigint') return Number(value)
  if (type === 'integer' && typeof value === 'number' && Number.isInteger(value)) return BigInt(value)
  if (type !== 'string' || typeof value !== 'string') return value
  switch (format) {
    case 'duration':
      return parseDuration(value)
    case 'date':
      return parseTimestamp(`${value}T00:00:00Z`)
    case 'date-time':
      return parseTimestamp(value.toUpperCase())
    case 'byte':
      return Uint8Array.from(Buffer.from(value, 'base64'))
    default:
      return value
  }
}
