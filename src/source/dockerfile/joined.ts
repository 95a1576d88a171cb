import type { Joined } from '../../model/dockerfile.ts'
import type { Span } from '../../model/position.ts'

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
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return (this.#offsets[low] ?? this.#start) + offset - (this.#starts[low] ?? 0)
  }

  span(from: number, to: number): Span {
    const start = this.at(from)
    return { start, end: to > from ? this.at(to - 1) + 1 : start }
  }
}
