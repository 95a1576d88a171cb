import { nearest } from '../errors.ts'
import type { JsonValue, Parameter, Rule } from '../model/rule.ts'

/** What is wrong with a parameter's value, by the rule's own declaration; undefined when nothing is. */
export function parameterMistake(rule: Rule, name: string, value: JsonValue): string | undefined {
  if (!Object.hasOwn(rule.params, name)) {
    const meant = nearest(name, Object.keys(rule.params))
    return `${rule.id} has no parameter ${JSON.stringify(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
  }
  const parameter = rule.params[name] as Parameter
  if (!hasType(parameter.type, value)) return `${name} must be ${WORDS[parameter.type]}`
  const items = membersOf(value)
  const { items: itemType, enum: allowed } = parameter
  if (itemType !== undefined && items && !items.every((item) => hasType(itemType, item)))
    return `each item of ${name} must be ${WORDS[itemType]}`
  const strange = allowed && (items ?? [value]).find((item) => !allowed.includes(String(item)))
  return strange === undefined ? undefined : `${name}: ${JSON.stringify(strange)} is not one of ${allowed?.join(', ')}`
}

const WORDS = { string: 'text', integer: 'a whole number', boolean: 'true or false', list: 'a list', map: 'a map' } as const

function hasType(type: Parameter['type'], value: JsonValue): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'list') return Array.isArray(value)
  if (type === 'map') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function membersOf(value: JsonValue): readonly JsonValue[] | undefined {
  if (Array.isArray(value)) return value as readonly JsonValue[]
  return typeof value === 'object' && value !== null ? Object.values(value as Readonly<Record<string, JsonValue>>) : undefined
}
