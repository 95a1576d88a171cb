import type { Span } from '../../model/position.ts'

export const LINE = 10
export const RETURN = 13
export const SPACE = 32
export const TAB = 9

/** Moves over a document's raw text, knowing just enough not to be fooled by what stands in quotes and brackets. */
export class Cursor {
  readonly text: string
  readonly end: number
  at: number

  constructor(text: string, span: Span) {
    this.text = text
    this.at = span.start
    this.end = span.end
  }

  get done(): boolean {
    return this.at >= this.end
  }

  get code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : Number.NaN
  }

  get atQuote(): boolean {
    return this.code === 34 || this.code === 39
  }

  get lineEnd(): number {
    const end = this.text.indexOf('\n', this.at)
    return end < 0 || end > this.end ? this.end : end
  }

  skipSpaces(): void {
    while (this.code === SPACE || this.code === TAB) this.at++
  }

  skipBlank(): void {
    while (isBlank(this.code)) this.at++
  }

  /** What the sticky `pattern` matches here. Moves past it. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const taken = pattern.exec(this.text)?.[0]
    if (taken !== undefined) this.at += taken.length
    return taken
  }

  /** The text of a quoted scalar that lies on one line and has no escapes; undefined for any other. Moves past it. */
  quoted(): string | undefined {
    const quote = this.code
    const start = ++this.at
    let simple = true
    for (; this.at < this.end; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code === quote) {
        if (quote === 34 || this.text.charCodeAt(this.at + 1) !== 39) break
        simple = false
        this.at++
      } else if (code === 92 && quote === 34) {
        simple = false
        this.at++
      } else if (code === LINE) simple = false
    }
    const text = simple ? this.text.slice(start, this.at) : undefined
    this.at++
    return text
  }

  /** Moves past a flow collection, or to the end where it is not closed. */
  skipFlow(): void {
    let depth = 0
    while (!this.done) {
      const code = this.code
      if ((code === 34 || code === 39) && opensQuote(this.text.charCodeAt(this.at - 1))) {
        this.quoted()
        continue
      }
      this.at++
      if (code === 123 || code === 91) depth++
      else if ((code === 125 || code === 93) && --depth === 0) return
    }
  }
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === LINE || code === RETURN || code === TAB
}

// Within a plain scalar a quote is text.
function opensQuote(before: number): boolean {
  return isBlank(before) || before === 91 || before === 123 || before === 44 || before === 58
}
