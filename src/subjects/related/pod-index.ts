import type { Pod } from '../pods.ts'
import { member } from '../values.ts'
import { type Found, NOTHING, sift, union } from './found.ts'
import type { Selector } from './selector.ts'
import { pairsOf, pushTo } from './selector-index.ts'

interface Shelf {
  readonly all: Pod[]
  readonly byPair: Map<string, Pod[]>
  /** Pods to which a template may add labels. */
  readonly open: Pod[]
}

export function labelsOf(pod: Pod): unknown {
  return member(pod.metadata, 'labels')
}

/** Finds the pods that a selector matches without trying every pod of the namespace. */
export class PodIndex {
  readonly #shelves = new Map<string, Shelf>()
  readonly #answers = new Map<string, Found<Pod>>()

  add(namespaces: readonly string[], pod: Pod): void {
    const pairs = pairsOf(labelsOf(pod))
    for (const namespace of namespaces) {
      let shelf = this.#shelves.get(namespace)
      if (!shelf) {
        shelf = { all: [], byPair: new Map(), open: [] }
        this.#shelves.set(namespace, shelf)
      }
      shelf.all.push(pod)
      if (pairs) for (const pair of pairs) pushTo(shelf.byPair, pair, pod)
      else shelf.open.push(pod)
    }
  }

  in(namespaces: readonly string[]): readonly Pod[] {
    return namespaces.length === 1 ? (this.#shelves.get(namespaces[0] as string)?.all ?? []) : namespaces.flatMap((name) => this.in([name]))
  }

  matching(namespaces: readonly string[], selector: Selector): Found<Pod> {
    return namespaces.length === 1 ? this.#in(namespaces[0] as string, selector) : union(namespaces.map((name) => this.#in(name, selector)))
  }

  #in(namespace: string, selector: Selector): Found<Pod> {
    const shelf = this.#shelves.get(namespace)
    if (!shelf) return NOTHING
    const key = selector.unsettled ? undefined : `${namespace}\n${selector.signature}`
    const known = key === undefined ? undefined : this.#answers.get(key)
    if (known) return known
    const pairs = selector.pairs((pair) => shelf.byPair.get(pair)?.length ?? 0)
    const candidates = pairs ? new Set(pairs.flatMap((pair) => shelf.byPair.get(pair) ?? []).concat(shelf.open)) : shelf.all
    const found = sift(candidates, (pod) => selector.matches(labelsOf(pod)))
    if (key !== undefined) this.#answers.set(key, found)
    return found
  }
}
