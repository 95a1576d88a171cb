/** A shell pattern: characters, `?` for any one, `*` for any number. */
export type Pattern = readonly (string | typeof ANY | typeof STAR)[]

const ANY = Symbol('any')
const STAR = Symbol('star')

// Steps of a match; beyond it a value stays as it is. No value of a real file comes near.
const MOST = 4_000_000

/** Undefined where it escapes something else than `*`, `?` and `\`; `}` and `/` are escaped for the substitution around them. */
export function readPattern(text: string): Pattern | undefined {
  const pattern: (string | typeof ANY | typeof STAR)[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '*') pattern.push(STAR)
    else if (character === '?') pattern.push(ANY)
    else if (character !== '\\') pattern.push(character)
    else if (/[}/]/.test(text.charAt(at + 1))) continue
    else if (/[*?\\]/.test(text.charAt(at + 1))) pattern.push(text.charAt(++at))
    else return undefined
  }
  return pattern
}

export function matchPrefix(value: string, pattern: Pattern, longest: boolean): string {
  const end = matchAt(value, 0, pattern, longest)
  return end === undefined ? value : value.slice(end)
}

export function matchSuffix(value: string, pattern: Pattern, longest: boolean): string {
  const reversed = reverse(value)
  return reverse(matchPrefix(reversed, [...pattern].reverse(), longest))
}

/** Replaces the first match, or all of them, each as long as it can be. */
export function replaceFirst(value: string, pattern: Pattern, replacement: string, all: boolean): string {
  if (value.length * value.length * pattern.length > MOST) return value
  let out = ''
  let from = 0
  for (let at = 0; at <= value.length; ) {
    const end = matchAt(value, at, pattern, true)
    if (end === undefined) {
      at++
      continue
    }
    out += value.slice(from, at) + replacement
    from = end
    if (!all) break
    if (end === at) out += value.slice(at, at + 1)
    at = Math.max(end, at + 1)
    from = at
  }
  return out + value.slice(from)
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

// Which ends of the value the pattern reaches, token by token: linear in their product, whatever the stars.
function matchAt(value: string, start: number, pattern: Pattern, longest: boolean): number | undefined {
  if ((value.length - start) * pattern.length > MOST) return undefined
  let ends = new Set([start])
  for (const token of pattern) {
    const next = new Set<number>()
    if (token === STAR) {
      const least = Math.min(...ends)
      for (let end = least; end <= value.length; end++) next.add(end)
    } else {
      for (const end of ends) if (end < value.length && (token === ANY || value.charAt(end) === token)) next.add(end + 1)
    }
    if (!next.size) return undefined
    ends = next
  }
  const sorted = [...ends].sort((a, b) => a - b)
  return longest ? sorted.at(-1) : sorted[0]
}
