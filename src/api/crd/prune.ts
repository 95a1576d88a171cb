import { nearest } from '../../errors.ts'
import type { Fault } from '../shape.ts'
import { type Fields, IDENTITY, isFields, isObject, itemsOf, keeps, propertyOf, type Schema, type Step, valuesOf } from './schema.ts'

/** Takes out what the schema does not know, and says where that was. */
export function prune(schema: Schema, object: unknown): readonly Fault[] {
  const pruner = new Pruner()
  pruner.value({ ...schema, 'x-kubernetes-embedded-resource': true }, object)
  return pruner.faults
}

class Pruner {
  readonly faults: Fault[] = []
  readonly #path: Step[] = []

  value(schema: Schema | undefined, value: unknown): void {
    if (Array.isArray(value)) this.#list(schema, value)
    else if (isFields(value)) this.#mapping(schema, value)
  }

  #list(schema: Schema | undefined, list: readonly unknown[]): void {
    const items = schema && itemsOf(schema)
    if (schema && !items && keeps(schema)) return
    for (const [index, item] of list.entries()) this.#below(index, items, item)
  }

  #mapping(schema: Schema | undefined, value: Fields): void {
    for (const key of Object.keys(value)) {
      if (schema && isObject(schema) && IDENTITY.has(key)) continue
      const property = schema && propertyOf(schema, key)
      if (property) this.#below(key, property, value[key])
      else if (schema && takesAny(schema)) this.#below(key, valuesOf(schema), value[key])
      else if (!schema || !keeps(schema)) this.#unknown(schema, key, value)
    }
  }

  #below(key: Step, schema: Schema | undefined, value: unknown): void {
    this.#path.push(key)
    this.value(schema, value)
    this.#path.pop()
  }

  #unknown(schema: Schema | undefined, key: string, value: Fields): void {
    delete value[key]
    const names = Object.keys((schema?.properties as object | undefined) ?? {}).filter((name) => !Object.hasOwn(value, name))
    this.faults.push({ kind: 'unknown-field', path: [...this.#path, key], message: 'unknown field', suggestion: nearest(key, names) })
  }
}

function takesAny({ additionalProperties }: Schema): boolean {
  return additionalProperties === true || isFields(additionalProperties)
}
