import type { Node } from '../node.ts'

/** Thrown where the text has something that the fast parser does not know, or that is wrong: the `yaml` package decides then. */
export class GivesUp extends Error {}

/** What it does not know is a mapping as the key of a flow mapping, as `{{` begins one. */
export class Braced extends GivesUp {}

// One for all: making a stack for each would cost more than parsing a small document.
const GIVES_UP = new GivesUp()

const BRACED = new Braced()

export function giveUp(): never {
  throw GIVES_UP
}

export function giveUpAtBrace(): never {
  throw BRACED
}

/** How deep it recurses before it leaves a document to the slow parser, which bounds it. */
export const MAX_DEPTH = 150
/** Longer keys are for the slow parser: YAML allows an implicit key 1,024 characters. */
export const MAX_KEY = 1000

/** Where the fast parser stands. */
export class Input {
  readonly text: string
  readonly end: number
  readonly anchors = new Map<string, Node>()
  pos: number
  /** Offset of the first character of the line that `pos` is on. */
  lineStart: number
  depth = 0

  constructor(text: string, start: number, end: number) {
    this.text = text
    this.end = end
    this.pos = start
    this.lineStart = start
  }

  get column(): number {
    return this.pos - this.lineStart
  }

  /** NaN at the end. */
  code(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : Number.NaN
  }

  /** Skips spaces within a line. */
  skipSpaces(): void {
    while (this.code(this.pos) === 32) this.pos++
  }

  /** Skips blanks, comments and line ends to the next content. True when a line was left. */
  skipToContent(): boolean {
    const { text, end } = this
    const { lineStart } = this
    let pos = this.pos
    while (pos < end) {
      const code = text.charCodeAt(pos)
      if (code === 10) this.lineStart = ++pos
      else if (code === 32 || code === 13) pos++
      else if (code === 35) pos = this.#pastComment(pos)
      else if (code === 9) pos = this.#pastTab(pos)
      else break
    }
    this.pos = pos
    return this.lineStart !== lineStart || pos >= end
  }

  #pastComment(at: number): number {
    if (at > this.lineStart && !isBlank(this.text.charCodeAt(at - 1))) giveUp()
    const eol = this.text.indexOf('\n', at)
    return eol < 0 || eol > this.end ? this.end : eol
  }

  // A tab may stand before a comment or the line's end, never before content as indentation.
  #pastTab(at: number): number {
    if (at === this.lineStart || this.#onlyBlankBefore(at)) giveUp()
    return at + 1
  }

  #onlyBlankBefore(at: number): boolean {
    for (let before = at - 1; before >= this.lineStart; before--) if (!isBlank(this.text.charCodeAt(before))) return false
    return true
  }
}

/** Space, tab or a line end's character. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

/** Blank, or the end of the text. */
export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || Number.isNaN(code)
}

/** `,` `[` `]` `{` `}` */
export function isFlowMark(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125
}
