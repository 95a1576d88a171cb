import type { Joined } from '../../model/dockerfile.ts'
import type { Span } from '../../model/position.ts'
import { firstIndex } from '../../model/search.ts'

/** Puts a text together from pieces of the source and remembers where each character stands. */
export class Weave implements Joined {
  #text = ''
  readonly #start: number
  readonly #starts: number[] = []
  readonly #offsets: number[] = []

  /** `start` is where it stands when nothing is ever added. */
  constructor(start: number) {
    this.#start = start
  }

  get text(): string {
    return this.#text
  }

  add(text: string, offset: number): this {
    if (!text) return this
    this.#starts.push(this.#text.length)
    this.#offsets.push(offset)
    this.#text += text
    return this
  }

  at(offset: number): number {
    const piece = firstIndex(this.#starts.length, (index) => (this.#starts[index] ?? 0) > offset) - 1
    return (this.#offsets[piece] ?? this.#start) + offset - (this.#starts[piece] ?? 0)
  }

  span(from: number, to: number): Span {
    const start = this.at(from)
    return { start, end: to > from ? this.at(to - 1) + 1 : start }
  }
}
