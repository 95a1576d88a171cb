import { TOO_LONG } from '../put-in.ts'
import { Cursor, Words } from './cursor.ts'
import { matchPrefix, matchSuffix, type Pattern, readPattern, replaceFirst } from './pattern.ts'

export interface Bindings {
  get(name: string): { readonly value: string; readonly reason: string } | undefined
}

interface Options {
  readonly escape: string
  readonly rawQuotes?: boolean
  readonly rawEscapes?: boolean
  /** `$name` stays when nothing sets it. */
  readonly keepUnset?: boolean
  /** Quotes are ordinary characters: the body of a here-document. */
  readonly plainQuotes?: boolean
}

export interface Lexed {
  readonly value: string
  /** The value split at spaces that no quote or escape protects. */
  readonly words: readonly string[]
  /** Why the value is not settled; '' where it is. */
  readonly reason: string
  readonly set: ReadonlySet<string>
  readonly unset: ReadonlySet<string>
}

/** Puts variables into a word and takes its quotes off, after BuildKit's shell lexer. */
export function expandWord(word: string, bindings: Bindings, options: Options): Lexed | { readonly error: string } {
  const lexer = new Lexer(word, bindings, options)
  try {
    const { value, words } = lexer.until(undefined, options.rawEscapes === true)
    return { value, words, reason: lexer.reason, set: lexer.set, unset: lexer.unset }
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message }
    throw error
  }
}

class Refusal extends Error {}

// Deeper than any word that a person writes; each level is a call.
const DEEPEST = 200
/** Characters that a substitution may make. */
const MOST_REPLACED = 10_000_000

class Lexer {
  readonly #in: Cursor
  readonly #bindings: Bindings
  readonly #options: Options
  readonly set = new Set<string>()
  readonly unset = new Set<string>()
  reason = ''
  #depth = 0
  readonly #buffer = new Words()
  #rawEscapes = false

  constructor(text: string, bindings: Bindings, options: Options) {
    this.#in = new Cursor(text)
    this.#bindings = bindings
    this.#options = options
  }

