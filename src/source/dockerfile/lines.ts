import type { Directive, DockerWord, Heredoc, Piece } from '../../model/dockerfile.ts'
import type { Source, Span } from '../../model/position.ts'
import { DirectiveReader } from './directives.ts'
import { type HeredocHead, heredocsOf } from './heredocs.ts'
import { Weave } from './joined.ts'
import { isSpace } from './spaces.ts'

/** The lines of one instruction, joined. */
export interface LogicalLine {
  readonly joined: Weave
  /** Offset of its first character that is no space, and of the end of its last line without the line break. */
  readonly start: number
  readonly end: number
  readonly comments: readonly DockerWord[]
  readonly heredocs: readonly Heredoc[]
  readonly emptyContinuation: Span | undefined
}

export interface LineFault {
  readonly message: string
  readonly span: Span
}

export interface Lines {
  readonly escape: '\\' | '`'
  readonly directives: readonly Directive[]
  readonly pieces: readonly Piece[]
  readonly lines: readonly LogicalLine[]
  /** Where reading stopped. */
  readonly fault: LineFault | undefined
}

interface Line {
  readonly start: number
  /** Without line breaks. */
  readonly end: number
  /** Of the next line. */
  readonly next: number
}

// BuildKit's scanner refuses longer lines; counted in bytes.
const LONGEST_LINE = 65_535

class Stop extends Error {
  readonly span: Span

  constructor(message: string, span: Span) {
    super(message)
    this.span = span
  }
}

/** Splits a file into directives, comments and the joined lines of instructions. `takesHeredocs` tells which announce any. */
export function readLines(source: Source, takesHeredocs: (line: string, token: string) => boolean): Lines {
  const reader = new LineReader(source, takesHeredocs)
  let fault: LineFault | undefined
  try {
    reader.read()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    fault = { message: error.message, span: error.span }
  }
  const { directives, lines } = reader
  return { escape: reader.escape, directives, pieces: reader.pieces(), lines, fault }
}

class LineReader {
  escape: '\\' | '`' = '\\'
  readonly directives: Directive[] = []
  readonly lines: LogicalLine[] = []
  readonly #pieces: Piece[] = []
  readonly #text: string
  readonly #takesHeredocs: (line: string, token: string) => boolean
  readonly #directiveReader = new DirectiveReader()
  #comments: DockerWord[] = []
  #at = 0

  constructor(source: Source, takesHeredocs: (line: string, token: string) => boolean) {
    this.#text = source.text
    this.#takesHeredocs = takesHeredocs
  }

  /** Everything up to the end of the file: what was not read is one piece. */
  pieces(): Piece[] {
    const read = this.#pieces.at(-1)?.span.end ?? 0
    if (read === this.#text.length) return this.#pieces
    return [...this.#pieces, { kind: 'unread', span: { start: read, end: this.#text.length } }]
  }

  read(): void {
    for (let line = this.#next(); line; line = this.#next()) this.#begin(line)
  }

  #next(): Line | undefined {
    const start = this.#at
    if (start >= this.#text.length) return undefined
    const found = this.#text.indexOf('\n', start)
    const next = found < 0 ? this.#text.length : found + 1
    let end = found < 0 ? next : found
    if (byteLength(this.#text, start, end) > LONGEST_LINE)
      throw new Stop('the line is longer than 65,535 bytes: split it with continuations', { start, end: start })
    while (end > start && this.#text.charAt(end - 1) === '\r') end--
    this.#at = next
    return { start, end, next }
  }

  #begin(line: Line): void {
    let start = line.start
    while (start < line.end && isSpace(this.#text.charAt(start))) start++
    const text = this.#text.slice(start, line.end)
    const directive = this.#directive(text, start)
    if (directive || text.startsWith('#')) {
      this.#piece(directive ? 'directive' : 'comment', line.start, line.next)
      if (!directive) this.#comment(text, start)
      return
    }
    if (text) this.#instruction(line, start)
    else this.#piece('blank', line.start, line.next)
  }

  #comment(text: string, start: number): void {
    const content = text.slice(1).trim()
    if (!content) this.#comments = []
    else {
      const at = start + 1 + text.slice(1).indexOf(content)
      this.#comments.push({ text: content, span: { start: at, end: at + content.length } })
    }
  }

  #directive(text: string, start: number): boolean {
    const found = this.#directiveReader.read(text, start)
    if (!found) return false
    const span = { start, end: start + text.length }
    if ('twice' in found) throw new Stop(`the parser directive \`${found.twice}\` stands twice: keep one`, span)
    this.directives.push(found)
    if (found.name === 'escape') {
      if (found.value !== '\\' && found.value !== '`')
        throw new Stop('the escape character is neither \\ nor `: write `# escape=\\` or `# escape=``', span)
      this.escape = found.value
    }
    return true
  }

  #instruction(first: Line, start: number): void {
    const joined = new Weave(start)
    let last = first
    let empty = false
    let open = this.#join(joined, first, start)
    // A line of nothing but the escape character is an instruction only if something follows it.
    for (let line = open ? this.#next() : undefined; line; line = open ? this.#next() : undefined) {
      last = line
      const content = this.#text.slice(line.start, line.end)
      const bare = content.trimStart()
      if (bare.startsWith('#')) continue
      if (bare === '') empty = true
      else open = this.#join(joined, line, line.start)
    }
    const emptyContinuation = empty ? { start: last.start, end: last.end } : undefined
    const { heredocs, end } = this.#heredocs(joined.text, last, start)
    this.lines.push({ joined, start, end: end.end, comments: this.#comments, heredocs, emptyContinuation })
    this.#comments = []
    this.#piece('instruction', first.start, end.next)
  }

  // Adds a line without its continuation; true when it has one.
  #join(joined: Weave, line: Line, start: number): boolean {
    let end = line.end
    while (end > start && /[ \t]/.test(this.#text.charAt(end - 1))) end--
    const continued =
      end > start && this.#text.charAt(end - 1) === this.escape && (end - 1 === start || this.#text.charAt(end - 2) !== this.escape)
    joined.add(this.#text.slice(start, continued ? end - 1 : line.end), start)
    return continued
  }

  #heredocs(text: string, last: Line, start: number): { heredocs: Heredoc[]; end: Line } {
    const heredocs: Heredoc[] = []
    let end = last
    if (!text.includes('<<') || !this.#takesHeredocs(text, this.escape)) return { heredocs, end }
    for (const head of heredocsOf(text)) {
      const found = this.#heredoc(head, start)
      heredocs.push(found.heredoc)
      end = found.end
    }
    return { heredocs, end }
  }

  #heredoc(head: HeredocHead, start: number): { heredoc: Heredoc; end: Line } {
    const from = this.#at
    for (let line = this.#next(); line; line = this.#next()) {
      const content = this.#text.slice(line.start, line.end)
      if ((head.chomp ? content.replace(/^\t+/, '') : content) === head.name)
        return { heredoc: { ...head, body: { start: from, end: line.start } }, end: line }
    }
    throw new Stop(`the here-document is not closed: write a line with nothing but ${head.name}`, { start, end: start })
  }

  #piece(kind: Piece['kind'], start: number, end: number): void {
    this.#pieces.push({ kind, span: { start, end } })
  }
}

function byteLength(text: string, start: number, end: number): number {
  if (end - start > LONGEST_LINE) return end - start
  return (end - start) * 3 <= LONGEST_LINE ? end - start : Buffer.byteLength(text.slice(start, end))
}
