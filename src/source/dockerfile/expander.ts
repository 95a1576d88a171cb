import type { DockerWord, Expanded } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { mayPutIn, TOO_LONG } from '../put-in.ts'
import { type Bindings, expandWord } from './lexer.ts'

export type ExpanderOf = (bindings: Bindings) => Expander

/** Puts the variables of one moment into words, and keeps what came out by word. */
export class Expander {
  readonly done = new Map<DockerWord, Expanded>()
  /** Variables that are used and set nowhere, each with the first word that uses it; none for the body of a here-document. */
  readonly unset = new Map<string, DockerWord | undefined>()
  readonly #bindings: Bindings
  readonly #escape: string

  constructor(bindings: Bindings, token: string, source: Source) {
    this.#bindings = {
      get: (name) => {
        const found = bindings.get(name)
        return !found || mayPutIn(source, found.value) ? found : { value: '', reason: TOO_LONG }
      },
    }
    this.#escape = token
  }

  /** A string is why BuildKit refuses the word. */
  word(word: DockerWord): Expanded | string {
    const found = expandWord(word.text, this.#bindings, { escape: this.#escape })
    if ('error' in found) return `in \`${shorten(word.text)}\` ${found.error}`
    const expanded = { word, value: found.value, reason: found.reason, unset: [...found.unset] }
    this.done.set(word, expanded)
    this.#use(found.unset, word)
    return expanded
  }

  /** The words that an expansion gives: what EXPOSE takes. */
  words(word: DockerWord): readonly string[] | string {
    const whole = this.word(word)
    if (typeof whole === 'string') return whole
    const found = expandWord(word.text, this.#bindings, { escape: this.#escape })
    return 'error' in found ? found.error : found.words
  }

  /** The body of a here-document, in which quotes are ordinary and the escape is always a backslash. */
  body(text: string): string | undefined {
    const found = expandWord(text, this.#bindings, { escape: '\\', plainQuotes: true })
    if ('error' in found) return `in the here-document ${found.error}`
    this.#use(found.unset, undefined)
    return undefined
  }

  #use(names: ReadonlySet<string>, word: DockerWord | undefined): void {
    for (const name of names) if (!this.unset.has(name)) this.unset.set(name, word)
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
