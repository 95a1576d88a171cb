import { type Origin, originOf, Unsettled, withOrigin } from '../model/origin.ts'
import { standingIn, written } from '../model/written.ts'

export type Fields = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unsettled)
}

/** A member of what a file says; the `Unsettled` itself where the file does not settle it, undefined where there is none. */
export function member(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined
  } catch (error) {
    if (error instanceof Unsettled) return error
    throw error
  }
}

export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value
  for (const key of path) {
    if (here instanceof Unsettled) return here
    here = member(here, key)
  }
  return here
}

/** The text at a path; undefined where it is missing, no text or not settled. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : undefined
}

export interface WrittenName {
  readonly text: string
  readonly settled: boolean
  readonly reason: string
}

/**
 * A name as written, also where it is a template's expression: equal expressions of one chart give equal names. `settled` tells
 * whether not finding the name means anything; where it does not, `reason` says why.
 */
export function nameAt(value: unknown, key: string): WrittenName | undefined {
  const found = member(value, key)
  if (typeof found === 'string') return { text: found, settled: true, reason: '' }
  if (!(found instanceof Unsettled)) return undefined
  const origin = originOf(value)?.child(key)
  return {
    text: origin ? origin.source.text.slice(origin.span.start, Math.min(origin.span.end, origin.span.start + 200)) : '',
    settled: false,
    reason: found.reason,
  }
}

export function mappingAt(value: unknown, ...path: readonly (string | number)[]): Fields | undefined {
  const found = at(value, ...path)
  return isMapping(found) ? found : undefined
}

/** The items of a list that stand in the file, those under a template's condition too; an unsettled item is left out. */
export function itemsAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const list = at(value, ...path)
  return Array.isArray(list) ? writtenItems(list) : []
}

export function mappingsAt(value: unknown, ...path: readonly (string | number)[]): readonly Fields[] {
  return itemsAt(value, ...path).filter(isMapping)
}

/** The mappings of a list, also where a template's condition decides whether the list itself is there. */
export function partsAt(value: Fields, key: string): readonly Fields[] {
  return mappingsAt(standingList(value, key))
}

/** Why a list may hold others than `partsAt` gives. */
export function othersAt(value: Fields, key: string): Unsettled | undefined {
  const list = standingList(value, key)
  if (list instanceof Unsettled) return list
  return Array.isArray(list) ? standingIn(list)?.others : undefined
}

function standingList(value: Fields, key: string): unknown {
  const list = member(value, key)
  const isConditional = list instanceof Unsettled && originOf(value)?.child(key)?.condition !== undefined
  return isConditional ? member(written(value), key) : list
}

export function textsAt(value: unknown, ...path: readonly (string | number)[]): readonly string[] {
  return itemsAt(value, ...path).filter((item) => typeof item === 'string')
}

function writtenItems(list: readonly unknown[]): readonly unknown[] {
  const standing = standingIn(list)?.items ?? list
  const items: unknown[] = []
  for (let index = 0; index < standing.length; index++) {
    const item = member(standing, index)
    if (!(item instanceof Unsettled)) items.push(item)
  }
  return items
}

/** The keys of a mapping; the `Unsettled` where a template may add more. */
export function keysOf(value: Fields): readonly string[] | Unsettled {
  try {
    return Object.keys(value)
  } catch (error) {
    if (error instanceof Unsettled) return error
    throw error
  }
}

/** Whether a mapping surely has no members. */
export function isEmpty(value: Fields): boolean {
  const keys = keysOf(value)
  return !(keys instanceof Unsettled) && keys.length === 0
}

/** Adds members that throw when they are read. */
export function throwing(unsettled: Unsettled, to: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  for (const name of names) {
    const get = () => {
      throw unsettled
    }
    Object.defineProperty(to, name, { enumerable: true, configurable: true, get })
  }
  return to
}

/** An origin without members: what is derived from a scalar has no places of its own. */
export function leaf(origin: Origin): Origin {
  return {
    source: origin.source,
    span: origin.span,
    key: origin.key,
    anchor: origin.anchor,
    condition: origin.condition,
    child: () => undefined,
  }
}

/** What is derived from a member stands where that member stands. */
export function placed(item: Record<string, unknown>, holder: object, key: string | number): Fields {
  const origin = originOf(holder)?.child(key)
  return origin ? withOrigin(item, leaf(origin)) : item
}
