import { Scalar } from '../node.ts'
import { giveUp, type Input, isBlank } from './input.ts'

/** The single- or double-quoted scalar at `input.pos`, over several lines too. Moves past it. */
export function quoted(input: Input): Scalar {
  const quote = input.text.charCodeAt(input.pos)
  const start = input.pos
  const close = closing(input, quote, start + 1)
  const raw = input.text.slice(start + 1, close)
  input.pos = close + 1
  return new Scalar(start, close + 1, resolved(input, raw, quote, start + 1), false)
}

function closing(input: Input, quote: number, from: number): number {
  const { text, end } = input
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 92 && quote === 34) at++
    else if (code === quote) {
      if (quote === 34 || input.code(at + 1) !== 39) return at
      at++
    }
  }
  giveUp()
}

function resolved(input: Input, raw: string, quote: number, offset: number): string {
  const lines = raw.includes('\n')
  if (lines) input.lineStart = offset + raw.lastIndexOf('\n') + 1
  if (quote === 39) {
    const text = raw.includes("''") ? raw.replaceAll("''", "'") : raw
    return lines ? folded(text) : text
  }
  if (!raw.includes('\\')) return lines ? folded(raw) : raw
  const text = lines ? folded(joined(raw)) : raw
  return text.replace(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^xuU]|$)|\\/g, escaped)
}

// A backslash at a line's end takes the line break and the next line's indentation away.
function joined(raw: string): string {
  if (/\\[ \t]+\r?\n|\\\r?\n[ \t]*\r?\n/.test(raw)) giveUp()
  return raw.replace(/\\(?:\r?\n[ \t]*|[\s\S])/g, (sequence) => (/^\\\r?\n/.test(sequence) ? '' : sequence))
}

function escaped(sequence: string): string {
  if (sequence.length < 3) return ESCAPES.get(sequence.charAt(1)) ?? giveUp()
  const code = Number.parseInt(sequence.slice(2), 16)
  return code > 0x10ffff ? giveUp() : String.fromCodePoint(code)
}

const ESCAPES = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])

/** Line folding of quoted and plain scalars: a line break is a space, n blank lines are n line breaks. */
export function folded(raw: string): string {
  const lines = raw.split('\n')
  let text = trimEnd(lines[0] as string)
  let breaks = 0
  for (let index = 1; index < lines.length; index++) {
    const last = index === lines.length - 1
    const line = last ? trimStart(lines[index] as string) : trimEnd(trimStart(lines[index] as string))
    breaks++
    if (line === '' && !last) continue
    text += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
    text += line
    breaks = 0
  }
  return text
}

function trimEnd(line: string): string {
  let end = line.length
  while (end > 0 && isBlank(line.charCodeAt(end - 1))) end--
  return line.slice(0, end)
}

function trimStart(line: string): string {
  let start = 0
  while (start < line.length && isBlank(line.charCodeAt(start))) start++
  return line.slice(start)
}
