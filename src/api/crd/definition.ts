import type { Decoded } from '../decode.ts'
import type { Fault, Shape } from '../shape.ts'
import { isSchema, schemaFaults } from './structural.ts'

const DEFINITION = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition'

export function isDefinition(shape: Shape): boolean {
  return shape.type === 'struct' && shape.name === DEFINITION
}

/** What the server has against the schemas in a CustomResourceDefinition. */
export function definitionFaults(shape: Shape, { value, open }: Decoded): readonly Fault[] {
  if (!isDefinition(shape)) return []
  return versionsOf(value).flatMap((version, index) => {
    const schema = isSchema(version) && isSchema(version.schema) ? version.schema.openAPIV3Schema : undefined
    return schemaFaults(schema, open, ['spec', 'versions', index, 'schema', 'openAPIV3Schema'])
  })
}

function versionsOf(value: unknown): readonly unknown[] {
  const spec = isSchema(value) ? value.spec : undefined
  const versions = isSchema(spec) ? spec.versions : undefined
  return Array.isArray(versions) ? versions : []
}
