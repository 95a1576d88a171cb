import { Unsettled } from '../../model/origin.ts'
import { check } from '../check.ts'
import { decode } from '../decode.ts'
import { metadataFaults } from '../metadata.ts'
import type { Fault, Shape } from '../shape.ts'
import { isOpen, memberOf } from '../written.ts'
import { embeddedFaults } from './embedded.ts'
import { readJson } from './json.ts'
import { listFaults } from './lists.ts'
import { preset } from './presets.ts'
import { prune } from './prune.ts'
import { ruleFaults } from './rules.ts'
import { isFields, isSchema, keeps, type Schema, type Step } from './schema.ts'
import { valueFaults } from './validate.ts'

/** What the server has against a custom object, in the order in which it finds out; see apiextensions-apiserver. */
export function objectFaults(version: Schema, metadata: Shape, object: Readonly<Record<string, unknown>>): readonly Fault[] {
  const schema = isSchema(version.schema) && isSchema(version.schema.openAPIV3Schema) ? version.schema.openAPIV3Schema : {}
  const own = metadataOf(metadata, object)
  const { value, open } = readJson(object)
  if (!isFields(value)) return own
  // Its name is all that rules see of it, and that has been looked at.
  const unknown = prune(schema, value)
  preset(schema, value, open)
  if (hasStatus(version)) delete value.status
  const invalid = [
    ...valueFaults(schema, value, open),
    ...embeddedFaults(schema, value, { open, metadata }),
    ...listFaults(schema, value, open),
    ...scaleFaults(version, value),
  ]
  const blocked = unknown.length > 0 || [...own, ...invalid].some(({ kind }) => kind !== 'invalid' && kind !== 'duplicate')
  return [...own, ...unknown, ...invalid, ...(blocked || keeps(schema) ? [] : ruleFaults(schema, value, open))]
}

function metadataOf(metadata: Shape, object: Readonly<Record<string, unknown>>): readonly Fault[] {
  const written = memberOf(object, 'metadata')
  if (written instanceof Unsettled || (written === undefined && isOpen(object))) return []
  const decoded = decode(metadata, written === undefined ? {} : { metadata: written })
  return [...decoded.faults, ...check(metadata, decoded), ...metadataFaults(decoded)]
}

function hasStatus({ subresources }: Schema): boolean {
  return isSchema(subresources) && subresources.status !== undefined
}

/** Replicas have to be what a scaler can read. */
function scaleFaults({ subresources }: Schema, value: unknown): readonly Fault[] {
  const scale = isSchema(subresources) ? subresources.scale : undefined
  const path = isSchema(scale) && typeof scale.specReplicasPath === 'string' ? scale.specReplicasPath.split('.').filter(Boolean) : []
  const replicas = path.reduce<unknown>((holder, key: Step) => (isFields(holder) ? holder[key] : undefined), value)
  if (typeof replicas !== 'bigint' || (replicas >= 0n && replicas <= 2147483647n)) return []
  return [{ kind: 'invalid', path, message: `must be between 0 and 2147483647, not ${replicas}` }]
}