  until(stop: string | undefined, rawEscapes: boolean): { value: string; words: string[] } {
    if (++this.#depth > DEEPEST) throw new Refusal('the substitutions are nested too deeply')
    const before = this.#rawEscapes
    this.#rawEscapes = rawEscapes
    try {
      return this.#run(stop)
    } finally {
      this.#rawEscapes = before
      this.#depth--
    }
  }

  #run(stop: string | undefined): { value: string; words: string[] } {
    const words: string[] = []
    const parts: string[] = []
    this.#buffer.clear()
    for (;;) {
      const character = this.#in.peek()
      if (character === '') break
      if (character === stop) {
        this.#in.at++
        return { value: parts.join(''), words: this.#buffer.flush(words) }
      }
      parts.push(this.#step(character, words))
    }
    if (stop) throw new Refusal(`a \`${stop}\` is missing`)
    return { value: parts.join(''), words: this.#buffer.flush(words) }
  }

  #step(character: string, words: string[]): string {
    if (character === '$') return this.#buffer.add(this.#dollar(), words)
    if (character === '<') return this.#buffer.protect(this.#lessThan())
    if (!this.#options.plainQuotes && character === "'") return this.#buffer.protect(this.#single())
    if (!this.#options.plainQuotes && character === '"') return this.#buffer.protect(this.#double())
    this.#in.at++
    if (character !== this.#options.escape) return this.#buffer.add(character, words)
    const raw = this.#rawEscapes ? this.#buffer.protect(character) : ''
    const next = this.#in.next()
    return raw + this.#buffer.protect(next)
  }

  #single(): string {
    const end = this.#in.text.indexOf("'", this.#in.at + 1)
    if (end < 0) throw new Refusal("a closing ' is missing")
    const from = this.#in.at
    this.#in.at = end + 1
    return this.#options.rawQuotes ? this.#in.text.slice(from, end + 1) : this.#in.text.slice(from + 1, end)
  }

  #double(): string {
    const parts: string[] = []
    const quote = this.#options.rawQuotes ? '"' : ''
    parts.push(quote)
    this.#in.at++
    for (;;) {
      const character = this.#in.peek()
      if (character === '') throw new Refusal('a closing " is missing')
      if (character === '$') {
        parts.push(this.#dollar())
        continue
      }
      this.#in.at++
      if (character === '"') return parts.join('') + quote
      if (character !== this.#options.escape) parts.push(character)
      else parts.push(this.#escapeInQuotes(character))
    }
  }

  // Inside double quotes only " $ and the escape character itself can be escaped; any other keeps its escape.
  #escapeInQuotes(token: string): string {
    const raw = this.#rawEscapes ? token : ''
    const next = this.#in.peek()
    if (next === '') return raw
    if (next === '"' || next === '$' || next === token) return raw + this.#in.next()
    return raw + token
  }

  #lessThan(): string {
    this.#in.at++
    if (this.#in.peek() !== '<') return '<'
    const from = this.#in.at + 1
    let to = from
    while (/[\t\r ]/.test(this.#in.text.charAt(to))) to++
    this.#in.at = to
    return `<<${this.#in.text.slice(from, to)}`
  }

  #dollar(): string {
    this.#in.at++
    if (this.#in.peek() !== '{') {
      const name = this.#in.name()
      if (name === '') return '$'
      return this.#plain(name, `$${name}`)
    }
    this.#in.at++
    const first = this.#in.peek()
    if (first === '') throw new Refusal('a `}` is missing')
    if (first === '{' || first === '}' || first === ':') throw new Refusal(`\`\${${first}\` is no substitution`)
    const name = this.#in.name()
    const operator = this.#in.next()
    if (operator === '}') return this.#plain(name, `\${${name}}`)
    if (operator === '/') return this.#replacement(name)
    const colon = operator === ':'
    const kind = colon ? this.#in.next() : operator
    return this.#modified(name, colon, kind)
  }

  #plain(name: string, kept: string): string {
    const found = this.#look(name)
    if (!found) {
      if (this.#options.keepUnset) return kept
      this.#unsettle(name)
      return ''
    }
    if (found.reason) this.reason ||= found.reason
    return found.value
  }

  #modified(name: string, colon: boolean, kind: string): string {
    const shown = `${colon ? ':' : ''}${kind}`
    const strips = kind === '#' || kind === '%'
    if (!kind || !'+-?#%'.includes(kind) || (colon && strips))
      throw new Refusal(`\`\${${name}${shown}\` is no substitution that BuildKit knows`)
    const word = this.until('}', strips).value
    const found = this.#look(name)
    if (this.#options.keepUnset && !found) return `\${${name}${shown}${word}}`
    const given = found !== undefined && !(colon && found.value === '')
    if (given && found.reason && kind !== '+') this.reason ||= found.reason
    if (kind === '-') return given ? found.value : word
    if (kind === '+') return given ? word : ''
    if (kind === '?') {
      if (!given) throw new Refusal(`$${name} ${found ? 'is empty' : 'is not set'}, and \`?\` demands it${word ? `: ${word}` : ''}`)
      return found.value
    }
    if (!found) this.#unsettle(name)
    return this.#strip(found?.value ?? '', kind, word)
  }

  // `#` and `%` cut the shortest match off, doubled the longest.
  #strip(value: string, kind: string, word: string): string {
    const longest = word.startsWith(kind)
    const pattern = this.#pattern(longest ? word.slice(1) : word)
    return kind === '#' ? matchPrefix(value, pattern, longest) : matchSuffix(value, pattern, longest)
  }

  #replacement(name: string): string {
    const all = this.#in.peek() === '/'
    if (all) this.#in.at++
    const pattern = this.until('/', true).value
    const replacement = this.until('}', true).value
    const found = this.#look(name)
    if (this.#options.keepUnset && !found) return `\${${name}/${pattern}/${replacement}}`
    if (!found) this.#unsettle(name)
    else if (found.reason) this.reason ||= found.reason
    if ((found?.value.length ?? 0) * replacement.length > MOST_REPLACED) {
      this.reason ||= TOO_LONG
      return ''
    }
    return replaceFirst(found?.value ?? '', this.#pattern(pattern), replacement, all)
  }

  #pattern(text: string): Pattern {
    const pattern = readPattern(text)
    if (!pattern) throw new Refusal(`the pattern \`${text}\` escapes a character that needs no escape`)
    return pattern
  }

  #look(name: string): ReturnType<Bindings['get']> {
    const found = this.#bindings.get(name)
    if (found) this.set.add(name)
    else this.unset.add(name)
    return found
  }

  #unsettle(name: string): void {
    this.reason ||= `depends on $${name}, which has no value in this file`
  }
}
