import { Duration, Timestamp } from './time.ts'
import { isMap, Optional, Special, TypeValue, typeName, Uint } from './values.ts'

/** A type of CEL; `A` and `B` stand for any type, the same at each place. */
export interface Type {
  readonly name: string
  readonly of: readonly Type[]
}

export interface Signature {
  readonly name: string
  readonly receiver: boolean
  /** With the receiver first. */
  readonly parameters: readonly Type[]
  readonly result: Type
}

/** An implementation by its signature: `string.contains(string): bool`; a receiver comes first among the arguments. */
export type Library = Readonly<Record<string, (...args: never[]) => unknown>>

export type Guard = (value: unknown) => boolean

const RECEIVER = /^((?:list|map|optional)<.*?>|string|bytes|int|timestamp|duration|[A-Z][A-Za-z]*)\.([a-zA-Z]+)$/

/** Reads `string.split(string, int): list<string>`. */
export function signature(text: string): Signature {
  const open = text.indexOf('(')
  const close = text.lastIndexOf('):')
  const called = text.slice(0, open)
  const receiver = RECEIVER.exec(called)
  const parameters = split(text.slice(open + 1, close)).map(parseType)
  return {
    name: receiver?.[2] ?? called,
    receiver: receiver !== null,
    parameters: receiver ? [parseType(receiver[1] ?? ''), ...parameters] : parameters,
    result: parseType(text.slice(close + 2).trim()),
  }
}

function parseType(text: string): Type {
  const open = text.indexOf('<')
  if (open < 0) return { name: text, of: [] }
  return { name: text.slice(0, open), of: split(text.slice(open + 1, -1)).map(parseType) }
}

// At commas outside of angle brackets.
function split(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '<') depth++
    else if (text[at] === '>') depth--
    else if (at === text.length || (text[at] === ',' && depth === 0)) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return parts.filter((part) => part !== '')
}

const GUARDS: ReadonlyMap<string, Guard> = new Map<string, Guard>([
  ['string', (value) => typeof value === 'string'],
  ['int', (value) => typeof value === 'bigint'],
  ['double', (value) => typeof value === 'number'],
  ['bool', (value) => typeof value === 'boolean'],
  ['uint', (value) => value instanceof Uint],
  ['bytes', (value) => value instanceof Uint8Array],
  ['list', (value) => Array.isArray(value)],
  ['map', (value) => isMap(value)],
  ['optional', (value) => value instanceof Optional],
  ['type', (value) => value instanceof TypeValue],
  ['timestamp', (value) => value instanceof Timestamp],
  ['duration', (value) => value instanceof Duration],
  ['A', () => true],
  ['B', () => true],
  ['dyn', () => true],
])

/** Whether a value is of a type, as far as its outermost part tells. */
export function guard(type: Type): Guard {
  return GUARDS.get(type.name) ?? ((value) => value instanceof Special && value.type === TYPE_NAMES[type.name])
}

/** How Kubernetes names the types of its libraries. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  Quantity: 'kubernetes.Quantity',
  URL: 'kubernetes.URL',
  IP: 'net.IP',
  CIDR: 'net.CIDR',
  Format: 'kubernetes.NamedFormat',
  Semver: 'kubernetes.Semver',
}

const SHOWN: Readonly<Record<string, string>> = {
  ...TYPE_NAMES,
  optional: 'optional_type',
  null: 'null_type',
  timestamp: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
}

/** As Kubernetes' messages write it. */
export function showType(type: Type): string {
  const name = SHOWN[type.name] ?? type.name
  return type.of.length > 0 ? `${name}(${type.of.map(showType).join(', ')})` : name
}

export function typeOfLiteral(value: unknown): Type {
  const name = typeName(value)
  return { name: name === 'null_type' ? 'null' : name, of: [] }
}
