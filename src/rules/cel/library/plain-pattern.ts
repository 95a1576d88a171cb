/**
 * RE2 takes its time to load and to compile a pattern, and nearly every pattern of a rule is a list of words or one character class. Such a
 * pattern means the same to JavaScript, on ASCII text, and cannot backtrack far: nothing that repeats holds a group, so that time
 * is at most quadratic in a short text. Whatever is not surely so is left to RE2.
 */
export function plainPattern(pattern: string): RegExp | undefined {
  const folded = pattern.startsWith('(?i)')
  const source = translated(folded ? pattern.slice(4) : pattern)
  return source === undefined ? undefined : new RegExp(source, folded ? 'i' : '')
}

/** Longest text for which a plain pattern is asked. */
export const SHORT = 512

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
const ASCII = /^[\x00-\x7f]*$/

/** Whether JavaScript reads the text as RE2 does: characters outside ASCII differ in case folding and in length. */
export function isPlain(text: string): boolean {
  return text.length <= SHORT && ASCII.test(text)
}

const CLASS = String.raw`\[\^?(?:[A-Za-z0-9 _./:@#%&=,;<>~"'!\x60+*?$(){}|-]|\\[dwDW.\-/^$\\[\](){}|+*?])+\]`
const SPACES: Readonly<Record<string, string>> = { '.': '[^\\n]', '\\s': '[\\t\\n\\f\\r ]', '\\S': '[^\\t\\n\\f\\r ]' }
const TOKEN = new RegExp(
  String.raw`(?<atom>${CLASS}|\\[dwDWsS.\-/^$\\[\](){}|+*?]|[A-Za-z0-9 _/:@#%&=,;<>~"'!\x60.-])(?<times>[*+?]\??|\{\d{1,3}(?:,\d{0,3})?\})?` +
    String.raw`|(?<mark>\(\?:|\(|\)\??|\||\^|\$|\\b|\\B)`,
  'y',
)

function translated(pattern: string): string | undefined {
  let source = ''
  let loops = 0
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < pattern.length) {
    const groups = TOKEN.exec(pattern)?.groups
    if (!groups) return undefined
    const { atom = '', times = '', mark = '' } = groups
    if (/^[*+]|,\}$/.test(times)) loops++
    source += (SPACES[atom] ?? atom) + times + mark
  }
  // A pattern that is not held to the start of the text is tried at each of its characters.
  const anchored = pattern.startsWith('^') && !pattern.includes('|')
  return loops > (anchored ? 2 : 1) || !closed(pattern) ? undefined : source
}

// JavaScript forgives some of what RE2 refuses; RE2 has the word.
function closed(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
