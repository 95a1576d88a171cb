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

const NUMBER = /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|0x[0-9A-Fa-f]+[uU]?|\d+[uU]?)/y
const STRING = /(?:[bB][rR]?|[rR])?(?:"""|'''|"|')/y
const PAIRS: ReadonlySet<string> = new Set(['==', '!=', '<=', '>=', '&&', '||'])
const SIGNS = '<>!?:.,+-*/%()[]{}'

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Character by character: the rules' expressions are read at each start. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let at = skip(text, 0)
  while (at < text.length) {
    const token = next(text, at)
    found.push(token)
    at = skip(text, token.end)
  }
  found.push({ kind: 'end', text: 'end of expression', value: undefined, start: at, end: at })
  return found
}

function skip(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 9 || code === 10 || code === 12 || code === 13) at++
    else if (code === 47 && text.charCodeAt(at + 1) === 47) at = lineEnd(text, at)
    else return at
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function next(text: string, at: number): Token {
  const code = text.charCodeAt(at)
  if (isLetter(code)) return (isPrefix(code) ? string(text, at) : undefined) ?? name(text, at)
  if (code === 34 || code === 39) return string(text, at) as Token
  if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) return number(text, at)
  const pair = text.slice(at, at + 2)
  if (PAIRS.has(pair)) return sign(pair, at)
  const single = text[at] ?? ''
  if (SIGNS.includes(single)) return sign(single, at)
  throw new CompileError(`unexpected character ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`, at)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
}

// b, B, r, R: a string may follow.
function isPrefix(code: number): boolean {
  return code === 98 || code === 66 || code === 114 || code === 82
}

function sign(text: string, start: number): Token {
  return { kind: 'sign', text, value: undefined, start, end: start + text.length }
}

function name(text: string, start: number): Token {
  let end = start + 1
  for (let code = text.charCodeAt(end); isLetter(code) || isDigit(code); code = text.charCodeAt(end)) end++
  const word = text.slice(start, end)
  if (word === 'in') return sign(word, start)
  return { kind: WORDS.has(word) ? 'literal' : 'name', text: word, value: WORDS.get(word), start, end }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function number(text: string, start: number): Token {
  const digits = match(NUMBER, text, start) ?? ''
  return { kind: 'literal', text: digits, value: worth(digits, start), start, end: start + digits.length }
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

function string(text: string, start: number): Token | undefined {
  const opening = match(STRING, text, start)
  if (opening === undefined) return undefined
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
