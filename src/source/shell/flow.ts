import type { Command, CommandLink } from '../../model/command.ts'
import { Unsettled } from '../../model/origin.ts'

type Via = CommandLink['via']

/** In a pipe of thousands each would have all the others. */
const MOST_LINKED = 100

/** A command, or the point where the outputs of a whole group meet: it keeps a pipe between two long groups linear. */
type Node = Command | Meeting

class Meeting {}

interface Edge {
  readonly to: Node
  readonly via: Via
}

type Links = Map<Command, readonly CommandLink[]>

const NONE: readonly CommandLink[] = []

/** Whose output reaches whom. Filled while a script is read, asked when a rule asks. */
export class Flow {
  // Most scripts have none.
  #edges: { readonly out: Map<Node, Edge[]>; readonly in: Map<Node, Edge[]> } | undefined

  readonly #outputs: Links = new Map()
  readonly #inputs: Links = new Map()

  connect(from: readonly Command[], to: readonly Command[], via: Via): void {
    const meeting = new Meeting()
    for (const source of from) this.#add(source, meeting, via)
    for (const target of to) this.#add(meeting, target, via)
  }

  #add(from: Node, to: Node, via: Via): void {
    this.#edges ??= { out: new Map(), in: new Map() }
    push(this.#edges.out, from, { to, via })
    push(this.#edges.in, to, { to: from, via })
  }

  outputs(command: Command): readonly CommandLink[] {
    return this.#edges ? this.#once(this.#outputs, command, this.#edges.out) : NONE
  }

  inputs(command: Command): readonly CommandLink[] {
    return this.#edges ? this.#once(this.#inputs, command, this.#edges.in) : NONE
  }

  #once(known: Links, command: Command, edges: ReadonlyMap<Node, readonly Edge[]>): readonly CommandLink[] {
    let links = known.get(command)
    if (!links) {
      links = reach(edges, command)
      known.set(command, links)
    }
    return links
  }
}

function push(edges: Map<Node, Edge[]>, from: Node, edge: Edge): void {
  const known = edges.get(from)
  if (known) known.push(edge)
  else edges.set(from, [edge])
}

// Breadth first, so the nearest come first. The way that counts is the last step's: `curl | tee x | sh` reaches sh by a pipe.
function reach(edges: ReadonlyMap<Node, readonly Edge[]>, start: Command): readonly CommandLink[] {
  const seen = new Set<Node>([start])
  const found: CommandLink[] = []
  // A set is walked with what is added on the way.
  for (const command of seen) {
    for (const edge of edges.get(command) ?? []) {
      if (seen.has(edge.to)) continue
      if (found.length === MOST_LINKED) return unended(found)
      seen.add(edge.to)
      if (!(edge.to instanceof Meeting)) found.push({ via: edge.via, command: edge.to })
    }
  }
  return found
}

/** A list that ends with what throws when it is read. */
function unended(links: CommandLink[]): readonly CommandLink[] {
  const get = () => {
    throw new Unsettled(`depends on a pipe of more than ${MOST_LINKED} commands`, undefined)
  }
  return Object.defineProperty(links, links.length, { enumerable: true, get })
}
