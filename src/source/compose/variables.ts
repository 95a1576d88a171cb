import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Source } from '../../model/position.ts'

export type Lookup = (name: string) => string | undefined

export interface Interpolated {
  /** Variables that nothing sets stand in it as `${NAME}`. */
  readonly text: string
  readonly missing: readonly string[]
}

const DEEPEST = 10
/** Variables of one text; what comes after so many is text. */
const MOST = 500

/** Compose's interpolation: `$NAME`, `${NAME}`, with `:-` `-` defaults, `:?` `?` errors, `:+` `+` replacements, and `$$` for a dollar. */
export function interpolate(text: string, lookup: Lookup, depth = 0): Interpolated {
  const missing: string[] = []
  let made = ''
  let at = 0
  let count = 0
  for (let dollar = text.indexOf('$'); dollar >= 0 && count < MOST; dollar = text.indexOf('$', at)) {
    count++
    made += text.slice(at, dollar)
    const found = expression(text, dollar)
    at = found.end
    if (found.name === undefined) {
      made += found.literal
      continue
    }
    const part = substitute(found.name, found.operator, found.operand, lookup, depth)
    made += part.text
    missing.push(...part.missing)
  }
  return { text: made + text.slice(at), missing }
}

interface Expression {
  readonly end: number
  readonly name?: string
  readonly operator: string
  readonly operand: string
  readonly literal: string
}

const NAME = /[A-Za-z_]\w*/y
const BRACED = /\{([A-Za-z_]\w*)(:?[-?+])?/y

function expression(text: string, dollar: number): Expression {
  const none = { operator: '', operand: '' }
  if (text[dollar + 1] === '$') return { ...none, end: dollar + 2, literal: '$' }
  NAME.lastIndex = dollar + 1
  const bare = NAME.exec(text)
  if (bare) return { ...none, end: dollar + 1 + bare[0].length, name: bare[0], literal: '' }
  BRACED.lastIndex = dollar + 1
  const braced = BRACED.exec(text)
  const from = dollar + 1 + (braced?.[0].length ?? 0)
  const end = braced ? closing(text, from) : -1
  if (!braced || end < 0) return { ...none, end: dollar + 1, literal: '$' }
  return { end: end + 1, name: braced[1] ?? '', operator: braced[2] ?? '', operand: text.slice(from, end), literal: '' }
}

function closing(text: string, from: number): number {
  let open = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{' && text[at - 1] === '$') open++
    else if (text[at] === '}' && --open === 0) return at
  }
  return -1
}

function substitute(name: string, operator: string, operand: string, lookup: Lookup, depth: number): Interpolated {
  const value = lookup(name)
  const empty = operator.startsWith(':') && value === ''
  const known = value !== undefined && !empty
  if (operator.endsWith('+') && known) return nested(operand, lookup, depth)
  if (known) return { text: value, missing: [] }
  if (operator.endsWith('-')) return nested(operand, lookup, depth)
  if (operator.endsWith('+')) return { text: '', missing: [] }
  return { text: `\${${name}}`, missing: [name] }
}

function nested(operand: string, lookup: Lookup, depth: number): Interpolated {
  return depth < DEEPEST ? interpolate(operand, lookup, depth + 1) : { text: operand, missing: [operand] }
}

/** Booleans that compose reads out of texts that variables make; numbers are compared as texts by whoever needs them. */
const CASTS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

/**
 * A copy of a value with its variables replaced; places stay. A text that needs a variable which nothing sets throws when it is read.
 * What several places share (aliases) is copied once.
 */
export function interpolated(value: unknown, lookup: Lookup, copies = new Map<object, object>()): unknown {
  if (typeof value !== 'object' || value === null) return value
  const known = copies.get(value)
  if (known) return known
  const copy: object = Array.isArray(value) ? [] : {}
  copies.set(value, copy)
  const origin = originOf(value)
  if (origin) withOrigin(copy, origin)
  for (const key of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (!property) continue
    // `__proto__` is a key like any other here.
    Object.defineProperty(
      copy,
      key,
      property.get ? property : settle(property.value, lookup, copies, origin, Array.isArray(value) ? Number(key) : key),
    )
  }
  return copy
}

function settle(
  value: unknown,
  lookup: Lookup,
  copies: Map<object, object>,
  origin: Origin | undefined,
  key: string | number,
): PropertyDescriptor {
  const property = { enumerable: true, configurable: true }
  if (typeof value !== 'string') return { ...property, writable: true, value: interpolated(value, lookup, copies) }
  if (!value.includes('$')) return { ...property, writable: true, value }
  const { text, missing } = interpolate(value, lookup)
  if (missing.length === 0) return { ...property, writable: true, value: CASTS.get(text) ?? text }
  return {
    ...property,
    get(): never {
      throw new Unsettled(`depends on the variable ${missing[0]}, which has no default`, origin?.child(key))
    },
  }
}

/** A `.env` file beside a compose file gives its variables values; what compose's caller has set wins, but nobody can see that. */
export function readEnvironment(source: Source | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const line of source?.text.split(/\r?\n/) ?? []) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line.slice(0, 4096))
    if (match?.[1] !== undefined) values.set(match[1], plainValue((match[2] ?? '').trim()))
  }
  return values
}

function plainValue(text: string): string {
  const quote = text[0]
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1)
    if (end > 0) return text.slice(1, end)
  }
  return text.replace(/\s#.*$/, '').trimEnd()
}
