import type { Command, CommandLink } from '../../model/command.ts'

type Via = CommandLink['via']

/** A command, or the point where the outputs of a whole group meet: it keeps a pipe between two long groups linear. */
type Node = Command | Meeting

class Meeting {}

interface Edge {
  readonly to: Node
  readonly via: Via
}

/** Whose output reaches whom. Filled while a script is read, asked when a rule asks. */
export class Flow {
  // Most scripts have none.
  #edges: { readonly out: Map<Node, Edge[]>; readonly in: Map<Node, Edge[]> } | undefined

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
    return this.#edges ? reach(this.#edges.out, command) : []
  }

  inputs(command: Command): readonly CommandLink[] {
    return this.#edges ? reach(this.#edges.in, command) : []
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
  let front: readonly Node[] = [start]
  while (front.length) {
    const next: Node[] = []
    for (const command of front) {
      for (const edge of edges.get(command) ?? []) {
        if (seen.has(edge.to)) continue
        seen.add(edge.to)
        if (!(edge.to instanceof Meeting)) found.push({ via: edge.via, command: edge.to })
        next.push(edge.to)
      }
    }
    front = next
  }
  return found
}
