import type { Pod } from '../pods/pods.ts'
import { member } from '../values.ts'
import { type Found, NOTHING, sift, union } from './found.ts'
import { keyOf, type Selector } from './selector.ts'
import { pairsOf, pushTo } from './selector-index.ts'

interface Shelf<T> {
  readonly all: T[]
  readonly byPair: Map<string, T[]>
  /** What labels are called there. */
  readonly keys: Set<string>
  /** Those to which a template may add labels. */
  readonly open: T[]
}

export function labelsOf(pod: Pod): unknown {
  return member(pod.metadata, 'labels')
}

/** Finds what a selector matches by its labels, pods or Services, without trying all of the namespace. */
export class LabelIndex<T> {
  readonly #labelsOf: (item: T) => unknown
  // What a template writes throws each time it is read.
  readonly #labels = new Map<T, unknown>()
  readonly #shelves = new Map<string, Shelf<T>>()
  readonly #answers = new Map<string, Found<T>>()

  constructor(labels: (item: T) => unknown) {
    this.#labelsOf = labels
  }

  get namespaces(): readonly string[] {
    return [...this.#shelves.keys()]
  }

  add(namespaces: readonly string[], item: T): void {
    const labels = this.#labelsOf(item)
    this.#labels.set(item, labels)
    const pairs = pairsOf(labels)
    for (const namespace of namespaces) {
      let shelf = this.#shelves.get(namespace)
      if (!shelf) {
        shelf = { all: [], byPair: new Map(), keys: new Set(), open: [] }
        this.#shelves.set(namespace, shelf)
      }
      shelf.all.push(item)
      if (pairs) {
        for (const pair of pairs) {
          pushTo(shelf.byPair, pair, item)
          shelf.keys.add(keyOf(pair))
        }
      } else shelf.open.push(item)
    }
  }

  in(namespaces: readonly string[]): readonly T[] {
    return namespaces.length === 1 ? (this.#shelves.get(namespaces[0] as string)?.all ?? []) : namespaces.flatMap((name) => this.in([name]))
  }

  matching(namespaces: readonly string[], selector: Selector): Found<T> {
    return namespaces.length === 1 ? this.#in(namespaces[0] as string, selector) : union(namespaces.map((name) => this.#in(name, selector)))
  }

  /** Whether anything there has a label of one of these names. */
  knowsKey(namespaces: readonly string[], keys: readonly string[]): boolean {
    return namespaces.some((name) => keys.some((key) => this.#shelves.get(name)?.keys.has(key)))
  }

  #in(namespace: string, selector: Selector): Found<T> {
    const shelf = this.#shelves.get(namespace)
    if (!shelf) return NOTHING
    const key = selector.unsettled ? undefined : `${namespace}\n${selector.signature}`
    const known = key === undefined ? undefined : this.#answers.get(key)
    if (known) return known
    const pairs = selector.pairs((pair) => shelf.byPair.get(pair)?.length ?? 0)
    const candidates = pairs ? new Set(pairs.flatMap((pair) => shelf.byPair.get(pair) ?? []).concat(shelf.open)) : shelf.all
    const found = sift(candidates, (item) => selector.matches(this.#labels.get(item)), selector.rest !== undefined)
    if (key !== undefined) this.#answers.set(key, found)
    return found
  }
}
