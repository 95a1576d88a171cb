import type { OpenApi, Schemas } from './schemas.ts'
import type { Field, FieldRules, ScalarType, Shape, Struct, StructRules } from './shape.ts'

const NO_RULES: FieldRules = {}

/** Definitions whose types read JSON in a way of their own. */
const OWN = new Map<string, ScalarType | 'any'>([
  ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', 'int-or-string'],
  ['io.k8s.apimachinery.pkg.api.resource.Quantity', 'quantity'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.Time', 'time'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime', 'micro-time'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.Duration', 'duration'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1', 'any'],
  ['io.k8s.apimachinery.pkg.runtime.RawExtension', 'any'],
])
const CRD = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.'

/** Makes shapes of a version's definitions, each once. */
export class Shapes {
  readonly #schemas: Schemas
  readonly #structs = new Map<string, Shape>()

  constructor(schemas: Schemas) {
    this.#schemas = schemas
  }

  of(name: string): Shape {
    let shape = this.#structs.get(name)
    if (!shape) {
      shape = this.#make(name)
      this.#structs.set(name, shape)
    }
    return shape
  }

  #make(name: string): Shape {
    const own = OWN.get(name)
    if (own) return { type: own }
    if (name.startsWith(`${CRD}JSONSchemaPropsOr`)) return this.#either(name.slice(CRD.length))
    // The one object that has no members and takes none.
    if (name === `${CRD}CustomResourceSubresourceStatus`) return { type: 'struct', name, fields: new Map(), overlay: {} }
    const schema = this.#schemas.definition(name)
    if (!schema?.properties) return schema?.type === 'object' || !schema?.type ? { type: 'any' } : this.#shape(schema, NO_RULES)
    return this.#struct(name, schema, this.#schemas.rules(name))
  }

  #struct(name: string, schema: OpenApi, overlay: StructRules): Struct {
    const required = new Set(schema.required)
    const fields = new Map<string, Field>()
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const own = overlay.fields?.[key] ?? NO_RULES
      const text = property.type === 'string' && property.format !== 'byte'
      const rules = required.has(key) && text && own.required === undefined && own.default === undefined ? { ...own, required: true } : own
      fields.set(key, this.#field(property, rules))
    }
    return { type: 'struct', name, fields, overlay }
  }

  #field(schema: OpenApi, rules: FieldRules): Field {
    let shape: Shape | undefined
    const make = () => this.#shape(schema, rules)
    return {
      rules,
      get shape() {
        shape ??= make()
        return shape
      },
    }
  }

  #shape(schema: OpenApi, rules: FieldRules): Shape {
    if (schema.$ref) return this.of(schema.$ref)
    switch (schema.type) {
      case 'string':
        return { type: schema.format === 'byte' ? 'bytes' : schema.format === 'date-time' ? 'time' : 'string' }
      case 'boolean':
      case 'number':
        return { type: schema.type }
      case 'integer':
        return { type: schema.format === 'int64' ? 'int64' : 'int32' }
      case 'array':
        return { type: 'list', items: this.#field(schema.items ?? {}, rules.items ?? NO_RULES) }
      case 'object':
        if (schema.additionalProperties) return { type: 'map', values: this.#field(schema.additionalProperties, rules.items ?? NO_RULES) }
        return { type: 'any' }
      default:
        return { type: 'any' }
    }
  }

  #either(name: string): Shape {
    const struct = this.#field({ $ref: `${CRD}JSONSchemaProps` }, NO_RULES)
    if (name === 'JSONSchemaPropsOrBool') return { type: 'either', struct, boolean: true }
    if (name === 'JSONSchemaPropsOrArray') {
      return {
        type: 'either',
        struct,
        boolean: false,
        list: this.#field({ type: 'array', items: { $ref: `${CRD}JSONSchemaProps` } }, NO_RULES),
      }
    }
    return { type: 'either', struct, boolean: false, list: this.#field({ type: 'array', items: { type: 'string' } }, NO_RULES) }
  }
}
