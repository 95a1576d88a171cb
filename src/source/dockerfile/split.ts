import type { DockerWord, Joined } from '../../model/dockerfile.ts'
import { isSpace, type Range, splitBlanks, trimmed } from './spaces.ts'

export interface Head {
  readonly keyword: Range
  readonly flags: readonly DockerWord[]
  /** Its arguments, without spaces around. */
  readonly rest: Range
}

/** The keyword of an instruction, its `--flags`, and where its arguments are. */
export function splitHead(joined: Joined, range: Range, token: string): Head {
  const { text } = joined
  const inner = trimmed(text, range.from, range.to)
  const [keyword = inner, rest] = splitBlanks(text, inner, 2)
  if (!rest) return { keyword, flags: [], rest: { from: inner.to, to: inner.to } }
  const { flags, at } = readFlags(joined, rest, token)
  return { keyword, flags, rest: trimmed(text, at, rest.to) }
}

// Flags are words that begin with `--`; the first that does not, or a lone `--`, ends them.
function readFlags(joined: Joined, range: Range, token: string): { flags: DockerWord[]; at: number } {
  const { text } = joined
  const flags: DockerWord[] = []
  let at = range.from
  for (;;) {
    while (at < range.to && isSpace(text.charAt(at))) at++
    if (at + 1 >= range.to || text.charAt(at) !== '-' || text.charAt(at + 1) !== '-') return { flags, at }
    const from = at
    const word = readFlag(text, at, range.to, token)
    at = word.at
    if (word.text === '--') return { flags, at }
    flags.push({ text: word.text, span: joined.span(from, at) })
  }
}

function readFlag(text: string, from: number, to: number, token: string): { text: string; at: number } {
  let value = ''
  let quote = ''
  let at = from
  for (; at < to; at++) {
    const character = text.charAt(at)
    if (!quote && isSpace(character)) break
    if (quote ? character === quote : character === "'" || character === '"') quote = quote ? '' : character
    else if (character !== token) value += character
    else if (at + 1 < to) value += text.charAt(++at)
    else quote = ''
  }
  return { text: value, at }
}

/** Words as ENV, LABEL and ARG have them: quotes and escapes keep spaces inside, and stay in the text. */
export function splitQuoted(joined: Joined, range: Range, token: string): DockerWord[] {
  const words: DockerWord[] = []
  let at = range.from
  for (;;) {
    while (at < range.to && isSpace(joined.text.charAt(at))) at++
    if (at >= range.to) return words
    const from = at
    const word = readQuoted(joined.text, at, range.to, token)
    at = word.at
    if (word.kept) words.push({ text: word.text, span: joined.span(from, at) })
  }
}

function readQuoted(text: string, from: number, to: number, token: string): { text: string; at: number; kept: boolean } {
  let value = ''
  let quote = ''
  let quoted = false
  let at = from
  for (; at < to; at++) {
    const character = text.charAt(at)
    if (!quote && isSpace(character)) break
    if (!quote && (character === "'" || character === '"')) {
      quote = character
      quoted = true
    } else if (quote && character === quote) quote = ''
    else if (character === token && quote !== "'") {
      if (at + 1 >= to) continue
      value += character
      at++
    }
    value += text.charAt(at)
  }
  return { text: value, at, kept: quoted || value !== '' }
}

/** Words between blanks, as they stand. */
export function splitPlain(joined: Joined, range: Range): DockerWord[] {
  if (range.from === range.to) return []
  return splitBlanks(joined.text, range).map((word) => wordAt(joined, word))
}

export function wordAt(joined: Joined, range: Range): DockerWord {
  return { text: joined.text.slice(range.from, range.to), span: joined.span(range.from, range.to) }
}
