import { type Origin, Unsettled } from '../../model/origin.ts'
import { isCredentialName } from '../../source/secrets/names.ts'
import { isPlaceholder } from '../../source/secrets/secrets.ts'

const SAID = /#.*\b(?:change|replace)\b.{0,20}\b(?:me|this|these|it|with|by|your)\b/i
const ALONE = /^\s*#/

/**
 * Why a value under a credential's name may be only the sample of one: its text says so, or a comment at it. What is deployed in its stead
 * the files do not tell.
 */
export function sampleAt(name: string, value: string, isFound: boolean, entry: Origin | undefined, place: Origin | undefined) {
  if (!isCredentialName(name)) return undefined
  if (isPlaceholder(value)) return new Unsettled(`depends on whether something replaces the sample value of ${name}`, place)
  if (!isFound || !entry || !place || !isCommented(entry, place)) return undefined
  return new Unsettled(`depends on whether the value of ${name} was changed, as a comment asks`, place)
}

// A comment on a line of the entry, or alone on the line above.
function isCommented(entry: Origin, { source, key, span }: Origin): boolean {
  const first = Math.min(source.place(entry.key).line, source.place(key).line)
  const last = source.place(span).endLine
  const above = source.line(first - 1) ?? ''
  if (ALONE.test(above) && SAID.test(above)) return true
  if (last - first > MOST_LINES) return false
  for (let line = first; line <= last; line++) if (SAID.test(source.line(line) ?? '')) return true
  return false
}

const MOST_LINES = 5
