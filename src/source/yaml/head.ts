import type { Span } from '../../model/position.ts'
import { Cursor, isBlank, LINE, RETURN, SPACE, TAB } from './cursor.ts'
import { MARK } from './template/mask.ts'

/** What a document's top level shows without parsing it. */
export interface Head {
  /** Undefined where there is none, and where a template decides. */
  readonly apiVersion: string | undefined
  readonly kind: string | undefined
  /** The keys of the top level, in the file's order; none for a list. */
  readonly keys: readonly string[]
  /** False where only parsing can tell: the top level has merge keys, aliases, tags or a key twice, or is neither a plain mapping nor a list. */
  readonly sure: boolean
}

/** Reads the head of a document: the lines at the first key's indentation, or the first level of a JSON object. */
export function headOf(text: string, span: Span): Head {
  const cursor = new Cursor(text, span)
  const heading = new Heading()
  const indent = firstIndent(cursor)
  if (cursor.code === 123) heading.sure = json(cursor, heading)
  else if (indent >= 0 && !atDash(cursor)) heading.sure = block(cursor, heading, indent)
  const sure = heading.sure && new Set(heading.keys).size === heading.keys.length
  return { apiVersion: heading.values.get('apiVersion'), kind: heading.values.get('kind'), keys: heading.keys, sure }
}

class Heading {
  readonly keys: string[] = []
  readonly values = new Map<string, string>()
  sure = true
}

/** Moves to the first content; its column, or -1 where there is none. */
function firstIndent(cursor: Cursor): number {
  let start = cursor.at
  while (!cursor.done) {
    const { code } = cursor
    if (code === 35 || (code === 37 && start === cursor.at)) cursor.at = cursor.lineEnd
    else if (!isBlank(code) && code !== 0xfeff) return cursor.at - start
    else {
      cursor.at++
      if (code === LINE) start = cursor.at
    }
  }
  return -1
}

function atDash(cursor: Cursor): boolean {
  return cursor.code === 45 && (cursor.at + 1 >= cursor.end || isBlank(cursor.text.charCodeAt(cursor.at + 1)))
}

function block(cursor: Cursor, heading: Heading, indent: number): boolean {
  while (!cursor.done) {
    if (!entry(cursor, heading) || !nextEntry(cursor, indent)) return false
  }
  return true
}

const PLAIN_KEY = /[\w$./][^\s:#"'{}[\],]*[ \t]*(?=:[ \t\r\n]|:$)/y
const PLAIN_VALUE = /[\w./-]+(?=[ \t]*(?:[\r\n]|$|[ \t]#))/y

/** Moves past the `key: value` here, or to what follows it; false where there is none. */
function entry(cursor: Cursor, heading: Heading): boolean {
  const key = keyAt(cursor)
  if (key === undefined || key === '<<') return false
  cursor.at++
  heading.keys.push(key)
  cursor.skipSpaces()
  return valueAt(cursor, heading, key)
}

function keyAt(cursor: Cursor): string | undefined {
  if (!cursor.atQuote) return cursor.take(PLAIN_KEY)?.trimEnd()
  const key = cursor.quoted()
  cursor.skipBlank()
  return cursor.code === 58 ? key : undefined
}

/** Quoted and flow values may go on at any column of the next lines; all others are indented deeper. */
function valueAt(cursor: Cursor, heading: Heading, key: string): boolean {
  const { code } = cursor
  const quotes = cursor.atQuote
  if (key === 'kind' || key === 'apiVersion') {
    const written = cursor.text.slice(cursor.at, cursor.lineEnd)
    if (written.includes(MARK)) {
      const kind = key === 'kind' ? lastOfBranches(written) : undefined
      if (kind !== undefined) heading.values.set(key, kind)
      return true
    }
    const value = quotes ? cursor.quoted() : cursor.take(PLAIN_VALUE)
    if (value !== undefined) heading.values.set(key, value)
    return value !== undefined
  }
  if (quotes) cursor.quoted()
  else if (code === 123 || code === 91) cursor.skipFlow()
  return true
}

// `kind: {{ if .a }}StatefulSet{{ else }}Deployment{{ end }}`: the last, as where each branch has a line of its own.
function lastOfBranches(written: string): string | undefined {
  const kinds = written.trim().split(MARKS)
  const [before, after] = [kinds.shift(), kinds.pop()]
  return before === '' && after === '' && kinds.length > 1 && kinds.every((kind) => A_KIND.test(kind)) ? kinds.at(-1)?.trim() : undefined
}

const MARKS = new RegExp(`${MARK}+`)
const A_KIND = /^[ \t]*[A-Z][A-Za-z0-9]*[ \t]*$/

/** Moves to the next line with content at column `indent`; false where one stands less deep, which is no YAML. */
function nextEntry(cursor: Cursor, indent: number): boolean {
  for (cursor.at = cursor.lineEnd + 1; !cursor.done; cursor.at = cursor.lineEnd + 1) {
    const start = cursor.at
    // How much deeper a line stands does not matter.
    while (cursor.code === SPACE && cursor.at - start <= indent) cursor.at++
    const { code } = cursor
    const column = cursor.at - start
    if (column > indent || code === LINE || code === RETURN || code === TAB || code === 35 || Number.isNaN(code)) continue
    // A list may stand as deep as its key.
    if (atDash(cursor)) continue
    return column === indent
  }
  return true
}

/** The first level of a JSON object; false for flow mappings that JSON does not know. */
function json(cursor: Cursor, heading: Heading): boolean {
  for (cursor.at++; !cursor.done; cursor.at++) {
    cursor.skipBlank()
    if (cursor.code === 125) return true
    const key = cursor.code === 34 ? keyAt(cursor) : undefined
    if (key === undefined) return false
    cursor.at++
    heading.keys.push(key)
    cursor.skipBlank()
    if (cursor.code !== 34 && (key === 'kind' || key === 'apiVersion')) return false
    if (!valueAt(cursor, heading, key)) return false
    cursor.take(/[\w.+-]+/y)
    cursor.skipBlank()
    if (cursor.code === 125) return true
    if (cursor.code !== 44) return false
  }
  return false
}
