import { Scalar } from '../node.ts'
import { giveUp, type Input } from './input.ts'

/** The block scalar (`|`, `>`) at `input.pos`, whose parent stands at column `parent`. Moves to the line after it. */
export function literal(input: Input, parent: number): Scalar {
  // A document that is nothing but a text may have it at column 1: no manifest.
  if (parent < 0) giveUp()
  const start = input.pos
  const { fold, chomp, indent: explicit } = header(input, parent)
  const first = input.pos
  const indent = explicit || detect(input, first, parent)
  const lines: string[] = []
  let end = start + 1
  let at = first
  while (at < input.end) {
    const eol = lineEnd(input, at)
    const content = contentStart(input, at, eol, indent)
    if (content < 0) break
    lines.push(input.text.slice(content, contentEnd(input, content, eol)))
    end = blankTrimmed(input, content, eol, end)
    at = eol + 1
  }
  input.pos = Math.min(at, input.end)
  input.lineStart = input.pos
  if (end === start + 1) {
    // Nothing but blanks: how many of them stay is for the slow parser.
    if (lines.some((line) => line !== '')) giveUp()
    end = headerEnd(input, start)
  }
  return new Scalar(start, end, assemble(lines, fold, chomp), false)
}

function header(input: Input, parent: number): { fold: boolean; chomp: number; indent: number } {
  const fold = input.text.charCodeAt(input.pos) === 62
  let chomp = 0
  let indent = 0
  for (input.pos++; ; input.pos++) {
    const code = input.code(input.pos)
    if ((code === 43 || code === 45) && chomp === 0) chomp = code
    else if (code >= 49 && code <= 57 && indent === 0) indent = Math.max(parent, 0) + code - 48
    else break
  }
  const eol = lineEnd(input, input.pos)
  if (!REST.test(input.text.slice(input.pos, eol))) giveUp()
  input.pos = Math.min(eol + 1, input.end)
  return { fold, chomp, indent }
}

const REST = /^[ \t\r]*$|^[ \t]+#/

function headerEnd(input: Input, start: number): number {
  let end = start + 1
  for (let code = input.code(end); code === 43 || code === 45 || (code >= 49 && code <= 57); code = input.code(end)) end++
  return end
}

function lineEnd(input: Input, at: number): number {
  const eol = input.text.indexOf('\n', at)
  return eol < 0 || eol >= input.end ? input.end : eol
}

function contentEnd(input: Input, from: number, eol: number): number {
  return eol > from && input.text.charCodeAt(eol - 1) === 13 ? eol - 1 : eol
}

/** The first line with content decides; blank lines before it may not be longer. */
function detect(input: Input, from: number, parent: number): number {
  let longest = 0
  for (let at = from; at < input.end; ) {
    const eol = lineEnd(input, at)
    const stop = contentEnd(input, at, eol)
    let indent = 0
    while (at + indent < stop && input.text.charCodeAt(at + indent) === 32) indent++
    if (at + indent < stop) {
      if (input.text.charCodeAt(at + indent) === 9) giveUp()
      if (indent <= parent) return Math.max(parent, 0) + 1
      return longest > indent ? giveUp() : Math.max(indent, 1)
    }
    longest = Math.max(longest, indent)
    at = eol + 1
  }
  // Nothing but blank lines: how many spaces they keep is for the slow parser.
  return longest > Math.max(parent, 0) ? giveUp() : Math.max(parent, 0) + 1
}

/** Where a line's content starts without the indentation; -1 where the scalar ended before. */
function contentStart(input: Input, at: number, eol: number, indent: number): number {
  const stop = contentEnd(input, at, eol)
  let spaces = 0
  while (spaces < indent && at + spaces < stop && input.text.charCodeAt(at + spaces) === 32) spaces++
  if (spaces === indent) return at + spaces
  if (at + spaces === stop) return stop
  if (input.text.charCodeAt(at + spaces) === 9) giveUp()
  return -1
}

function blankTrimmed(input: Input, from: number, eol: number, otherwise: number): number {
  let end = eol
  while (end > from && isSpace(input.text.charCodeAt(end - 1))) end--
  return end > from ? end : otherwise
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}

// The last line counts as ended by a line break even where the file ends: kubectl's reader adds it.
function assemble(lines: string[], fold: boolean, chomp: number): string {
  let last = lines.length
  while (last > 0 && lines[last - 1] === '') last--
  const trailing = lines.length - last
  const content = lines.slice(0, last)
  const text = fold ? foldLines(content) : content.join('\n')
  if (chomp === 45) return text
  if (chomp === 43) return text + '\n'.repeat(last === 0 ? trailing : trailing + 1)
  return last > 0 ? `${text}\n` : text
}

// A line that begins with a blank keeps the line breaks around it.
function foldLines(lines: readonly string[]): string {
  let text = ''
  let breaks = 0
  let before: string | undefined
  for (const line of lines) {
    if (line === '') {
      breaks++
      continue
    }
    const kept = before === undefined || startsBlank(before) || startsBlank(line)
    if (before === undefined) text += '\n'.repeat(breaks)
    else if (kept) text += '\n'.repeat(breaks + 1)
    else text += breaks === 0 ? ' ' : '\n'.repeat(breaks)
    text += line
    before = line
    breaks = 0
  }
  return text
}

function startsBlank(line: string): boolean {
  const code = line.charCodeAt(0)
  return code === 32 || code === 9
}
