import { Unsettled } from '../../model/origin.ts'
import { openList } from '../../source/yaml/template/open.ts'

/** What was looked up: what is sure, and why there may be more. Shared by all that have the same answer. */
export interface Found<T> {
  readonly items: readonly T[]
  readonly unsettled: Unsettled | undefined
}

export const NOTHING: Found<never> = { items: [], unsettled: undefined }

/**
 * As a list for expressions. Where there may be more, the list ends with an item that throws when it is read, so that `exists`
 * is true for what is sure and unknown otherwise; with nothing sure it throws at once.
 */
export function listOf<T>({ items, unsettled }: Found<T>): readonly T[] {
  if (!unsettled) return items
  if (items.length === 0) throw unsettled
  const list = [...items]
  Object.defineProperty(list, items.length, {
    enumerable: true,
    get: () => {
      throw unsettled
    },
  })
  return list
}

/** The same, in which the items that are in doubt decide only what they would decide if they were there. */
export function doubtedListOf<T>({ items, unsettled }: Found<T>, doubtOf: (item: T) => Unsettled | undefined): readonly T[] {
  const doubts = items.map(doubtOf)
  const settled = doubts.findIndex((doubt) => doubt !== undefined)
  if (settled < 0) return listOf({ items, unsettled })
  const { reason, origin } = unsettled ?? (doubts[settled] as Unsettled)
  return openList([...items], { settled, reason, adds: unsettled !== undefined, doubts }, origin) as readonly T[]
}

/** More than anybody writes: of a thousand that hold for each of a thousand pods all would be told a million times. */
const MOST = 100

export function firstOf<T>({ items, unsettled }: Found<T>, what: string): Found<T> {
  if (items.length <= MOST) return { items, unsettled }
  return { items: items.slice(0, MOST), unsettled: unsettled ?? new Unsettled(`depends on more than ${MOST} ${what}`, undefined) }
}

export function union<T>(founds: Iterable<Found<T>>): Found<T> {
  const items = new Set<T>()
  let unsettled: Unsettled | undefined
  for (const found of founds) {
    for (const item of found.items) items.add(item)
    unsettled ??= found.unsettled
  }
  return { items: [...items], unsettled }
}

/** Maps answers, each once: a thousand copies of a workload share one. */
export function mapping<T, U>(map: (item: T) => U): (found: Found<T>) => Found<U> {
  const made = new WeakMap<Found<T>, Found<U>>()
  return (found) => {
    let mapped = made.get(found)
    if (!mapped) {
      mapped = { items: [...new Set(found.items.map(map))], unsettled: found.unsettled }
      made.set(found, mapped)
    }
    return mapped
  }
}

/** Sorts candidates by three-valued matching; where none can match for sure, the first that may match tells all. */
export function sift<T>(candidates: Iterable<T>, match: (item: T) => boolean | Unsettled, neverSure = false): Found<T> {
  const items: T[] = []
  let unsettled: Unsettled | undefined
  for (const candidate of candidates) {
    const matched = match(candidate)
    if (matched === true) items.push(candidate)
    else if (matched instanceof Unsettled) unsettled ??= matched
    if (neverSure && unsettled) break
  }
  return { items, unsettled }
}
