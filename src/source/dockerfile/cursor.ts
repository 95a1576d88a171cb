import { isSpace } from './spaces.ts'

// The parameters that a shell knows by one character.
const SPECIAL = '@*#?-$!0'
const isDigit = (character: string) => (character < '\x80' ? /\d/ : /\p{Nd}/u).test(character)
const isLetter = (character: string) => (character < '\x80' ? /\w/ : /[\p{L}\p{Nd}_]/u).test(character)

/** Where a lexer is in its text. */
export class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  /** '' at the end. */
  peek(): string {
    return this.text.charAt(this.at)
  }

  next(): string {
    return this.text.charAt(this.at++)
  }

  /** The name of a variable, or of a parameter that has no name; '' where there is none. */
  name(): string {
    const first = this.#codePoint()
    if (isDigit(first)) return this.#while(isDigit)
    if (first && SPECIAL.includes(first)) return this.next()
    return this.#while(isLetter)
  }

  #codePoint(): string {
    const code = this.text.codePointAt(this.at)
    return code === undefined ? '' : String.fromCodePoint(code)
  }

  #while(kind: (character: string) => boolean): string {
    const from = this.at
    for (let one = this.#codePoint(); one && kind(one); one = this.#codePoint()) this.at += one.length
    return this.text.slice(from, this.at)
  }
}

/** The words that a text gives. One for all levels: a nested default loses what its word had before it, in BuildKit too. */
export class Words {
  #text = ''

  clear(): void {
    this.#text = ''
  }

  flush(words: string[]): string[] {
    if (this.#text) words.push(this.#text)
    this.#text = ''
    return words
  }

  protect(text: string): string {
    this.#text += text
    return text
  }

  add(text: string, words: string[]): string {
    for (const character of text) {
      if (isSpace(character)) this.flush(words)
      else this.#text += character
    }
    return text
  }
}
