import type { Source } from '../model/position.ts'
import type { Sources } from '../model/sources.ts'
import { matchParts } from './wildcards.ts'

/** A line of CODEOWNERS: whom the paths that it matches belong to. */
export interface OwnerRule {
  /** As written. */
  readonly pattern: string
  /** `@user`, `@org/team` or an address; [] says on purpose that nobody owns it. */
  readonly owners: readonly string[]
  /** From 1. */
  readonly line: number
  /** The offset at which the line begins. */
  readonly start: number
  /** GitLab's sections each decide for themselves; GitHub knows one. */
  readonly section: number
  matches(path: string): boolean
}

export interface Codeowners {
  readonly source: Source
  readonly rules: readonly OwnerRule[]
}

/** In the order in which GitHub looks for it; it takes the first alone. GitLab's own place comes last. */
const PLACES = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.gitea/CODEOWNERS',
  '.forgejo/CODEOWNERS',
  '.bitbucket/CODEOWNERS',
]
/** GitHub reads no larger file. */
const BIGGEST = 3 * 1024 * 1024
const MOST_RULES = 10_000

/** The CODEOWNERS file that holds in a root; undefined where there is none that could be read. */
export function findCodeowners(sources: Sources): Codeowners | undefined {
  const path = PLACES.find((place) => sources.has(place))
  const source = path === undefined ? undefined : sources.sourceOf(path)
  return source && source.text.length <= BIGGEST ? parseCodeowners(source) : undefined
}

const SECTION = /^\^?\[([^\]]{1,200})\](?:\[\d{1,3}\])?(.*)$/

export function parseCodeowners(source: Source): Codeowners {
  const rules: OwnerRule[] = []
  const sections = new Map<string, { readonly number: number; readonly owners: readonly string[] }>()
  let section = { number: 0, owners: [] as readonly string[] }
  let next = 0
  source.text.split('\n').forEach((written, index) => {
    const start = next
    next += written.length + 1
    if (rules.length >= MOST_RULES) return
    const [pattern = '', ...rest] = wordsOf(written)
    const header = SECTION.exec(written.trim())
    if (header) {
      const name = (header[1] ?? '').trim().toLowerCase()
      const owners = ownersIn(wordsOf(header[2] ?? ''))
      section = sections.get(name) ?? { number: sections.size + 1, owners }
      sections.set(name, section)
    } else if (pattern !== '' && !pattern.startsWith('!')) {
      const own = ownersIn(rest)
      // A line with words that name nobody is invalid, and GitHub skips it.
      if (own.length === 0 && rest.length > 0) return
      const owners = own.length > 0 ? own : section.owners
      rules.push({ pattern, owners, line: index + 1, start, section: section.number, matches: matcher(pattern) })
    }
  })
  return { source, rules }
}

/** Whom a path belongs to, and which lines say so: the last one that matches decides, in each section. */
export function ownersOf(
  { rules }: Codeowners,
  path: string,
): { readonly owners: readonly string[]; readonly rules: readonly OwnerRule[] } {
  const decided = new Map<number, OwnerRule>()
  const sections = new Set(rules.map(({ section }) => section)).size
  for (let at = rules.length - 1; at >= 0 && decided.size < sections; at--) {
    const rule = rules[at]
    if (rule && !decided.has(rule.section) && rule.matches(path)) decided.set(rule.section, rule)
  }
  const deciding = [...decided.values()]
  return { owners: [...new Set(deciding.flatMap(({ owners }) => owners))], rules: deciding }
}

const OWNER = /^(?:@[\w.-]+(?:\/[\w./-]+)?|@@[\w-]+|[^\s@]+@[^\s@]+\.[^\s@]+)$/

function ownersIn(words: readonly string[]): readonly string[] {
  return words.filter((word) => OWNER.test(word))
}

// A space in a path is written `\ `; what follows a `#` that begins a word is a comment.
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  const comment = words.findIndex((word) => word.startsWith('#'))
  return comment < 0 ? words : words.slice(0, comment)
}

/**
 * GitHub's reading of a pattern: as in .gitignore, with case, without `!` and without ranges. Without a slash before its end it matches at any
 * depth; what it matches may be a file or a folder with all below, but `docs/*` is the files of docs alone.
 */
function matcher(pattern: string): (path: string) => boolean {
  const anchored = pattern.replace(/\/$/, '').includes('/')
  const parts = pattern.split('/').filter((part, index, all) => part !== '' && !(part === '**' && all[index - 1] === '**'))
  const folder = pattern.endsWith('/')
  const whole = anchored ? parts : ['**', ...parts]
  const last = parts.at(-1)
  const flat = anchored && last === '*' && !folder
  return (path) => parts.length > 0 && matchParts(whole, path.split('/'), { folder: folder && last !== '**', flat })
}
