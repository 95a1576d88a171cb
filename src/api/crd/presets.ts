import { spend } from '../../rules/cel/bound.ts'
import { setMember } from '../written.ts'
import { type Fields, isFields, itemsOf, type Schema, schemaOf } from './schema.ts'

/** Fills in defaults, also for a null that may not be; other nulls that may not be are taken out. */
export function preset(schema: Schema | undefined, value: unknown, open: ReadonlySet<unknown>): void {
  if (Array.isArray(value)) presetItems(schema && itemsOf(schema), value, open)
  else if (isFields(value)) presetMembers(schema, value, open)
}

function presetItems(items: Schema | undefined, list: unknown[], open: ReadonlySet<unknown>): void {
  for (const [index, item] of list.entries()) {
    if (item === null && items && !items.nullable && items.default !== undefined) list[index] = copied(items.default)
    preset(items, list[index], open)
  }
}

function presetMembers(schema: Schema | undefined, value: Fields, open: ReadonlySet<unknown>): void {
  const { properties } = schema ?? {}
  if (isFields(properties) && !open.has(value)) {
    const entries = Object.entries(properties)
    spend(entries.length)
    for (const [key, property] of entries) {
      if (!isFields(property) || property.default === undefined) continue
      if (!Object.hasOwn(value, key) || (value[key] === null && property.nullable !== true)) setMember(value, key, copied(property.default))
    }
  }
  for (const key of Object.keys(value)) {
    const member = schema && schemaOf(schema, key)
    if (value[key] === null && member && member.nullable !== true) {
      if (member.default === undefined) delete value[key]
      else setMember(value, key, copied(member.default))
    }
    preset(member, value[key], open)
  }
}

// Defaults are filled into defaults, so each object gets one of its own.
export function copied(value: unknown): unknown {
  spend(1)
  if (Array.isArray(value)) return value.map(copied)
  if (!isFields(value)) return value
  const copy: Fields = {}
  for (const key of Object.keys(value)) setMember(copy, key, copied(value[key]))
  return copy
}
