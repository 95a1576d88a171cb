import { Unsettled } from '../../model/origin.ts'
import { isMapping, keysOf, member } from '../values.ts'
import { type Found, NOTHING, sift, union } from './found.ts'
import { pairOf, type Selector } from './selector.ts'

interface Entry<T> {
  readonly selector: Selector
  readonly item: T
}

interface Shelf<T> {
  readonly byPair: Map<string, Entry<T>[]>
  readonly rest: Entry<T>[]
}

/** Finds whose selectors match given labels without trying every selector of the namespace. */
export class SelectorIndex<T> {
  readonly #entries = new Map<string, Entry<T>[]>()
  readonly #shelves = new Map<string, Shelf<T>>()
  readonly #answers = new Map<string, Found<T>>()

  add(namespaces: readonly string[], selector: Selector, item: T): void {
    for (const namespace of namespaces) pushTo(this.#entries, namespace, { selector, item })
  }

  matching(namespaces: readonly string[], labels: unknown): Found<T> {
    return namespaces.length === 1 ? this.#in(namespaces[0] as string, labels) : union(namespaces.map((name) => this.#in(name, labels)))
  }

  #in(namespace: string, labels: unknown): Found<T> {
    if (!this.#entries.has(namespace)) return NOTHING
    const pairs = pairsOf(labels)
    // Workloads that are copies of each other have equal labels: the answer is found once and shared.
    const key = pairs && `${namespace}\n${pairs.join('\n')}`
    const known = key === undefined ? undefined : this.#answers.get(key)
    if (known) return known
    const shelf = this.#shelf(namespace)
    const candidates = pairs
      ? new Set(pairs.flatMap((pair) => shelf.byPair.get(pair) ?? []).concat(shelf.rest))
      : this.#entries.get(namespace)
    const { items, unsettled } = sift(candidates ?? [], (entry) => entry.selector.matches(labels))
    const found = { items: items.map((entry) => entry.item), unsettled }
    if (key !== undefined) this.#answers.set(key, found)
    return found
  }

  #shelf(namespace: string): Shelf<T> {
    let shelf = this.#shelves.get(namespace)
    if (!shelf) {
      shelf = shelve(this.#entries.get(namespace) ?? [])
      this.#shelves.set(namespace, shelf)
    }
    return shelf
  }
}

// Each selector stands under the rarest label that it asks for, so that a label which all share leads to few.
function shelve<T>(entries: readonly Entry<T>[]): Shelf<T> {
  const counts = new Map<string, number>()
  for (const { selector } of entries) {
    for (const { key, values } of selector.requirements) {
      for (const value of values) counts.set(pairOf(key, value), (counts.get(pairOf(key, value)) ?? 0) + 1)
    }
  }
  const shelf: Shelf<T> = { byPair: new Map(), rest: [] }
  for (const entry of entries) {
    const pairs = entry.selector.pairs((pair) => counts.get(pair) ?? 0)
    if (!pairs) shelf.rest.push(entry)
    else for (const pair of pairs) pushTo(shelf.byPair, pair, entry)
  }
  return shelf
}

/** `key=value` of each label, sorted; undefined where a template may add labels or write their values. */
export function pairsOf(labels: unknown): readonly string[] | undefined {
  if (labels === undefined) return []
  if (!isMapping(labels)) return undefined
  const keys = keysOf(labels)
  if (keys instanceof Unsettled) return undefined
  const pairs: string[] = []
  for (const key of keys) {
    const value = member(labels, key)
    if (value instanceof Unsettled) return undefined
    pairs.push(pairOf(key, String(value)))
  }
  return pairs.sort()
}

export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
