import type { Span } from '../../model/position.ts'
import type { Flaw } from './node.ts'

/** The raw text of one document, without its separator. */
export interface Part extends Span {
  /** What kubectl, but not YAML, refuses about its separator. */
  readonly flaw: Flaw | undefined
}

/**
 * Splits as kubectl does: at lines that begin with `---`, where nothing but a comment may follow; JSON objects one after
 * another are documents too. After `...` kubectl drops what follows; it is kept here, since other tools read it.
 */
export function split(text: string): Part[] {
  const parts: Part[] = []
  let start = markerAt(text, 0) ? 3 : 0
  let flaw = start > 0 ? separatorFlaw(text, 0) : undefined
  for (const at of markers(text)) {
    add(parts, text, start, at, flaw)
    flaw = separatorFlaw(text, at)
    start = at + 3
  }
  add(parts, text, start, text.length, flaw)
  return parts
}

/** The offsets of all marker lines but one at the very start, in order. */
function markers(text: string): number[] {
  const found = [...markersOf(text, '\n---'), ...markersOf(text, '\n...')]
  return found.sort((a, b) => a - b)
}

function markersOf(text: string, mark: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 4)) if (markerAt(text, at + 1)) found.push(at + 1)
  return found
}

function markerAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 45 && code !== 46) return false
  if (text.charCodeAt(at + 1) !== code || text.charCodeAt(at + 2) !== code) return false
  const next = text.charCodeAt(at + 3)
  return Number.isNaN(next) || next === 10 || next === 13 || next === 32 || next === 9
}

function separatorFlaw(text: string, at: number): Flaw | undefined {
  const found = /[^ \t]/g
  found.lastIndex = at + 3
  const start = found.exec(text)?.index ?? text.length
  if (start === text.length || '\r\n#'.includes(text.charAt(start))) return undefined
  const end = text.indexOf('\n', start)
  const message = `only a comment may follow \`${text.slice(at, at + 3)}\`: kubectl refuses the file`
  return { start, end: end < 0 ? text.length : end, message, fatal: false }
}

function add(parts: Part[], text: string, start: number, end: number, flaw: Flaw | undefined): void {
  let from = skipBlank(text, start, end)
  let begin = text.charCodeAt(from - 1) === 0xfeff ? from : start
  let refused = flaw
  while (from < end) {
    const next = isObject(text, from) ? skipBlank(text, objectEnd(text, from, end), end) : end
    const another = next < end && isObject(text, next)
    parts.push({ start: begin, end: another ? next : end, flaw: refused })
    if (!another) return
    from = next
    begin = next
    refused = undefined
  }
}

// `{{` begins no JSON object: a template's expression does.
function isObject(text: string, at: number): boolean {
  return text.charCodeAt(at) === 123 && text.charCodeAt(at + 1) !== 123
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff) break
  }
  return at
}

/** Where the JSON object that begins at `from` ends; `end` where it does not. */
function objectEnd(text: string, from: number, end: number): number {
  let depth = 0
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 123) depth++
    else if (code === 125 && --depth === 0) return at + 1
    else if (code === 34) {
      for (at++; at < end && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++
    }
  }
  return end
}
