import { lastAt } from './script.ts'

/** What a Jenkinsfile is made of, as far as finding its steps needs: words, strings, punctuation and line ends. Comments are nothing. */
export interface Token {
  readonly kind: 'word' | 'string' | 'mark' | 'line'
  /** A string's content with its escapes as they are meant. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The offset in the file of a character of the text. */
  at(offset: number): number
  /** Whether `${…}` in it is Groovy's. */
  readonly expands: boolean
}

const TOKEN =
  /(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('''[\s\S]*?(?:'''|$)|"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?)|([A-Za-z_]\w*)|(\n)|([^\s\w])/g
const MOST = 200_000

export function groovyTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [whole, comment, string, word, line] = match
    if (comment !== undefined) continue
    if (tokens.length >= MOST) break
    if (string !== undefined) tokens.push(stringToken(string, match.index))
    else tokens.push(plainToken(word !== undefined ? 'word' : line !== undefined ? 'line' : 'mark', whole, match.index))
  }
  return tokens
}

function plainToken(kind: Token['kind'], text: string, start: number): Token {
  return { kind, text, start, end: start + text.length, at: (offset) => start + offset, expands: false }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' }

function stringToken(written: string, start: number): Token {
  const quote = /^(?:'''|"""|'|")/.exec(written)?.[0] ?? ''
  const closed = written.length >= 2 * quote.length && written.endsWith(quote)
  const content = written.slice(quote.length, closed ? -quote.length : undefined)
  const places: { readonly from: number; readonly at: number }[] = [{ from: 0, at: start + quote.length }]
  let text = ''
  let from = 0
  for (const { 0: sequence, index } of content.matchAll(/\\[\s\S]/g)) {
    text += content.slice(from, index)
    const character = sequence[1] ?? ''
    text += ESCAPES[character] ?? character
    from = index + sequence.length
    places.push({ from: text.length, at: start + quote.length + from })
  }
  text += content.slice(from)
  const at = (offset: number) => {
    const place = lastAt(places, offset)
    return place ? place.at + (offset - place.from) : start
  }
  return { kind: 'string', text, start, end: start + written.length, at, expands: quote.startsWith('"') }
}
