import { check } from '../check.ts'
import { decode, UNREAD } from '../decode.ts'
import { formatMistake } from '../formats.ts'
import type { Fault, Shape } from '../shape.ts'
import { type Fields, isFields, isObject, itemsOf, type Schema, type Step, schemaOf } from './schema.ts'

/** What the server has against objects within an object. */
export function embeddedFaults(
  schema: Schema,
  value: unknown,
  { open, metadata }: { readonly open: ReadonlySet<unknown>; readonly metadata: Shape },
  path: readonly Step[] = [],
): readonly Fault[] {
  const ground = { open, metadata }
  if (Array.isArray(value)) {
    const items = itemsOf(schema)
    return items ? value.flatMap((item, index) => embeddedFaults(items, item, ground, [...path, index])) : []
  }
  if (!isFields(value)) return []
  const own = isObject(schema) ? objectFaults(value, ground, path) : []
  const below = Object.keys(value).flatMap((key) => {
    const member = schemaOf(schema, key)
    return member ? embeddedFaults(member, value[key], ground, [...path, key]) : []
  })
  return [...own, ...below]
}

function objectFaults(
  value: Fields,
  { open, metadata }: { open: ReadonlySet<unknown>; metadata: Shape },
  path: readonly Step[],
): readonly Fault[] {
  const faults: Fault[] = []
  for (const key of ['apiVersion', 'kind']) {
    const text = value[key]
    if (text === undefined && open.has(value)) continue
    if (text === undefined) faults.push({ kind: 'required', path: [...path, key], message: 'is missing' })
    else if (text !== UNREAD && typeof text !== 'string') faults.push({ kind: 'type', path: [...path, key], message: 'must be a text' })
    else if (text === '') faults.push({ kind: 'invalid', path: [...path, key], message: 'must not be empty' })
    else if (key === 'kind' && typeof text === 'string' && formatMistake('dns-1035-label', text.toLowerCase()) !== undefined)
      faults.push({ kind: 'invalid', path: [...path, key], message: `${JSON.stringify(text.slice(0, 80))} is no kind` })
  }
  if (!isFields(value.metadata) && (value.metadata ?? UNREAD) === UNREAD) return faults
  if (open.has(value.metadata)) return faults
  const decoded = decode(metadata, { metadata: withoutNulls(value.metadata) })
  const own: Fault[] = [...decoded.faults, ...check(metadata, decoded)]
  const name = isFields(value.metadata) ? value.metadata.name : undefined
  const mistake = typeof name === 'string' && name !== '' ? formatMistake('path-segment', name) : undefined
  if (mistake !== undefined) own.push({ kind: 'invalid', path: ['metadata', 'name'], message: mistake })
  return [...faults, ...own.map((fault) => ({ ...fault, path: [...path, ...fault.path] }))]
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls)
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, withoutNulls(member)]])))
}
