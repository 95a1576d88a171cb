import { firstIndex } from '../../../model/search.ts'
import type { Action } from './actions.ts'

/** One branch of an `if`, `with`, `range` or `block`: what stands in it may be absent. */
export interface Branch {
  readonly opened: Action
  /** The `else` that it follows. */
  readonly otherwise: Action | undefined
  readonly outer: Branch | undefined
  readonly depth: number
}

/** Deeper nesting is taken for a mistake, so that no walk outwards is long. */
const MAX_DEPTH = 100

/** Where which branch is open, and which texts are definitions that print nothing here. */
export class Branches {
  readonly definitions: { start: number; end: number }[] = []
  /** What follows an `else`, up to the next one or the end; the action stands for what opened them, at the place of the `else`. */
  readonly alternatives: { action: Action; start: number; end: number }[] = []
  /** What Go's own parser refuses: an `end` too many, or one missing. */
  readonly unbalanced: Action | undefined
  readonly #from: number[] = [0]
  readonly #branch: (Branch | undefined)[] = [undefined]

  constructor(actions: readonly Action[]) {
    let open: Branch | undefined
    const others = new Map<Branch | undefined, Action>()
    for (const action of actions) {
      const { word } = action
      if (word === 'else' || word === 'end') {
        if (!open) {
          this.unbalanced = action
          return
        }
        if (word === 'end' && open.opened.word === 'define') this.definitions.push({ start: open.opened.start, end: action.end })
        const other = others.get(open)
        if (other) this.alternatives.push({ action: other, start: other.end, end: action.start })
        open = word === 'end' ? open.outer : { ...open, otherwise: action }
        if (open && word === 'else') others.set(open, { ...open.opened, start: action.start, end: action.end })
      } else if (OPENS.has(word)) open = { opened: action, otherwise: undefined, outer: open, depth: (open?.depth ?? 0) + 1 }
      else continue
      if (open && open.depth > MAX_DEPTH) break
      this.#from.push(action.end)
      this.#branch.push(open)
    }
    this.unbalanced = open?.opened
  }

  /** The innermost branch at an offset. */
  at(offset: number): Branch | undefined {
    return this.#branch[firstIndex(this.#from.length, (index) => (this.#from[index] ?? 0) > offset) - 1]
  }

  /** Whether it stands in a `range` or `with`, which prints what somebody adds to the values, by default most often nothing. */
  isRepeated(offset: number): boolean {
    for (let branch = this.at(offset); branch; branch = branch.outer) {
      if (branch.opened.word === 'range' || branch.opened.word === 'with') return true
    }
    return false
  }

  /** The innermost branch that all these offsets share. */
  common(offsets: readonly number[]): Branch | undefined {
    let shared = this.at(offsets[0] ?? 0)
    for (const offset of offsets) shared = meeting(shared, this.at(offset))
    return shared
  }
}

const OPENS = new Set(['if', 'range', 'with', 'define', 'block'])

function meeting(one: Branch | undefined, other: Branch | undefined): Branch | undefined {
  let [a, b] = [one, other]
  while (a !== b) {
    if ((a?.depth ?? 0) >= (b?.depth ?? 0)) a = a?.outer
    else b = b?.outer
  }
  return a
}
