/** A pattern for JavaScript, with the longest text that it may be asked of. */
export interface PlainPattern {
  readonly pattern: RegExp
  readonly longest: number
  /** It may take characters outside ASCII, which the two read in different ways: in case folding and in length. */
  readonly wide: boolean
}

/**
 * RE2 takes its time to load and to compile a pattern, and nearly every pattern of a rule is a list of words or a few character classes. Such
 * a pattern means the same to JavaScript, on ASCII text, and its time has a bound: nothing that repeats holds a group, so each loop
 * multiplies it by the length of the text at most, and what is optional, counted or one of several by the ways that it has. Whatever is
 * not surely so is left to RE2.
 */
export function plainPattern(pattern: string): PlainPattern | undefined {
  const read = translated(pattern)
  if (read === undefined || read.repeats) return undefined
  const { source, folded, wide, degree, ways } = read
  const longest = Math.floor(Math.min(MOST_STEPS, MOST_IN_ALL / ways) ** (1 / Math.max(1, degree)))
  return { pattern: new RegExp(source, folded ? 'i' : ''), longest, wide }
}

/** Whether RE2 surely takes a pattern: it has nothing but what means the same to JavaScript, whatever time that would take. */
export function isSurelyPattern(pattern: string): boolean {
  return translated(pattern) !== undefined
}

/** Whether JavaScript reads the text as RE2 does. */
export function isPlain({ longest, wide }: PlainPattern, text: string): boolean {
  return text.length <= longest && (!wide || ASCII.test(text))
}

// About ten milliseconds.
const MOST_STEPS = 1 << 20
// Not all ways through a pattern are open to one text.
const MOST_IN_ALL = MOST_STEPS * 64

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
const ASCII = /^[\x00-\x7f]*$/

const CLASS = String.raw`\[\^?(?:[A-Za-z0-9 \t\n_./:@#%&=,;<>~"'!\x60+*?$(){}|-]|\\[dwDWsnrt.\-/^$\\[\](){}|+*?])+\]`
const SPACES: Readonly<Record<string, string>> = { '.': '[^\\n]', '\\s': '[\\t\\n\\f\\r ]', '\\S': '[^\\t\\n\\f\\r ]' }
// Words are read whole: but for the last character of one that something repeats.
const TOKEN = new RegExp(
  String.raw`(?<word>[A-Za-z0-9 _/:@#%&=,;<>~"'!-]{2,1000}(?![*+?{]))|(?<atom>${CLASS}|\\[dwDWsSnrt.\-/^$\\[\](){}|+*?]|[A-Za-z0-9 _/:@#%&=,;<>~"'!\x60.-])(?<times>[*+?]\??|\{\d{1,3}(?:,\d{0,3})?\})?` +
    String.raw`|(?<mark>\(\?:|\(|\)[*+?]?\??|\||\^|\$|\\b|\\B)`,
  'y',
)

interface Translated {
  readonly source: string
  readonly folded: boolean
  readonly wide: boolean
  /** The time is bounded by the length of the text to this power, times `ways`; not where a group `repeats`. */
  readonly degree: number
  readonly ways: number
  readonly repeats: boolean
}

function translated(written: string): Translated | undefined {
  const flag = /^\^?\(\?i\)/.exec(written)?.[0] ?? ''
  const pattern = flag.replace('(?i)', '') + written.slice(flag.length)
  const loops = new Loops()
  let repeats = false
  let wide = flag !== ''
  let source = ''
  // What is not held to the start of the text is tried at each of its characters.
  let anchored = pattern.startsWith('^')
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < pattern.length) {
    const groups = TOKEN.exec(pattern)?.groups
    if (!groups) return undefined
    const { word = '', atom = '', times = '', mark = '' } = groups
    if (mark === '|' && loops.depth === 0) anchored &&= pattern[TOKEN.lastIndex] === '^'
    wide ||= /^\.|^\[\^|\\[DWS]/.test(atom)
    repeats ||= /^\)[*+]/.test(mark)
    if (mark) loops.mark(mark)
    else if (/^[*+]|,\}$/.test(times)) loops.add(1, 1)
    else if (times) loops.add(0, waysOf(times))
    source += word + (SPACES[atom] ?? inClass(atom)) + times + mark
  }
  const degree = loops.most + (anchored ? 0 : 1)
  return closed(pattern) ? { source, folded: flag !== '', wide, degree, ways: loops.ways, repeats } : undefined
}

function inClass(atom: string): string {
  return atom.includes('\\s', 2) ? atom.replace(/\\./g, (escaped) => (escaped === '\\s' ? '\\t\\n\\f\\r ' : escaped)) : atom
}

/** How often `?`, `{2}` or `{1,3}` lets an atom stand. */
function waysOf(times: string): number {
  const [least = 0, most = least] = times.startsWith('?') ? [0, 1] : (times.match(/\d+/g) ?? []).map(Number)
  return Math.max(1, most - least + 1)
}

/** The loops on the way through a pattern that has most of them, and the ways: alternatives are tried one after the other. */
class Loops {
  readonly #groups = [{ sum: 0, most: 0, ways: 1, others: 0 }]

  get depth(): number {
    return this.#groups.length - 1
  }

  get most(): number {
    return this.#groups.reduce((sum, group) => sum + Math.max(group.sum, group.most), 0)
  }

  get ways(): number {
    return this.#groups.reduce((product, group) => product * (group.ways + group.others), 1)
  }

  add(loops: number, ways: number): void {
    const group = this.#groups.at(-1)
    if (!group) return
    group.sum += loops
    group.ways *= ways
  }

  mark(mark: string): void {
    if (mark.startsWith('(')) this.#groups.push({ sum: 0, most: 0, ways: 1, others: 0 })
    const group = this.#groups.at(-1)
    if (!group) return
    const { sum, most, ways, others } = group
    if (mark === '|') Object.assign(group, { sum: 0, most: Math.max(sum, most), ways: 1, others: others + ways })
    else if (mark.startsWith(')') && this.#groups.length > 1) {
      this.#groups.pop()
      this.add(Math.max(sum, most), ways + others + (mark.length > 1 ? 1 : 0))
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
