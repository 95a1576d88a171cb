import { detectSecret, looksRandom } from './secrets.ts'
import { findToken } from './tokens.ts'

/** A text for people without tokens of known formats: their masks stand in their place. */
export function hideTokens(text: string): string {
  let hidden = ''
  let from = 0
  for (let token = findToken(text); token; token = findToken(text, from)) {
    hidden += text.slice(from, token.start) + token.masked
    from = token.end
  }
  return hidden + text.slice(from)
}

const LONGEST = 4096
const ASSIGNED = /([\w.-]{1,80})["']?\s{0,8}[=:]\s{0,8}(?:"([^"]{1,500})"|'([^']{1,500})'|([^\s,;}\]"']{1,500}))/dg
// `ENV NAME value`, `--password value`.
const SPACED = /(?:^\s{0,40}(?:ENV|ARG)\s+|(?<=\s)--?)([\w.-]{1,80})\s+["']?([^\s"',;}\]]{1,500})/dgi
const USER = /(?<=\s)(?:-u|--user|--proxy-user)[\s=]{1,8}["']?[^\s:"']{1,100}:([^\s"']{1,200})/dg
const NAMED = /\bname["']?\s{0,8}:\s{0,8}["']?([\w.-]{1,80})/
const VALUE = /^value$/
const CHUNK = /[A-Za-z0-9+/_-]{24,}={0,2}/dg

/**
 * A line of a scanned file to be shown, with `*` for each character of what looks like a credential, so that columns hold. `before` is
 * the line above, which names what a `value:` is the value of.
 */
export function hideSecrets(line: string, before = ''): string {
  const text = line.slice(0, LONGEST)
  const spans: (readonly [number, number])[] = []
  for (let token = findToken(text); token; token = findToken(text, token.end)) spans.push([token.start, token.end])
  const named = NAMED.exec(text)?.[1] ?? NAMED.exec(before)?.[1] ?? ''
  for (const { groups, spans: places } of matches(text, ASSIGNED)) {
    const name = VALUE.test(groups[0] ?? '') ? named : (groups[0] ?? '').replace(/^-+/, '')
    const at = [1, 2, 3].find((index) => groups[index] !== undefined) ?? 3
    if (detectSecret(name, groups[at] ?? '')) spans.push(...(places[at] ? [places[at]] : []))
  }
  for (const { groups, spans: places } of matches(text, SPACED))
    if (detectSecret(groups[0] ?? '', groups[1] ?? '') && places[1]) spans.push(places[1])
  for (const { spans: places } of matches(text, USER)) if (places[0]) spans.push(places[0])
  for (const match of text.matchAll(CHUNK)) if (looksRandom(match[0])) spans.push([match.index, match.index + match[0].length])
  return spans.reduce((hidden, [start, end]) => hidden.slice(0, start) + '*'.repeat(end - start) + hidden.slice(end), text)
}

interface Match {
  readonly groups: readonly (string | undefined)[]
  readonly spans: readonly ([number, number] | undefined)[]
}

function* matches(text: string, pattern: RegExp): Generator<Match> {
  for (const match of text.matchAll(pattern)) yield { groups: match.slice(1), spans: (match.indices ?? []).slice(1) }
}
