/** A pattern for JavaScript, with the longest text that it may be asked of. */
export interface PlainPattern {
  readonly pattern: RegExp
  readonly longest: number
}

/**
 * RE2 takes its time to load and to compile a pattern, and nearly every pattern of a rule is a list of words or a few character classes. Such
 * a pattern means the same to JavaScript, on ASCII text, and its time has a bound: nothing that repeats holds a group, so each loop
 * multiplies it by the length of the text at most. Whatever is not surely so is left to RE2.
 */
export function plainPattern(pattern: string): PlainPattern | undefined {
  const folded = pattern.startsWith('(?i)')
  const read = translated(folded ? pattern.slice(4) : pattern)
  if (read === undefined) return undefined
  return { pattern: new RegExp(read.source, folded ? 'i' : ''), longest: Math.floor(MOST_STEPS ** (1 / Math.max(1, read.degree))) }
}

/** Whether JavaScript reads the text as RE2 does: characters outside ASCII differ in case folding and in length. */
export function matchesPlainly({ pattern, longest }: PlainPattern, text: string): boolean | undefined {
  return text.length <= longest && ASCII.test(text) ? pattern.test(text) : undefined
}

// About ten milliseconds.
const MOST_STEPS = 1 << 20

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
const ASCII = /^[\x00-\x7f]*$/

const CLASS = String.raw`\[\^?(?:[A-Za-z0-9 _./:@#%&=,;<>~"'!\x60+*?$(){}|-]|\\[dwDW.\-/^$\\[\](){}|+*?])+\]`
const SPACES: Readonly<Record<string, string>> = { '.': '[^\\n]', '\\s': '[\\t\\n\\f\\r ]', '\\S': '[^\\t\\n\\f\\r ]' }
// Words are read whole: but for the last character of one that something repeats.
const TOKEN = new RegExp(
  String.raw`(?<word>[A-Za-z0-9 _/:@#%&=,;<>~"'!-]{2,1000}(?![*+?{]))|(?<atom>${CLASS}|\\[dwDWsS.\-/^$\\[\](){}|+*?]|[A-Za-z0-9 _/:@#%&=,;<>~"'!\x60.-])(?<times>[*+?]\??|\{\d{1,3}(?:,\d{0,3})?\})?` +
    String.raw`|(?<mark>\(\?:|\(|\)\??|\||\^|\$|\\b|\\B)`,
  'y',
)

/** `degree`: the time is bounded by the length of the text to this power. */
function translated(pattern: string): { readonly source: string; readonly degree: number } | undefined {
  const loops = new Loops()
  let source = ''
  // What is not held to the start of the text is tried at each of its characters.
  let anchored = pattern.startsWith('^')
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < pattern.length) {
    const groups = TOKEN.exec(pattern)?.groups
    if (!groups) return undefined
    const { word = '', atom = '', times = '', mark = '' } = groups
    if (mark === '|' && loops.depth === 0) anchored &&= pattern[TOKEN.lastIndex] === '^'
    if (mark) loops.mark(mark)
    else if (/^[*+]|,\}$/.test(times)) loops.add(1)
    source += word + (SPACES[atom] ?? atom) + times + mark
  }
  return closed(pattern) ? { source, degree: loops.most + (anchored ? 0 : 1) } : undefined
}

/** The loops on the way through a pattern that has most of them: alternatives are tried one after the other. */
class Loops {
  readonly #groups = [{ sum: 0, most: 0 }]

  get depth(): number {
    return this.#groups.length - 1
  }

  get most(): number {
    return this.#groups.reduce((sum, group) => sum + Math.max(group.sum, group.most), 0)
  }

  add(loops: number): void {
    const group = this.#groups.at(-1)
    if (group) group.sum += loops
  }

  mark(mark: string): void {
    if (mark.startsWith('(')) this.#groups.push({ sum: 0, most: 0 })
    const group = this.#groups.at(-1)
    if (!group) return
    if (mark === '|') Object.assign(group, { sum: 0, most: Math.max(group.sum, group.most) })
    else if (mark.startsWith(')') && this.#groups.length > 1) {
      this.#groups.pop()
      this.add(Math.max(group.sum, group.most))
    }
  }
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
