import { type Origin, originOf, withOrigin } from '../../model/origin.ts'
import { type Fields, member } from '../values.ts'

/** Verbs of requests that carry no name, so that `resourceNames` lets none of them through. */
const NAMELESS: ReadonlySet<string> = new Set(['create', 'deletecollection'])

/**
 * A rule of a role with `named`, for `at`: its resources and verbs by what they are called, each standing where it is written, and as
 * `nameless` the verbs of a rule that has no others than those which `resourceNames` cannot limit.
 */
export function withNamed(rule: Fields): Fields {
  let made: Fields | undefined
  const get = () => {
    made ??= namedOf(rule)
    return made
  }
  return Object.create(Object.getPrototypeOf(rule), { ...Object.getOwnPropertyDescriptors(rule), named: { get, enumerable: false } })
}

function namedOf(rule: Fields): Fields {
  const verbs = byName(member(rule, 'verbs'))
  const nameless = Object.keys(verbs).every((verb) => NAMELESS.has(verb))
  return { resources: byName(member(rule, 'resources')), verbs, nameless: nameless ? verbs : {} }
}

// What a template decides has no name.
function byName(list: unknown): Fields {
  const origin = originOf(list)
  if (!Array.isArray(list) || !origin) return {}
  const places = new Map<string | number, Origin>()
  for (const index of list.keys()) {
    const name = member(list, index)
    const place = origin.child(index)
    if (typeof name === 'string' && place && !places.has(name)) places.set(name, place)
  }
  const { source, span, key } = origin
  const names = Object.fromEntries([...places.keys()].map((name) => [name, name]))
  return withOrigin(names, { source, span, key, child: (name) => places.get(name) })
}
