import { type Origin, originOf, withOrigin } from '../model/origin.ts'
import { type Fields, isMapping, itemsAt, leaf, member } from './values.ts'

/** A list for expressions: every mapping of an object, its `path` and its `keys` as they are written one after the other. */
export function mappingsOf(object: Fields, origin: Origin): readonly Fields[] {
  const found: Fields[] = []
  collect({ value: object, origin, path: '' }, found)
  return found
}

interface Visit {
  readonly value: unknown
  readonly origin: Origin | undefined
  readonly path: string
}

function collect({ value, origin, path }: Visit, found: Fields[]): void {
  // What an alias or a merge key brings in is written elsewhere.
  if (!origin || origin.anchor) return
  if (Array.isArray(value)) {
    for (const [index, item] of itemsAt({ value }, 'value').entries()) {
      collect({ value: item, origin: originOf(item), path: `${path}[${index}]` }, found)
    }
  } else if (isMapping(value)) {
    const keys = (origin.keys?.() ?? []).filter((key) => key !== '<<')
    found.push(withOrigin({ path, keys }, leaf(origin)))
    for (const key of keys)
      collect({ value: member(value, key), origin: origin.child(key), path: path === '' ? key : `${path}.${key}` }, found)
  }
}
