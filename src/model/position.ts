import { firstIndex } from './search.ts'

/** Half-open range of UTF-16 offsets in a source's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a person sees: lines and columns start at 1, columns count UTF-16 code units, the end column is exclusive. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A file's text with its path relative to the root; turns offsets into places. The byte-order mark is not part of the text. */
export class Source {
  readonly path: string
  readonly text: string
  #starts: number[] | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  place(span: Span): Place {
    const from = this.#lineOf(span.start)
    const to = this.#lineOf(Math.max(span.start, span.end))
    return {
      file: this.path,
      line: from + 1,
      column: span.start - this.#start(from) + 1,
      endLine: to + 1,
      endColumn: Math.max(span.start, span.end) - this.#start(to) + 1,
    }
  }

  /** The text of line `line` (from 1) without its line break; undefined past the end. */
  line(line: number): string | undefined {
    const starts = this.#lines()
    if (line < 1 || line > starts.length) return undefined
    return this.text.slice(this.#start(line - 1), starts[line] ?? this.text.length).replace(/\r?\n$|\r$/, '')
  }

  /** The offset at which line `line` (from 1) begins. */
  start(line: number): number {
    return this.#start(line - 1)
  }

  #start(index: number): number {
    return this.#lines()[index] ?? 0
  }

  // A line ends at \n, \r\n or a lone \r: YAML and editors agree on these three.
  #lines(): number[] {
    if (this.#starts) return this.#starts
    const starts = [0]
    const text = this.text
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
    this.#starts = starts
    return starts
  }

  #lineOf(offset: number): number {
    const starts = this.#lines()
    return Math.max(0, firstIndex(starts.length, (line) => (starts[line] as number) > offset) - 1)
  }
}

/** The place of what concerns the repository as a whole; reporters print no place for it. */
export const repositoryPlace: Place = { file: '.', line: 1, column: 1, endLine: 1, endColumn: 1 }
