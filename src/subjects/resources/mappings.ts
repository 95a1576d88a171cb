import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import { unsettle } from '../../source/yaml/template/open.ts'
import { type Fields, isMapping, itemsAt, leaf, member } from '../values.ts'

/** A list for expressions: every mapping of an object, its `path` and its `keys` as they are written one after the other. */
export function mappingsOf(object: Fields, origin: Origin): readonly Fields[] {
  const found: Fields[] = []
  collect({ value: object, origin, path: '' }, found)
  return found
}

// Keys of two branches of a template never stand one after the other: those that are surely there tell their order, or nothing does.
function withKeys(found: Fields, value: Fields, keys: readonly string[]): Fields {
  const sure = keys.filter((key) => !(member(value, key) instanceof Unsettled))
  const open = keys.map((key) => member(value, key)).find((read) => read instanceof Unsettled)
  const isDecided = !open || sure.some((key, index) => index > 0 && key < (sure[index - 1] as string))
  const item = { ...found, keys: sure }
  if (!isDecided) unsettle(item, 'keys', open.reason, open.origin)
  return item
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
    found.push(withOrigin(withKeys({ path }, value, keys), leaf(origin)))
    for (const key of keys)
      collect({ value: member(value, key), origin: origin.child(key), path: path === '' ? key : `${path}.${key}` }, found)
  }
}
