import { CompileError } from './ast.ts'
import { unescaped } from './escapes.ts'
import { MAX_INT, MAX_UINT, Uint } from './values.ts'

export interface Token {
  readonly kind: 'name' | 'literal' | 'sign' | 'end'
  /** The sign or the name. */
  readonly text: string
  readonly value: unknown
  readonly start: number
  readonly end: number
}

// One look at each token, which is what counts: the rules' expressions are read at each start.
const TOKEN =
  /(?:[\t\n\f\r ]+|\/\/[^\n]*)*(?:((?:[bB][rR]?|[rR])?(?:"""|'''|"|'))|([A-Za-z_]\w*)|(\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|0x[0-9A-Fa-f]+[uU]?|\d+[uU]?)|(==|!=|<=|>=|&&|\|\||[<>!?:.,+\-*/%()[\]{}])|$)/y

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (let at = 0; ; ) {
    const token = next(text, at)
    found.push(token)
    if (token.kind === 'end') return found
    at = token.end
  }
}

function next(text: string, from: number): Token {
  TOKEN.lastIndex = from
  const match = TOKEN.exec(text)
  if (!match) throw unexpected(text, from)
  const [whole, opening, name, number, operator] = match
  const end = from + whole.length
  if (name !== undefined) return named(name, end)
  if (operator !== undefined) return sign(operator, end - operator.length)
  if (opening !== undefined) return string(text, end - opening.length, opening)
  if (number !== undefined)
    return { kind: 'literal', text: number, value: worth(number, end - number.length), start: end - number.length, end }
  return { kind: 'end', text: 'end of expression', value: undefined, start: end, end }
}

function unexpected(text: string, from: number): CompileError {
  const at = from + (/^(?:[\t\n\f\r ]+|\/\/[^\n]*)*/.exec(text.slice(from))?.[0].length ?? 0)
  return new CompileError(`unexpected character ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`, at)
}

function sign(text: string, start: number): Token {
  return { kind: 'sign', text, value: undefined, start, end: start + text.length }
}

function named(word: string, end: number): Token {
  const start = end - word.length
  if (word === 'in') return sign(word, start)
  return { kind: WORDS.has(word) ? 'literal' : 'name', text: word, value: WORDS.get(word), start, end }
}

// -9223372036854775808 is a literal, so the parser checks the upper bound again once it knows the sign.
function worth(digits: string, at: number): unknown {
  if (/[uU]$/.test(digits)) {
    const value = BigInt(digits.slice(0, -1))
    if (value > MAX_UINT) throw new CompileError('invalid uint literal', at)
    return new Uint(value)
  }
  if (!digits.startsWith('0x') && /[.eE]/.test(digits)) {
    const value = Number(digits)
    if (!Number.isFinite(value)) throw new CompileError('invalid double literal', at)
    return value
  }
  const value = BigInt(digits)
  if (value > MAX_INT + 1n) throw new CompileError('invalid int literal', at)
  return value
}

function string(text: string, start: number, opening: string): Token {
  // Nearly all: quoted once, with nothing escaped.
  const close = opening.length === 1 ? text.indexOf(opening, start + 1) : -1
  const plain = close < 0 ? undefined : text.slice(start + 1, close)
  if (plain !== undefined && !/[\\\n\r]/.test(plain)) return { kind: 'literal', text: opening, value: plain, start, end: close + 1 }
  const quote = opening.replace(/^[a-zA-Z]+/, '')
  const prefix = opening.slice(0, opening.length - quote.length).toLowerCase()
  const from = start + opening.length
  const to = closing(text, from, quote, prefix.includes('r'))
  if (to === undefined) throw new CompileError('unterminated string', start)
  const raw = quote.length === 3 ? text.slice(from, to).replace(/\r\n?/g, '\n') : text.slice(from, to)
  const bytes = prefix.includes('b')
  const value = prefix.includes('r') ? (bytes ? new TextEncoder().encode(raw) : raw) : unescaped(raw, bytes, from)
  const end = to + quote.length
  return { kind: 'literal', text: text.slice(start, end), value, start, end }
}

function closing(text: string, from: number, quote: string, raw: boolean): number | undefined {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === quote[0] && text.startsWith(quote, at)) return at
    if (character === '\\' && !raw) at++
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return undefined
  }
  return undefined
}
