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
const SHORT = 512

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
  let depth = 0
  // Of each alternative at the top, since only one after the other is tried.
  let loops = 0
  let anchored = pattern.startsWith('^')
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < pattern.length) {
    const groups = TOKEN.exec(pattern)?.groups
    if (!groups) return undefined
    const { atom = '', times = '', mark = '' } = groups
    if (mark.startsWith('(')) depth++
    else if (mark.startsWith(')')) depth--
    else if (mark === '|' && depth === 0) {
      loops = 0
      anchored = pattern[TOKEN.lastIndex] === '^'
    }
    // A pattern that is not held to the start of the text is tried at each of its characters.
    if (/^[*+]|,\}$/.test(times) && ++loops > (anchored ? 2 : 1)) return undefined
    source += (SPACES[atom] ?? atom) + times + mark
  }
  return closed(pattern) ? source : undefined
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
