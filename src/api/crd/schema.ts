/** A structural schema, as the definition of a custom kind decodes to. */
export type Schema = Readonly<Record<string, unknown>>

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The schema of a mapping's member; undefined where it has none. */
export function schemaOf(schema: Schema, key: string): Schema | undefined {
  return propertyOf(schema, key) ?? valuesOf(schema)
}

export function propertyOf({ properties }: Schema, key: string): Schema | undefined {
  const property = isSchema(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined
  return isSchema(property) ? property : undefined
}

export function valuesOf({ additionalProperties }: Schema): Schema | undefined {
  return isSchema(additionalProperties) ? additionalProperties : undefined
}

export function itemsOf({ items }: Schema): Schema | undefined {
  return isSchema(items) ? items : undefined
}

export function schemasIn(schema: Schema, key: string): readonly Schema[] {
  const list = schema[key]
  return Array.isArray(list) ? list.filter(isSchema) : []
}

export const keeps = (schema: Schema): boolean => schema['x-kubernetes-preserve-unknown-fields'] === true
export const isObject = (schema: Schema): boolean => schema['x-kubernetes-embedded-resource'] === true
export const isIntOrString = (schema: Schema): boolean => schema['x-kubernetes-int-or-string'] === true
/** Of every object. */
export const IDENTITY: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

export type Fields = Record<string, unknown>
export type Step = string | number

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
