import { Unsettled } from '../../model/origin.ts'
import { UNREAD } from '../decode.ts'
import { DONE, isMapping, itemOf, memberOf, nullItems, nullKeys, setMember, writtenKeys } from '../written.ts'
import type { Fields } from './schema.ts'

/** An object as it is sent: with its nulls, and UNREAD for what a template decides. */
export interface Json {
  readonly value: unknown
  /** Mappings and lists of which something is not known, at any depth. */
  readonly open: ReadonlySet<unknown>
}

export function readJson(value: unknown): Json {
  const reader = new Reader()
  return { value: reader.read(value), open: reader.open }
}

class Reader {
  readonly open = new Set<unknown>()

  read(value: unknown): unknown {
    if (value instanceof Unsettled) return UNREAD
    if (Array.isArray(value)) return this.#list(value)
    return isMapping(value) ? this.#mapping(value) : value
  }

  #mapping(value: Readonly<Fields>): Fields {
    const read: Fields = {}
    const { keys, settled } = writtenKeys(value)
    if (!settled) this.open.add(read)
    for (const key of keys) setMember(read, key, this.#noted(read, memberOf(value, key)))
    for (const key of nullKeys(value, keys)) setMember(read, key, null)
    return read
  }

  #list(value: readonly unknown[]): readonly unknown[] {
    const read: unknown[] = []
    const nulls = nullItems(value)
    let next = 0
    for (let index = 0; ; index++) {
      if (nulls?.has(index)) {
        read.push(null)
        continue
      }
      const item = itemOf(value, next++)
      if (item === DONE) return read
      read.push(this.#noted(read, item))
      // What comes after it may stand at another index, or not at all.
      if (item instanceof Unsettled) return read
    }
  }

  #noted(holder: unknown, value: unknown): unknown {
    const read = this.read(value)
    if (read === UNREAD || this.open.has(read)) this.open.add(holder)
    return read
  }
}
