import { formatMistake } from '../formats.ts'
import type { Fault, FaultKind } from '../shape.ts'
import { expressionMistake } from './expressions.ts'
import { defaultFaults, mapKeyFaults, schemaAt } from './references.ts'
import { isSchema, type Schema, type Step } from './schema.ts'

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string']
const FORBIDDEN = ['id', '$schema', '$ref', 'definitions', 'dependencies', 'additionalItems', 'patternProperties']
/** What only the structure may say, and not a condition below allOf, anyOf, oneOf or not. */
const STRUCTURAL = [
  ...['type', 'default', 'title', 'description', 'nullable', 'additionalProperties', 'x-kubernetes-preserve-unknown-fields'],
  ...['x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys', 'x-kubernetes-list-type'],
  ...['x-kubernetes-map-type', 'x-kubernetes-validations'],
]
const LIST_TYPES = ['atomic', 'map', 'set']
const REASONS = ['FieldValueRequired', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueDuplicate']
const MAP_TYPES = ['atomic', 'granular']

/** What the server has against the schema of a custom resource: that it is not structural, mostly. */
export function schemaFaults(schema: unknown, open: ReadonlySet<unknown>, path: readonly Step[]): readonly Fault[] {
  const walk = new Walk(open, [...path])
  if (isSchema(schema)) walk.structure(schema, 'root')
  return walk.faults
}

class Walk {
  readonly faults: Fault[] = []
  readonly #open: ReadonlySet<unknown>
  readonly #path: Step[]

  constructor(open: ReadonlySet<unknown>, path: Step[]) {
    this.#open = open
    this.#path = path
  }

  structure(schema: Schema, level: 'root' | 'field' | 'item'): void {
    if (this.#open.has(schema) && Object.values(schema).some((value) => typeof value === 'symbol')) return
    this.#type(schema, level)
    if (schema.default !== undefined && level === 'root') this.#add(['default'], 'invalid', 'must not be set at the root')
    else if (schema.default !== undefined) this.#take(defaultFaults(schema), ['default'])
    this.#forbidden(schema)
    this.#extensions(schema, level === 'root')
    if (schema.type === 'array' && schema.items === undefined) this.#add(['items'], 'required', 'is missing')
    if (level === 'root' && isSchema(schema.additionalProperties))
      this.#add(['additionalProperties'], 'invalid', 'must not be used at the root')
    if (isSchema(schema.items)) this.#at(['items'], () => this.structure(schema.items as Schema, 'item'))
    if (isSchema(schema.additionalProperties))
      this.#at(['additionalProperties'], () => this.structure(schema.additionalProperties as Schema, 'field'))
    this.#properties(schema, level)
    this.#conditions(schema, isIntOrString(schema.anyOf))
  }

  #type(schema: Schema, level: 'root' | 'field' | 'item'): void {
    const { type = '' } = schema
    if (type === '') {
      const free = schema['x-kubernetes-int-or-string'] === true || schema['x-kubernetes-preserve-unknown-fields'] === true
      if (!free || schema['x-kubernetes-embedded-resource'] === true) this.#add(['type'], 'required', 'is missing')
    } else if (!TYPES.includes(String(type))) this.#add(['type'], 'unsupported', `must be one of ${TYPES.join(', ')}`)
    else if (type !== 'object' && (level === 'root' || schema['x-kubernetes-embedded-resource'] === true))
      this.#add(['type'], 'invalid', 'must be object')
    else if (type !== 'object' && isSet(schema['x-kubernetes-map-type']))
      this.#add(['type'], 'invalid', 'must be object beside x-kubernetes-map-type')
    if (
      schema['x-kubernetes-embedded-resource'] === true &&
      schema['x-kubernetes-preserve-unknown-fields'] !== true &&
      !isSet(schema.properties)
    )
      this.#add(['properties'], 'required', 'are needed in an embedded resource that does not preserve unknown fields')
  }

  #forbidden(schema: Schema): void {
    for (const key of FORBIDDEN) if (isSet(schema[key])) this.#add([key], 'invalid', 'is not supported')
    if (schema.uniqueItems === true) this.#add(['uniqueItems'], 'invalid', 'must not be true')
    if (Array.isArray(schema.items)) this.#add(['items'], 'invalid', 'must be a schema, not a list of them')
    const hasProperties = Object.keys((schema.properties as object | undefined) ?? {}).length > 0
    const { additionalProperties } = schema
    if (hasProperties && additionalProperties !== undefined && additionalProperties !== true) {
      this.#add(['additionalProperties'], 'invalid', 'may not be set beside properties')
    }
    if (typeof schema.pattern === 'string' && schema.pattern !== '') {
      const mistake = formatMistake('regex', schema.pattern)
      if (mistake) this.#add(['pattern'], 'invalid', mistake)
    }
  }

  #extensions(schema: Schema, isWhole: boolean): void {
    const { 'x-kubernetes-list-type': list, 'x-kubernetes-map-type': map, 'x-kubernetes-list-map-keys': keys } = schema
    if (list !== undefined && list !== '' && !LIST_TYPES.includes(String(list))) {
      this.#add(['x-kubernetes-list-type'], 'unsupported', `must be one of ${LIST_TYPES.join(', ')}`)
    }
    if (list !== undefined && schema.type !== 'array') this.#add(['type'], 'invalid', 'must be array when x-kubernetes-list-type is set')
    if (map !== undefined && !MAP_TYPES.includes(String(map)))
      this.#add(['x-kubernetes-map-type'], 'unsupported', `must be one of ${MAP_TYPES.join(', ')}`)
    if (list === 'map' && !(Array.isArray(keys) && keys.length > 0))
      this.#add(['x-kubernetes-list-map-keys'], 'required', 'is needed when x-kubernetes-list-type is map')
    if (list === 'map' && Array.isArray(keys)) this.#take(mapKeyFaults(schema, keys), [])
    if (schema['x-kubernetes-preserve-unknown-fields'] === false)
      this.#add(['x-kubernetes-preserve-unknown-fields'], 'invalid', 'must be true or unset')
    if (Array.isArray(keys) && keys.length > 0 && list !== 'map')
      this.#add(['x-kubernetes-list-type'], 'invalid', 'must be map beside x-kubernetes-list-map-keys')
    if (schema['x-kubernetes-int-or-string'] === true && schema['x-kubernetes-preserve-unknown-fields'] === true) {
      this.#add(['x-kubernetes-preserve-unknown-fields'], 'invalid', 'must be false beside x-kubernetes-int-or-string')
    }
    const rules = schema['x-kubernetes-validations']
    if (Array.isArray(rules))
      for (const [index, rule] of (rules as readonly Schema[]).entries()) this.#rule(schema, rule, { index, isWhole })
  }

  #rule(schema: Schema, { rule, message, fieldPath, reason }: Schema, { index, isWhole }: { index: number; isWhole: boolean }): void {
    const at = ['x-kubernetes-validations', index]
    const mistake = typeof rule === 'string' && rule.trim() !== '' ? expressionMistake(rule, schema, isWhole) : undefined
    if (typeof rule !== 'string' || rule.trim() === '') this.#add([...at, 'rule'], 'required', 'is missing')
    else if (mistake) this.#add([...at, 'rule'], 'invalid', mistake)
    if (typeof fieldPath === 'string' && fieldPath !== '' && !schemaAt(schema, fieldPath))
      this.#add([...at, 'fieldPath'], 'invalid', 'must be the path of a field of this schema, such as .size')
    if (typeof reason === 'string' && !REASONS.includes(reason))
      this.#add([...at, 'reason'], 'unsupported', `must be one of ${REASONS.join(', ')}`)
    if (typeof message === 'string' && message !== '' && (message.trim() === '' || message.includes('\n'))) {
      this.#add([...at, 'message'], 'invalid', 'must be one line that is not empty')
    }
  }

  #properties({ properties }: Schema, level: string): void {
    if (!isSchema(properties)) return
    for (const [name, property] of Object.entries(properties)) {
      if (!isSchema(property)) continue
      this.#at(['properties', name], () => {
        this.structure(property, 'field')
        if (level !== 'root') return
        if (name === 'metadata' && property.type !== 'object' && TYPES.includes(String(property.type)))
          this.#add(['type'], 'invalid', 'must be object')
        if ((name === 'kind' || name === 'apiVersion') && property.type !== 'string') this.#add(['type'], 'invalid', 'must be string')
        const own = Object.keys((property.properties as object | undefined) ?? {})
        if (name === 'metadata' && own.some((key) => key !== 'name' && key !== 'generateName')) {
          this.#add([], 'invalid', 'may only describe name and generateName')
        }
      })
    }
  }

  #conditions(schema: Schema, skipAnyOf: boolean): void {
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      const list = schema[key]
      if (!Array.isArray(list) || (key === 'anyOf' && skipAnyOf)) continue
      for (const [index, item] of (list as readonly unknown[]).entries()) {
        const first = key === 'allOf' && index === 0 && isSchema(item) && isIntOrString(item.anyOf)
        if (isSchema(item)) this.#at([key, index], () => this.#condition(item, first))
      }
    }
    if (isSchema(schema.not)) this.#at(['not'], () => this.#condition(schema.not as Schema, false))
  }

  #condition(schema: Schema, skipAnyOf: boolean): void {
    for (const key of STRUCTURAL) {
      const value = schema[key]
      if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)) continue
      this.#add([key], 'invalid', 'must not be set below allOf, anyOf, oneOf and not')
    }
    this.#conditions(schema, skipAnyOf)
    if (isSchema(schema.items)) this.#at(['items'], () => this.#condition(schema.items as Schema, false))
    if (!isSchema(schema.properties)) return
    for (const [name, property] of Object.entries(schema.properties)) {
      if (isSchema(property)) this.#at(['properties', name], () => this.#condition(property, false))
    }
  }

  #at(steps: readonly Step[], walk: () => void): void {
    this.#path.push(...steps)
    walk()
    this.#path.length -= steps.length
  }

  #take(faults: readonly Fault[], below: readonly Step[]): void {
    for (const fault of faults) this.faults.push({ ...fault, path: [...this.#path, ...below, ...fault.path] })
  }

  #add(below: readonly Step[], kind: FaultKind, message: string): void {
    this.faults.push({ kind, path: [...this.#path, ...below], message })
  }
}

// The one pair of types that a structural schema may have in a condition.
function isIntOrString(anyOf: unknown): boolean {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return false
  const [first, second] = anyOf as readonly Schema[]
  return first?.type === 'integer' && second?.type === 'string' && Object.keys(first).length === 1 && Object.keys(second).length === 1
}

function isSet(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined && value !== ''
}
