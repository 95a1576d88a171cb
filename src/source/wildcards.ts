// Patterns come from the repository that is judged: every matcher here takes a time that is bounded by its pattern times its text.

/** A path may be longer than the pattern, unless `flat`; a `folder` has to be longer. */
export function matchParts(
  pattern: readonly string[],
  path: readonly string[],
  { folder, flat }: { folder: boolean; flat: boolean },
): boolean {
  // Positions in the pattern that the path so far may have reached: bounded by the pattern, whatever the path.
  let reached = new Set([0])
  for (let at = 0; at <= path.length; at++) {
    for (const index of reached) if (pattern[index] === '**') reached.add(index + 1)
    const done = reached.has(pattern.length)
    if (done && (flat ? at === path.length : !folder || at < path.length)) return true
    const part = path[at]
    if (part === undefined || reached.size === 0) return false
    const next = new Set<number>()
    for (const index of reached) {
      const wanted = pattern[index]
      if (wanted === '**') next.add(index)
      else if (wanted !== undefined && matchName(wanted, part)) next.add(index + 1)
    }
    reached = next
  }
  return false
}

/** `*`, `?` and `\` within one name: goes back to the last star alone, so at most its length times the name's. */
export function matchName(pattern: string, name: string): boolean {
  let at = 0
  let from = 0
  let star = -1
  let taken = 0
  while (from < name.length) {
    const escaped = pattern[at] === '\\'
    const wanted = escaped ? pattern[at + 1] : pattern[at]
    if (!escaped && wanted === '*') {
      star = at++
      taken = from
    } else if (wanted !== undefined && (wanted === name[from] || (!escaped && wanted === '?'))) {
      at += escaped ? 2 : 1
      from++
    } else if (star >= 0) {
      at = star + 1
      from = ++taken
    } else return false
  }
  while (pattern[at] === '*') at++
  return at >= pattern.length
}

/** Only `*` is special, and stands for anything, a slash too. */
export function starred(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return (text) => text === pattern
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
    const end = text.length - last.length
    let from = first.length
    for (const piece of rest) {
      const at = text.indexOf(piece, from)
      if (at < 0 || at + piece.length > end) return false
      from = at + piece.length
    }
    return true
  }
}
