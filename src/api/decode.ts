import { nearest } from '../errors.ts'
import { Unsettled } from '../model/origin.ts'
import { adjust } from './adjust.ts'
import { MOVED } from './moved.ts'
import { misread, misreadAs } from './scalars.ts'
import type { Fault, Field, Shape, Struct } from './shape.ts'
import {
  DONE,
  isConditional,
  isMapping,
  isOpen,
  isPlaceholder,
  itemOf,
  memberOf,
  nullItems,
  nullKeys,
  setMember,
  writtenKeys,
} from './written.ts'
import { defaultsOf, zero } from './zero.ts'

type Fields = Readonly<Record<string, unknown>>

/** An object as the server holds it after decoding and defaulting, with the mistakes of that. */
export interface Decoded {
  readonly value: unknown
  readonly faults: readonly Fault[]
  /** Mappings and lists of which something is not known: a template decides it, or it could not be read. */
  readonly open: ReadonlySet<unknown>
  /** What stands for a null in a list. */
  readonly blank: ReadonlySet<unknown>
}

/** Reads a value strictly, as the API server does: null is unset, in a list the zero value; defaults are filled in. */
export function decode(shape: Shape, value: unknown): Decoded {
  const decoder = new Decoder()
  const decoded = decoder.read(shape, value)
  return { value: decoded === UNREAD ? {} : decoded, faults: decoder.faults, open: decoder.open, blank: decoder.blank }
}

/** Stands for a value that is written and not known. */
export const UNREAD: unique symbol = Symbol('unread')

class Decoder {
  readonly faults: Fault[] = []
  readonly open = new Set<unknown>()
  readonly blank = new Set<unknown>()
  readonly #path: (string | number)[] = []
  #loose = 0

  /** UNREAD where the value is not settled or of a wrong type. */
  read(shape: Shape, value: unknown): unknown {
    switch (shape.type) {
      case 'any':
        return value
      case 'struct':
        return isMapping(value) ? this.#struct(shape, value) : this.#wrong('a mapping', value)
      case 'map':
        return isMapping(value) ? this.#map(shape.values, value) : this.#wrong('a mapping', value)
      case 'list':
        return Array.isArray(value) ? this.#list(shape.items, value) : this.#wrong('a list', value)
      case 'either':
        if (Array.isArray(value) && shape.list) return this.#loosely(shape.list.shape, value)
        if (shape.boolean && typeof value === 'boolean') return value
        return this.#loosely(shape.struct.shape, value)
      default: {
        const mistake = misread(shape.type, value)
        return mistake === undefined ? value : this.#misread(mistake, value)
      }
    }
  }

  // Types with a reader of their own do not hear that fields have to be known.
  #loosely(shape: Shape, value: unknown): unknown {
    this.#loose++
    const read = this.read(shape, value)
    this.#loose--
    return read
  }

  #wrong(words: string, value: unknown): typeof UNREAD {
    return this.#misread(misreadAs(words, value), value)
  }

  #misread(message: string, value: unknown): typeof UNREAD {
    // A template may make anything of what it may add to.
    if (!isOpen(value) && !isPlaceholder(value)) this.faults.push({ kind: 'type', path: [...this.#path], message })
    return UNREAD
  }

  #struct(shape: Struct, value: Fields): Fields {
    const decoded: Record<string, unknown> = {}
    const keys = this.#keys(value, decoded)
    for (const key of keys) {
      const field = shape.fields.get(key)
      if (field) this.#member(decoded, key, field, value)
      else if (!isConditional(value, key)) this.#unknown(shape, key, decoded)
      else this.open.add(decoded)
    }
    for (const key of this.#nulls(value, keys, decoded)) if (!shape.fields.has(key)) this.#unknown(shape, key, decoded)
    for (const [key, preset] of defaultsOf(shape)) {
      const isMissing = decoded[key] === undefined || decoded[key] === ''
      if (isMissing && !keys.includes(key) && !this.open.has(decoded)) decoded[key] = preset
      else if (decoded[key] === '' && !shape.overlay.fields?.[key]?.pointer) decoded[key] = preset
    }
    adjust(shape, decoded)
    return decoded
  }

  #map(values: Field, value: Fields): Fields {
    const decoded: Record<string, unknown> = {}
    const keys = this.#keys(value, decoded)
    for (const key of keys) this.#member(decoded, key, values, value)
    for (const key of this.#nulls(value, keys, decoded)) setMember(decoded, key, zero(values.shape))
    return decoded
  }

  #member(decoded: Record<string, unknown>, key: string, field: Field, holder: Fields): void {
    this.#path.push(key)
    const value = memberOf(holder, key)
    const read = isFilledIn(field, value) ? UNREAD : this.read(field.shape, value)
    this.#path.pop()
    if (read === UNREAD || this.open.has(read)) this.open.add(decoded)
    setMember(decoded, key, read)
  }

  #list(items: Field, value: readonly unknown[]): readonly unknown[] {
    const decoded: unknown[] = []
    const nulls = nullItems(value)
    let next = 0
    for (let index = 0; ; index++) {
      if (nulls?.has(index)) {
        const blank = zero(items.shape)
        this.blank.add(blank)
        decoded.push(blank)
        continue
      }
      const item = itemOf(value, next++)
      if (item === DONE) break
      this.#path.push(index)
      const read = isFilledIn(items, item) ? UNREAD : this.read(items.shape, item)
      this.#path.pop()
      decoded.push(read)
      if (read === UNREAD || this.open.has(read)) this.open.add(decoded)
      // What comes after it may stand at another index, or not at all.
      if (item instanceof Unsettled) break
    }
    return decoded
  }

  #keys(value: Fields, decoded: Fields): readonly string[] {
    const { keys, settled } = writtenKeys(value)
    if (!settled) this.open.add(decoded)
    return keys
  }

  #nulls(value: Fields, keys: readonly string[], decoded: Fields): readonly string[] {
    return this.open.has(decoded) ? [] : nullKeys(value, keys)
  }

  #unknown(shape: Struct, key: string, decoded: Fields): void {
    if (this.#loose > 0) return
    const free = [...shape.fields.keys()].filter((name) => !Object.hasOwn(decoded, name))
    const suggestion = MOVED.get(`${shape.name}.${key}`) ?? nearest(key, free)
    this.faults.push({ kind: 'unknown-field', path: [...this.#path, key], message: 'unknown field', suggestion })
    this.open.add(decoded)
  }
}

function isFilledIn({ rules }: Field, value: unknown): boolean {
  const isJudged = rules.format !== undefined || rules.enum !== undefined
  return value instanceof Unsettled || (isJudged && isPlaceholder(value))
}
