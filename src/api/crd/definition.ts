import { bounded } from '../../rules/cel/bound.ts'
import { CelError } from '../../rules/cel/values.ts'
import type { Decoded } from '../decode.ts'
import type { Fault, FaultPath, Shape } from '../shape.ts'
import { schemaAt } from './references.ts'
import { isSchema, type Schema } from './schema.ts'
import { schemaFaults } from './structural.ts'

const DEFINITION = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition'

export function isDefinition(shape: Shape): boolean {
  return shape.type === 'struct' && shape.name === DEFINITION
}

/** What the server has against the schemas in a CustomResourceDefinition. */
export function definitionFaults(shape: Shape, decoded: Decoded): readonly Fault[] {
  if (!isDefinition(shape)) return []
  try {
    return bounded(STEPS, () => versionFaults(decoded))
  } catch (error) {
    // Larger than anything that is meant.
    if (error instanceof CelError) return []
    throw error
  }
}

const STEPS = 20_000_000

function versionFaults({ value, open }: Decoded): readonly Fault[] {
  return versionsOf(value).flatMap((version, index) => {
    const schema = isSchema(version) && isSchema(version.schema) ? version.schema.openAPIV3Schema : undefined
    const path = ['spec', 'versions', index]
    return [...schemaFaults(schema, open, [...path, 'schema', 'openAPIV3Schema']), ...selectableFaults(version, schema, path)]
  })
}

const SELECTABLE = ['string', 'boolean', 'integer']

/** Fields by which objects may be selected have to be there, and be scalars. */
function selectableFaults(version: unknown, schema: unknown, path: FaultPath): readonly Fault[] {
  const fields = isSchema(version) && Array.isArray(version.selectableFields) ? version.selectableFields : []
  return fields.flatMap((field: unknown, index): Fault[] => {
    const written = isSchema(field) ? field.jsonPath : undefined
    if (typeof written !== 'string' || !isSchema(schema)) return []
    const found: Schema | undefined = schemaAt(schema, written)
    if (found && SELECTABLE.includes(String(found.type)) && !written.startsWith('.metadata')) return []
    const message = 'must be the path of a string, boolean or integer of the schema, such as .spec.size'
    return [{ kind: 'invalid', path: [...path, 'selectableFields', index, 'jsonPath'], message }]
  })
}

function versionsOf(value: unknown): readonly unknown[] {
  const spec = isSchema(value) ? value.spec : undefined
  const versions = isSchema(spec) ? spec.versions : undefined
  return Array.isArray(versions) ? versions : []
}
