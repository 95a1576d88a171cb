import { crossFaults } from './cross.ts'
import { type Decoded, UNREAD } from './decode.ts'
import { formatMistake } from './formats.ts'
import type { Fault, FaultKind, Field, FieldRules, Shape, Struct } from './shape.ts'
import { zero } from './zero.ts'

type Fields = Readonly<Record<string, unknown>>

/** What the server's own validation has against a decoded object. What is not known, and what depends on it, is left alone. */
export function check(shape: Shape, { value, open, blank }: Decoded): readonly Fault[] {
  const checker = new Checker(open, blank)
  checker.value(shape, value)
  return checker.faults
}

class Checker {
  readonly faults: Fault[] = []
  readonly #open: ReadonlySet<unknown>
  readonly #blank: ReadonlySet<unknown>
  readonly #path: (string | number)[] = []

  constructor(open: ReadonlySet<unknown>, blank: ReadonlySet<unknown>) {
    this.#open = open
    this.#blank = blank
  }

  value(shape: Shape, value: unknown): void {
    if (value === UNREAD) return
    if (shape.type === 'struct') this.#struct(shape, value as Fields)
    else if (shape.type === 'list') {
      for (const [index, item] of (value as readonly unknown[]).entries()) this.#below(index, shape.items.rules, shape.items.shape, item)
    } else if (shape.type === 'map') {
      for (const key of Object.keys(value as Fields)) this.#below(key, shape.values.rules, shape.values.shape, (value as Fields)[key])
    } else if (shape.type === 'either' && typeof value === 'object') {
      this.value(Array.isArray(value) && shape.list ? shape.list.shape : shape.struct.shape, value)
    }
  }

