import { type Origin, withOrigin } from '../../../model/origin.ts'
import { withWritten } from '../../../model/written.ts'
import { Builder } from '../build.ts'
import { type Mapping, type Node, SCALAR, type Sequence } from '../node.ts'
import { type Ground, isMerge, namesOf } from '../origin.ts'
import type { Action } from './actions.ts'
import { type Facts, reasonOf } from './facts.ts'
import { openList, openMapping, settle, unsettle } from './open.ts'

/** Builds values of which a template leaves some open: reading those, and nothing else, throws `Unsettled`. */
export class TemplateBuilder extends Builder {
  readonly #facts: Facts

  constructor(ground: Ground, facts: Facts) {
    super({ ...ground, condition: (offset) => facts.conditionIn(offset) })
    this.#facts = facts
  }

  override value(node: Node, origin: Origin, depth: number): unknown {
    // Only a document that is a single expression gets here with one.
    return this.#facts.dependence(node) ? undefined : super.value(node, origin, depth)
  }

  protected override mapping(node: Mapping, origin: Origin, depth: number): unknown {
    const members = { settled: {} as Record<string, unknown>, written: {} as Record<string, unknown>, differ: false }
    const names = namesOf(node, this.ground.schema)
    this.checkKeys(node, names)
    let addition = this.#facts.addition(node)
    for (const [index, name] of names.entries()) {
      const key = node.keys[index] as Node
      const inKey = this.#facts.within(key.start, key.end)
      addition ??= inKey
      if (!inKey && !isMerge(key)) this.#member(node, index, name, origin, depth, members)
    }
    const { settled, written } = members
    const taken = new Set(names)
    this.merges(node, origin, settled, taken, depth)
    for (const name of Object.keys(settled)) if (!Object.hasOwn(written, name)) copy(settled, written, name)
    withOrigin(settled, origin)
    withOrigin(written, origin)
    if (addition) return openMapping(settled, written, reasonOf(addition), origin)
    return members.differ ? withWritten(settled, written) : settled
  }

  #member(node: Mapping, index: number, name: string, origin: Origin, depth: number, into: Members): void {
    const key = node.keys[index] as Node
    const value = node.values[index] as Node
    const child = this.memberOrigin(key, value, name, origin)
    const dependence = this.#facts.dependence(value)
    const condition = this.#facts.condition(key.start, this.#home(node, origin))
    if (dependence) {
      unsettle(into.settled, name, reasonOf(condition ?? dependence), child)
      unsettle(into.written, name, reasonOf(dependence), child)
      return
    }
    const read = this.value(value, child, depth)
    if (read === undefined) return
    settle(into.written, name, read)
    if (condition) {
      unsettle(into.settled, name, reasonOf(condition), child)
      into.differ = true
    } else settle(into.settled, name, read)
  }

  protected override sequence(node: Sequence, origin: Origin, depth: number): unknown {
    const list: unknown[] = []
    const home = this.#home(node, origin)
    let addition: Action | undefined
    let settled = 0
    const added = this.#facts.addition(node)
    for (const [index, item] of node.items.entries()) {
      const at = node.dashes[index] ?? item.start
      addition ??= added && added.start < at ? added : this.#facts.condition(at, home)
      if (!addition) settled = list.length + 1
      this.#item(item, this.itemOrigin(node, index, origin), depth, list)
    }
    addition ??= added
    withOrigin(list, origin)
    if (!addition) return list
    const openness = { settled: Math.min(settled, list.length), reason: reasonOf(addition), adds: added !== undefined }
    return openList(list, openness, origin)
  }

  #item(item: Node, origin: Origin, depth: number, list: unknown[]): void {
    const dependence = this.#facts.dependence(item)
    if (dependence) {
      unsettle(list, list.length, reasonOf(dependence), origin)
      return
    }
    const read = this.value(item, origin, depth)
    if (read !== undefined) list.push(read)
  }

  // What is reached through an alias stands elsewhere than its key.
  #home(node: Node, origin: Origin): number | undefined {
    if (this.#facts.isRoot(node)) return undefined
    return origin.anchor ? node.start : origin.key.start
  }

  // Branches exclude each other, a new item may begin between the two, and what a templated key is called is not known.
  protected override repeated(key: Node, name: string, other: Node): void {
    const templated = key.type === SCALAR && this.#facts.within(key.start, key.end)
    if (!templated && this.#facts.together(other, key)) super.repeated(key, name, other)
  }
}

interface Members {
  readonly settled: Record<string, unknown>
  readonly written: Record<string, unknown>
  differ: boolean
}

function copy(from: object, to: object, name: string): void {
  Object.defineProperty(to, name, Object.getOwnPropertyDescriptor(from, name) as PropertyDescriptor)
}
