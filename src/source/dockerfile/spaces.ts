// What Go's unicode.IsSpace takes for a space: JavaScript's \s without the byte-order mark, and U+0085.
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

export function isSpace(character: string): boolean {
  return SPACE.test(character)
}

/** The range of a text's characters between leading and trailing spaces. */
export function trimmed(text: string, from = 0, to = text.length): { from: number; to: number } {
  let start = from
  let end = to
  while (start < end && isSpace(text.charAt(start))) start++
  while (end > start && isSpace(text.charAt(end - 1))) end--
  return { from: start, to: end }
}

/** The blanks between words of an instruction; narrower than `isSpace`. */
function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\v' || character === '\f' || character === '\r'
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** The words between blanks; at most `limit` of them, the last with all the rest. */
export function splitBlanks(text: string, range: Range, limit = Number.POSITIVE_INFINITY): Range[] {
  const words: Range[] = []
  let start = range.from
  let at = range.from
  while (at < range.to && words.length + 1 < limit) {
    if (!isBlank(text.charAt(at))) {
      at++
      continue
    }
    words.push({ from: start, to: at })
    while (at < range.to && isBlank(text.charAt(at))) at++
    start = at
  }
  words.push({ from: start, to: range.to })
  return words
}