  #below(key: string | number, rules: FieldRules, shape: Shape, value: unknown): void {
    this.#path.push(key)
    this.#field(rules, shape, value)
    this.#path.pop()
  }

  #struct(shape: Struct, value: Fields): void {
    const { overlay } = shape
    for (const key of Object.keys(value)) {
      const field = shape.fields.get(key)
      if (field && !field.rules.skip && !(field.rules.root && this.#path.length > 1)) this.#below(key, field.rules, field.shape, value[key])
    }
    if (!this.#open.has(value))
      for (const [key, field] of missed(shape)) if (value[key] === undefined) this.#missing(key, field.rules, field)
    if (overlay.oneOf || overlay.atMostOneOf) this.#oneOf(shape, value)
    if (overlay.rules && !this.#open.has(value)) this.faults.push(...crossFaults(overlay.rules, value, this.#path))
  }

  #missing(key: string, rules: FieldRules, field: { readonly shape: Shape }): void {
    if (rules.required) this.#add([key], 'required', typeof rules.required === 'string' ? rules.required : 'is missing', rules)
    else if (rules.always) this.#below(key, rules, field.shape, zero(field.shape))
    else if (rules.minimum !== undefined && rules.minimum > 0 && rules.required === false)
      this.#add([key], 'invalid', `is missing, and must be ${range(rules)}`, rules)
    else if (rules.enum && rules.required === false) this.#add([key], 'unsupported', `is missing; one of ${rules.enum.join(', ')}`, rules)
  }

  #oneOf({ overlay }: Struct, value: Fields): void {
    const names = overlay.oneOf ?? overlay.atMostOneOf ?? []
    // What a template sets under a condition may be the other branch of another.
    const given = names.filter((name) => value[name] !== undefined && value[name] !== UNREAD)
    if (given.length === 0 && overlay.oneOf && !this.#open.has(value)) {
      this.#add([], 'required', overlay.oneOfMessage ?? `needs one of ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`, {})
    }
    for (const name of given.slice(1)) this.#add([name], 'invalid', `may not be set beside ${given[0]}`, {})
  }

  #field(rules: FieldRules, shape: Shape, value: unknown): void {
    if (value === UNREAD) return
    const before = this.faults.length
    this.#ownField(rules, shape, value)
    // No other rule sees an item that is null.
    if (this.#blank.has(value)) this.#replaceFrom(before, ({ control: _, ...fault }) => fault)
    if (rules.controlBelow === undefined) return
    const { controlBelow } = rules
    this.#replaceFrom(before, (fault) => ({ control: controlBelow, ...fault }))
  }

  #replaceFrom(start: number, replaced: (fault: Fault) => Fault): void {
    for (let index = start; index < this.faults.length; index++) this.faults[index] = replaced(this.faults[index] as Fault)
  }

  #ownField(rules: FieldRules, shape: Shape, value: unknown): void {
    if (rules.required && isEmpty(value) && !this.#open.has(value)) {
      this.#add([], 'required', typeof rules.required === 'string' ? rules.required : 'is missing', rules)
      return
    }
    if (rules.forbidden && !isEmpty(value)) this.#add([], 'invalid', rules.forbidden, rules)
    if (typeof value === 'bigint' || typeof value === 'number') this.#number(rules, value)
    else if (typeof value === 'string') this.#text(rules, value)
    if (rules.format && typeof value !== 'string' && shape.type === 'quantity') this.#text(rules, String(value))
    if (rules.keys && typeof value === 'object') this.#keys(rules, rules.keys, value as Fields)
    if (Array.isArray(value)) this.#list(rules, value)
    this.value(shape, value)
  }

  #number(rules: FieldRules, value: bigint | number): void {
    const { minimum, maximum } = rules
    const isOutside = (minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)
    if (isOutside) this.#add([], 'invalid', `must be ${range(rules)}, not ${value}`, rules)
  }

  #text(rules: FieldRules, value: string): void {
    if (rules.enum && !rules.enum.includes(value)) {
      const meant = rules.enum.find((name) => name.toLowerCase() === value.toLowerCase())
      const question = meant === undefined ? '' : `; did you mean ${meant}?`
      this.#add([], 'unsupported', `must be ${oneOf(rules.enum)}, not ${JSON.stringify(value.slice(0, 80))}${question}`, rules)
    }
    if (!rules.format || (value === '' && rules.required === undefined)) return
    for (const format of typeof rules.format === 'string' ? [rules.format] : rules.format) {
      const mistake = formatMistake(format, value)
      if (mistake !== undefined) {
        this.#add([], 'invalid', `${JSON.stringify(value.slice(0, 80))} ${mistake}`, rules)
        return
      }
    }
  }

  #keys(rules: FieldRules, format: string, value: Fields): void {
    for (const key of Object.keys(value)) {
      const mistake = formatMistake(format, key)
      if (mistake !== undefined) this.#add([], 'invalid', `the key ${JSON.stringify(key.slice(0, 80))} ${mistake}`, rules)
    }
  }

  #list(rules: FieldRules, value: readonly unknown[]): void {
    if (this.#open.has(value)) return
    if (rules.minItems !== undefined && value.length < rules.minItems) this.#add([], 'required', `needs at least ${rules.minItems}`, rules)
    if (rules.maxItems !== undefined && value.length > rules.maxItems) this.#add([], 'invalid', `may have at most ${rules.maxItems}`, rules)
    for (const members of setsOf(rules.unique)) this.#unique(rules, members, value)
  }

  #unique(rules: FieldRules, by: readonly string[], list: readonly unknown[]): void {
    const seen = new Set<string>()
    for (const [index, item] of list.entries()) {
      const parts = by.length === 0 ? [item] : by.map((key) => (item as Fields)[key])
      if (by.length > 0 && LACKING.has(parts[0])) continue
      const key = parts.map(String).join('\n')
      const last = by.length === 1 ? [index, by[0] as string] : [index]
      if (seen.has(key)) this.#add(last, 'duplicate', `${JSON.stringify(parts.map(String).join(', '))} stands twice`, rules)
      seen.add(key)
    }
  }

  #add(below: readonly (string | number)[], kind: FaultKind, message: string, { control }: FieldRules): void {
    this.faults.push({ kind, path: [...this.#path, ...below], message, ...(control === undefined ? {} : { control }) })
  }
}

const missedFields = new WeakMap<Struct, readonly (readonly [string, Field])[]>()

/** The few fields of which it matters that they are missing. */
function missed(shape: Struct): readonly (readonly [string, Field])[] {
  let found = missedFields.get(shape)
  if (!found) {
    found = [...shape.fields].filter(([, { rules }]) => rules.required || rules.always || rules.required === false)
    missedFields.set(shape, found)
  }
  return found
}

const LACKING: ReadonlySet<unknown> = new Set([undefined, '', 0n])

function setsOf(unique: FieldRules['unique']): readonly (readonly string[])[] {
  if (!unique) return []
  return unique.length > 0 && unique.every((members) => typeof members !== 'string') ? unique : [unique as readonly string[]]
}

function isEmpty(value: unknown): boolean {
  if (value === '') return true
  return Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value as object).length === 0
}

function range({ minimum, maximum }: FieldRules): string {
  if (minimum === undefined) return `at most ${maximum}`
  return maximum === undefined ? `at least ${minimum}` : `between ${minimum} and ${maximum}`
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`
}
