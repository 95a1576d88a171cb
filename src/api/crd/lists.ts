import { UNREAD } from '../decode.ts'
import type { Fault } from '../shape.ts'
import { type Fields, isFields, itemsOf, type Schema, type Step, schemaOf } from './schema.ts'

/** What stands twice in lists that are sets, or maps by keys. */
export function listFaults(schema: Schema, value: unknown, open: ReadonlySet<unknown>, path: readonly Step[] = []): readonly Fault[] {
  if (Array.isArray(value)) {
    const items = itemsOf(schema)
    const below = items ? value.flatMap((item, index) => listFaults(items, item, open, [...path, index])) : []
    return open.has(value) ? below : [...ownFaults(schema, value, path), ...below]
  }
  if (!isFields(value)) return []
  return Object.keys(value).flatMap((key) => {
    const member = schemaOf(schema, key)
    return member ? listFaults(member, value[key], open, [...path, key]) : []
  })
}

function ownFaults(schema: Schema, list: readonly unknown[], path: readonly Step[]): readonly Fault[] {
  const type = schema['x-kubernetes-list-type']
  if (type === 'set') return repeated(list, path, list.map(written))
  if (type !== 'map') return []
  const wrong = list.findIndex((item) => item !== null && !isFields(item))
  if (wrong >= 0) return [{ kind: 'invalid', path: [...path, wrong], message: 'must be a mapping' }]
  const keys = schema['x-kubernetes-list-map-keys']
  const names = Array.isArray(keys) ? keys.map(String) : []
  const identities = list.map((item) => written(names.map((name) => memberOf(item, name))))
  return repeated(list, path, identities, names)
}

function memberOf(item: unknown, name: string): unknown {
  return isFields(item) && Object.hasOwn(item, name) ? item[name] : UNREAD
}

function repeated(list: readonly unknown[], path: readonly Step[], identities: readonly string[], names?: readonly string[]): Fault[] {
  const seen = new Set<string>()
  return identities.flatMap((identity, index): Fault[] => {
    if (!seen.has(identity)) {
      seen.add(identity)
      return []
    }
    const item = list[index]
    const words = names ? `the ${names.join(' and ')} ${names.map((name) => shown(item, name)).join(' and ')} stands twice` : 'stands twice'
    return [{ kind: 'duplicate', path: [...path, index], message: words }]
  })
}

function shown(item: unknown, name: string): string {
  const member = memberOf(item, name)
  return member === UNREAD ? 'unset' : written(member).slice(0, 80)
}

function written(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === 'bigint') return Number(part)
      return isFields(part) ? sorted(part) : part
    }) ?? 'unset'
  )
}

function sorted(value: Fields): readonly unknown[] {
  return ['{}', ...Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))]
}
