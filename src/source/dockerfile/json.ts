import type { DockerWord, Joined } from '../../model/dockerfile.ts'
import { isSpace, type Range } from './spaces.ts'

/** The strings of a JSON list; `mixed` where it holds something else than strings; undefined where it is no JSON list. */
export function readJsonList(joined: Joined, range: Range): DockerWord[] | 'mixed' | undefined {
  let from = range.from
  while (from < range.to && isSpace(joined.text.charAt(from))) from++
  if (joined.text.charAt(from) !== '[') return undefined
  const text = joined.text.slice(from, range.to)
  const list = parse(text)
  if (!list) return undefined
  if (!list.every((item) => typeof item === 'string')) return 'mixed'
  const places = stringsOf(text)
  return list.map((item, index) => {
    const place = places[index] ?? { from: 0, to: text.length }
    return { text: item, span: joined.span(from + place.from, from + place.to) }
  })
}

function parse(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

// Where the strings of a list that JSON.parse took stand, quotes included.
function stringsOf(text: string): Range[] {
  const found: Range[] = []
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) !== '"') continue
    const from = at
    for (at++; text.charAt(at) !== '"'; at++) if (text.charAt(at) === '\\') at++
    found.push({ from, to: at + 1 })
  }
  return found
}
