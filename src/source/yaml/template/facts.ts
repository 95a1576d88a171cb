import type { Span } from '../../../model/position.ts'
import { firstIndex } from '../../../model/search.ts'
import { MAPPING, type Mapping, type Node, SCALAR, SEQUENCE, type Sequence } from '../node.ts'
import { type Action, quote } from './actions.ts'
import type { Branch } from './blocks.ts'
import type { Insertion, Masked } from './mask.ts'

/** What a template leaves open about one document's tree. */
export class Facts {
  readonly #masked: Masked
  readonly #root: Node
  readonly #rootBranch: Branch | undefined
  /** The first action that adds to a node: no other tells more. */
  readonly #open = new Map<Node, Action>()
  readonly #whole = new Map<Node, Action>()

  constructor(masked: Masked, root: Node, span: Span) {
    this.#masked = masked
    this.#root = root
    const offsets = root.type === MAPPING ? root.keys.map((key) => key.start) : root.type === SEQUENCE ? root.dashes : []
    this.#rootBranch = masked.branches.common(offsets)
    for (const insertion of masked.insertions) {
      const { start } = insertion.action
      if (start >= span.start && start < span.end) this.#attach(root, insertion)
    }
  }

  /** An action that may add members to this node. */
  addition(node: Node): Action | undefined {
    return this.#open.get(node)
  }

  /** The action that the value of this node depends on as a whole. */
  dependence(node: Node): Action | undefined {
    if (node.type !== SCALAR) return this.#whole.get(node)
    return this.addition(node) ?? this.within(node.start, node.end)
  }

  /** The first action that lies within these offsets, if only in part. */
  within(start: number, end: number): Action | undefined {
    const { actions } = this.#masked
    const index = firstIndex(actions.length, (at) => (actions[at] as Action).end > start)
    const found = actions[index]
    return found && found.start < end ? found : undefined
  }

  /** The condition under which what stands at `offset` exists, given that its holder at `home` does; the document itself where that is undefined. */
  condition(offset: number, home: number | undefined): Action | undefined {
    const branch = this.#masked.branches.at(offset)
    const outer = home === undefined ? this.#rootBranch : this.#masked.branches.at(home)
    return branch === outer ? undefined : (branch ?? outer)?.opened
  }

  /** Why what stands at `offset` may be left out of the document; the root itself always is in it. */
  conditionIn(offset: number): string | undefined {
    const condition = offset === this.#root.start ? undefined : this.condition(offset, undefined)
    return condition && reasonOf(condition)
  }

  /** Whether two keys surely stand in one mapping: in the same branch, with nothing inserted between. */
  together(one: Node, other: Node): boolean {
    const { insertions } = this.#masked
    const index = firstIndex(insertions.length, (at) => (insertions[at] as Insertion).action.start > one.start)
    if ((insertions[index]?.action.start ?? other.start) < other.start) return false
    return this.#masked.branches.at(one.start) === this.#masked.branches.at(other.start)
  }

  isRoot(node: Node): boolean {
    return node === this.#root
  }

  // The added lines belong to the deepest collection on the way down whose column they reach.
  #attach(node: Node, insertion: Insertion): void {
    if (node.type === MAPPING) this.#attachToMapping(node, insertion)
    else if (node.type === SEQUENCE) this.#attachToSequence(node, insertion)
    else this.#add(node, insertion)
  }

  #attachToMapping(node: Mapping, insertion: Insertion): void {
    const { start } = insertion.action
    const index = firstIndex(node.keys.length, (at) => (node.keys[at] as Node).start > start) - 1
    const column = this.#column(node)
    const value = node.values[index]
    if (insertion.column === undefined) {
      this.#attachAnywhere(node, value, insertion)
      return
    }
    const deeper = insertion.column > column && !this.#isFlow(node)
    if (value && (deeper || isEmpty(value))) this.#attach(value, insertion)
    else if (value?.type === SEQUENCE && this.#column(value) === column) this.#attachToEither(node, value, insertion)
    else {
      // `webhooks:`, an item from elsewhere, and what looks like the value goes on with that item.
      if (value && value.start > start) this.#whole.set(value, insertion.action)
      this.#add(node, insertion)
    }
  }

  // A list may stand as deep as its key. Between its items only items may come, after them keys too.
  #attachToEither(node: Mapping, value: Sequence, insertion: Insertion): void {
    this.#add(value, insertion)
    if ((value.dashes.at(-1) ?? 0) < insertion.action.start) this.#add(node, insertion)
  }

  #attachToSequence(node: Sequence, insertion: Insertion): void {
    const index = firstIndex(node.dashes.length, (at) => (node.dashes[at] as number) > insertion.action.start) - 1
    const item = node.items[index]
    if (insertion.column === undefined) this.#attachAnywhere(node, item, insertion)
    else if (item && insertion.column > this.#column(node)) this.#attach(item, insertion)
    else this.#add(node, insertion)
  }

  // To every collection that is not over yet.
  #attachAnywhere(node: Node, last: Node | undefined, insertion: Insertion): void {
    const { start } = insertion.action
    // Written left of what follows it, it may begin the list that this goes on with.
    if (last && last.start > start && this.#columnAt(start) < this.#column(last)) this.#whole.set(last, insertion.action)
    else if (last && (last.type === MAPPING || last.type === SEQUENCE || isEmpty(last))) this.#attach(last, insertion)
    this.#add(node, insertion)
  }

  #add(node: Node, insertion: Insertion): void {
    if (!this.#open.has(node)) this.#open.set(node, insertion.action)
  }

  #column(node: Node): number {
    return this.#columnAt(node.start)
  }

  // By the lines of the file, since what is alone on its line is masked with line breaks.
  #columnAt(offset: number): number {
    return offset - (this.#masked.source.lastIndexOf('\n', offset - 1) + 1)
  }

  #isFlow(node: Mapping): boolean {
    return this.#masked.text.charCodeAt(node.start) === 123
  }
}

// `env:` with nothing after it, and an insertion as deep as the key: a list's items.
function isEmpty(node: Node): boolean {
  return node.type === SCALAR && node.start === node.end
}

export function reasonOf(action: Action): string {
  return `depends on the template expression ${quote(action)}`
}
