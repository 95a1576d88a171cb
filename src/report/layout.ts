/** Characters that take two columns: East Asian wide ones and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NARROW = /^[\x20-\x7e]*$/

function characterWidth(character: string): number {
  // Latin letters, dashes, dots, arrows and lines, without the classes, which take long to compile.
  if (/[\x20-\u02ff\u2010-\u2027\u2190-\u2bff]/.test(character)) return 1
  if (/\p{M}/u.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** Columns that a terminal needs; the text holds no control characters. */
export function columns(text: string): number {
  if (NARROW.test(text)) return text.length
  let sum = 0
  for (const character of text) sum += characterWidth(character)
  return sum
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columns(text))) + text
}

/** The text cut to a width, with … where something is missing. */
export function crop(text: string, width: number): string {
  if (columns(text) <= width) return text
  let kept = ''
  let used = 0
  for (const character of text) {
    used += characterWidth(character)
    if (used > width - 1) break
    kept += character
  }
  return `${kept}…`
}

/** The text's end, with … where something is missing in front. */
export function cropStart(text: string, width: number): string {
  if (columns(text) <= width) return text
  let kept = ''
  let used = 0
  for (const character of [...text].reverse()) {
    used += characterWidth(character)
    if (used > width - 1) break
    kept = character + kept
  }
  return `…${kept}`
}

/** A path cut in its middle: both its beginning and its file name tell something. */
export function cropPath(path: string, width: number): string {
  if (columns(path) <= width) return path
  const head = Math.floor(width * 0.3)
  return crop(path, head) + cropStart(path, width - head + 1).slice(1)
}

/** Lines of at most `width` columns, broken between words; a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).filter(Boolean)) {
    if (line !== '' && columns(line) + 1 + columns(word) <= width) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = broken(word, width)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  if (line !== '') lines.push(line)
  return lines
}

function broken(word: string, width: number): string[] {
  if (columns(word) <= width) return [word]
  const pieces = ['']
  for (const character of word) {
    const last = pieces.length - 1
    if (columns(pieces[last] ?? '') + characterWidth(character) > width) pieces.push(character)
    else pieces[last] += character
  }
  return pieces
}
