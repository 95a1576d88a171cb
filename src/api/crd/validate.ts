import { spend } from '../../rules/cel/bound.ts'
import { equals } from '../../rules/cel/values.ts'
import { UNREAD } from '../decode.ts'
import type { Fault } from '../shape.ts'
import { isPlaceholder } from '../written.ts'
import { invalid, isNumber, type Mistake, numberMistakes, textMistakes, typeMistake } from './scalars.ts'
import { type Fields, isFields, isSchema, itemsOf, propertyOf, type Schema, type Step, schemasIn, valuesOf } from './schema.ts'

/** What JSON schema has against a value, as the server reads it. What is not known, and what depends on it, is left alone. */
export function valueFaults(schema: Schema, value: unknown, open: ReadonlySet<unknown>): readonly Fault[] {
  const checker = new Checker(open)
  checker.value(schema, value)
  return checker.faults
}

class Checker {
  faults: Fault[] = []
  readonly #open: ReadonlySet<unknown>
  readonly #path: Step[] = []

  constructor(open: ReadonlySet<unknown>) {
    this.#open = open
  }

  value(schema: Schema, value: unknown): void {
    spend(1)
    if (value === UNREAD || isPlaceholder(value)) return
    const mistake = typeMistake(schema, value)
    if (mistake) this.#add(mistake)
    this.#enum(schema, value)
    if (value === null || mistake) return
    if (!this.#open.has(value)) this.#conditions(schema, value)
    if (typeof value === 'string') for (const found of textMistakes(schema, value)) this.#add(found)
    else if (isNumber(value)) for (const found of numberMistakes(schema, value)) this.#add(found)
    else if (Array.isArray(value)) this.#list(schema, value)
    else if (isFields(value)) this.#mapping(schema, value)
  }

  #enum({ enum: values }: Schema, value: unknown): void {
    if (!Array.isArray(values) || values.length === 0) return
    spend(values.length)
    if (value !== null && values.some((one) => equals(one, value))) return
    const shown = values.slice(0, 12).map((one: unknown) => String(typeof one === 'object' ? 'an object' : one))
    const words = values.length > 1 ? `one of ${shown.join(', ')}${values.length > 12 ? ', …' : ''}` : shown.join('')
    this.#add({
      kind: 'unsupported',
      message: `must be ${words}${typeof value === 'string' ? `, not ${JSON.stringify(value.slice(0, 80))}` : ''}`,
    })
  }

  #list(schema: Schema, list: readonly unknown[]): void {
    const { minItems, maxItems } = schema
    if (!this.#open.has(list)) {
      if (isNumber(minItems) && list.length < minItems) this.#add(invalid(`needs at least ${minItems} items`))
      if (isNumber(maxItems) && list.length > maxItems) this.#add(invalid(`may have at most ${maxItems} items`))
    }
    const items = itemsOf(schema)
    if (items) for (const [index, item] of list.entries()) this.#below(index, items, item)
  }

  #mapping(schema: Schema, value: Fields): void {
    const keys = Object.keys(value)
    if (!this.#open.has(value)) this.#size(schema, value, keys.length)
    for (const key of keys) {
      const member = propertyOf(schema, key) ?? valuesOf(schema)
      if (member) this.#below(key, member, value[key])
    }
  }

  #size({ minProperties, maxProperties, required }: Schema, value: Fields, count: number): void {
    if (isNumber(minProperties) && count < minProperties) this.#add(invalid(`needs at least ${minProperties} members`))
    if (isNumber(maxProperties) && count > maxProperties) this.#add(invalid(`may have at most ${maxProperties} members`))
    for (const key of Array.isArray(required) ? required : []) {
      if (typeof key === 'string' && !Object.hasOwn(value, key)) this.#add({ kind: 'required', message: 'is missing' }, [key])
    }
  }

  #conditions(schema: Schema, value: unknown): void {
    for (const part of schemasIn(schema, 'allOf')) this.value(part, value)
    this.#anyOf(schemasIn(schema, 'anyOf'), value)
    this.#oneOf(schemasIn(schema, 'oneOf'), value)
    if (isSchema(schema.not) && this.#tried(schema.not, value).length === 0) {
      this.#add(invalid(`is what may not be${namesOf([schema.not])}`))
    }
  }

  #anyOf(all: readonly Schema[], value: unknown): void {
    const tried: (readonly Fault[])[] = []
    for (const one of all) {
      const faults = this.#tried(one, value)
      if (faults.length === 0) return
      tried.push(faults)
    }
    if (tried.length > 0) this.#alternatives(all, tried, 'one')
  }

  // Each alternative is tried once: they may hold alternatives themselves.
  #oneOf(all: readonly Schema[], value: unknown): void {
    const tried = all.map((one) => this.#tried(one, value))
    const fitting = tried.filter((faults) => faults.length === 0).length
    if (fitting > 1) this.#add(invalid(`fits ${fitting} alternatives where only one may${namesOf(all)}`))
    else if (fitting === 0 && all.length > 0) this.#alternatives(all, tried, 'exactly one')
  }

  /** The alternative that is nearest says what is missing, where there is a nearest one. */
  #alternatives(all: readonly Schema[], tried: readonly (readonly Fault[])[], count: string): void {
    const [best = [], next = []] = tried.toSorted((a, b) => a.length - b.length)
    if (best.length === 1 && (next.length > 1 || all.length === 1)) this.faults.push(...best)
    else this.#add(invalid(`must fit ${count} of ${all.length} alternatives${namesOf(all)}`))
  }

  #tried(schema: Schema, value: unknown): readonly Fault[] {
    const { faults } = this
    this.faults = []
    this.value(schema, value)
    const found = this.faults
    this.faults = faults
    return found
  }

  #below(key: Step, schema: Schema, value: unknown): void {
    this.#path.push(key)
    this.value(schema, value)
    this.#path.pop()
  }

  #add({ kind, message }: Mistake, below: readonly Step[] = []): void {
    this.faults.push({ kind, path: [...this.#path, ...below], message })
  }
}

// Most alternatives are members that are needed.
function namesOf(alternatives: readonly Schema[]): string {
  const names = alternatives.map(({ required }) => (Array.isArray(required) ? required.join(' and ') : ''))
  return names.every((name) => name !== '') ? `: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}` : ''
}
