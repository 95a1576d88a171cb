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

const SPACE = /[\t\n\f\r ]+|\/\/[^\n]*/y
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y
const NUMBER = /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|0x[0-9A-Fa-f]+[uU]?|\d+[uU]?)/y
const SIGN = /==|!=|<=|>=|&&|\|\||[<>!?:.,+\-*/%()[\]{}]/y
const STRING = /(?:[bB][rR]?|[rR])?(?:"""|'''|"|')/y

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

export function tokens(text: string): Token[] {
  const found: Token[] = []
  let at = 0
  for (;;) {
    at = skip(text, at)
    if (at >= text.length) return [...found, { kind: 'end', text: 'end of expression', value: undefined, start: at, end: at }]
    const token = string(text, at) ?? name(text, at) ?? number(text, at) ?? sign(text, at)
    if (!token) throw new CompileError(`unexpected character ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`, at)
    found.push(token)
    at = token.end
  }
}

function skip(text: string, at: number): number {
  let next = at
  for (let space = match(SPACE, text, next); space; space = match(SPACE, text, next)) next += space.length
  return next
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function name(text: string, at: number): Token | undefined {
  const word = match(NAME, text, at)
  if (word === undefined) return undefined
  if (word === 'in') return { kind: 'sign', text: word, value: undefined, start: at, end: at + 2 }
  return { kind: WORDS.has(word) ? 'literal' : 'name', text: word, value: WORDS.get(word), start: at, end: at + word.length }
}

function number(text: string, at: number): Token | undefined {
  const digits = match(NUMBER, text, at)
  return digits === undefined ? undefined : { kind: 'literal', text: digits, value: worth(digits, at), start: at, end: at + digits.length }
}

// -9223372036854775808 is a literal, so the parser checks the upper bound again once it knows the sign.
function worth(digits: string, at: number): unknown {
  const hexadecimal = digits.startsWith('0x')
  if (/[uU]$/.test(digits)) {
    const value = BigInt(digits.slice(0, -1))
    if (value > MAX_UINT) throw new CompileError('invalid uint literal', at)
    return new Uint(value)
  }
  if (!hexadecimal && /[.eE]/.test(digits)) {
    const value = Number(digits)
    if (!Number.isFinite(value)) throw new CompileError('invalid double literal', at)
    return value
  }
  const value = BigInt(digits)
  if (value > MAX_INT + 1n) throw new CompileError('invalid int literal', at)
  return value
}

function sign(text: string, at: number): Token | undefined {
  const found = match(SIGN, text, at)
  return found === undefined ? undefined : { kind: 'sign', text: found, value: undefined, start: at, end: at + found.length }
}

function string(text: string, at: number): Token | undefined {
  const opening = match(STRING, text, at)
  if (opening === undefined) return undefined
  const quote = opening.replace(/^[a-zA-Z]+/, '')
  const prefix = opening.slice(0, opening.length - quote.length).toLowerCase()
  const from = at + opening.length
  const to = closing(text, from, quote, prefix.includes('r'))
  if (to === undefined) throw new CompileError('unterminated string', at)
  const raw = quote.length === 3 ? text.slice(from, to).replace(/\r\n?/g, '\n') : text.slice(from, to)
  const bytes = prefix.includes('b')
  const value = prefix.includes('r') ? (bytes ? new TextEncoder().encode(raw) : raw) : unescaped(raw, bytes, from)
  return { kind: 'literal', text: text.slice(at, to + quote.length), value, start: at, end: to + quote.length }
}

function closing(text: string, from: number, quote: string, raw: boolean): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(quote, at)) return at
    const character = text[at]
    if (character === '\\' && !raw) at++
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return undefined
  }
  return undefined
}
