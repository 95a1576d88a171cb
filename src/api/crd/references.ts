import { parsePath } from '../../model/path.ts'
import { spend } from '../../rules/cel/bound.ts'
import type { Fault } from '../shape.ts'
import { copied, preset } from './presets.ts'
import { prune } from './prune.ts'
import { isSchema, itemsOf, propertyOf, type Schema, type Step, valuesOf } from './schema.ts'
import { valueFaults } from './validate.ts'

const NOTHING: ReadonlySet<unknown> = new Set()

/** The schema that a path like `.spec.size` leads to. */
export function schemaAt(schema: Schema, path: string): Schema | undefined {
  if (!/^[.[]/.test(path)) return undefined
  let here: Schema | undefined = schema
  for (const step of parsePath(path.replace(/^\./, '')) ?? ['']) {
    if (typeof step === 'number' || !here) return undefined
    here = isSchema(here.properties) ? propertyOf(here, step) : valuesOf(here)
  }
  return here
}

/** A default has to be a value that the schema takes. */
export function defaultFaults(schema: Schema): readonly Fault[] {
  const value = copied(schema.default)
  const unknown = prune(schema, value)
  if (unknown.length > 0) return unknown.map((fault) => ({ ...fault, kind: 'invalid', message: 'is no field of the schema' }))
  preset(schema, value, NOTHING)
  return valueFaults(schema, value, NOTHING).map((fault) => (fault.kind === 'type' ? { ...fault, kind: 'invalid' } : fault))
}

/** The keys of a list that is a map have to be in every item. */
export function mapKeyFaults(schema: Schema, keys: readonly unknown[]): readonly Fault[] {
  const items = itemsOf(schema)
  if (!items) return []
  const needed = Array.isArray(items.required) ? items.required : []
  spend(keys.length * keys.length)
  return keys.flatMap((key, index): Fault[] => {
    const property = typeof key === 'string' ? propertyOf(items, key) : undefined
    const path: readonly Step[] = ['x-kubernetes-list-map-keys', index]
    if (keys.indexOf(key) < index) return [{ kind: 'duplicate', path, message: 'stands twice' }]
    if (!property) return [{ kind: 'invalid', path, message: 'is no property of the items' }]
    if (property.type === 'array' || property.type === 'object')
      return [{ kind: 'invalid', path, message: 'must be a scalar in the items' }]
    if (needed.includes(key) || property.default !== undefined) return []
    return [
      {
        kind: 'required',
        path: ['items', 'properties', String(key), 'default'],
        message: 'is needed, or the key has to be required: it is a key of the list',
      },
    ]
  })
}
