import type { Unsettled } from './origin.ts'

const WRITTEN: unique symbol = Symbol('written')
const STANDING: unique symbol = Symbol('standing')

/**
 * What stands in the file below a template's conditions and insertions: members that may be absent are there, and lists and
 * mappings that a template may add to are closed. For finding subjects; what decides reads the value itself.
 */
export function written<T>(value: T): T {
  return typeof value === 'object' && value !== null ? ((value as { [WRITTEN]?: T })[WRITTEN] ?? value) : value
}

export function withWritten<T extends object>(value: T, plain: T): T {
  return Object.defineProperty(value, WRITTEN, { value: plain, enumerable: false })
}

/** A list that is left open: all items that stand in it, some of them under conditions, and why there may be others. */
export interface Standing {
  readonly items: readonly unknown[]
  /** By index why an item may not be there, where not a template's condition at its place tells. */
  readonly doubts?: readonly (Unsettled | undefined)[] | undefined
  /** Undefined where nothing adds to the list. */
  readonly others: Unsettled | undefined
}

/** Undefined where the list is what it is. */
export function standingIn(list: readonly unknown[]): Standing | undefined {
  return (list as { [STANDING]?: Standing })[STANDING]
}

export function withStanding<T extends readonly unknown[]>(list: T, standing: Standing): T {
  return Object.defineProperty(list, STANDING, { value: standing, enumerable: false })
}
