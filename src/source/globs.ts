import { minimatch } from './packages.ts'
import { withoutEnd } from './text.ts'
import { matchParts } from './wildcards.ts'

export type Matcher = (path: string) => boolean

const MAGIC = /[*?[\]{}()!+@]/

/** Whether a path is a glob. A `!` in front is not part of the question. */
export function isMagic(path: string): boolean {
  return MAGIC.test(path)
}

/** The folders of a glob before its first special character; '.' where there are none. */
export function staticPrefix(glob: string): string {
  const parts = glob.split('/')
  const magic = parts.findIndex((part) => isMagic(part))
  if (magic < 0) return glob
  return parts.slice(0, magic).join('/') || (glob.startsWith('/') ? '/' : '.')
}

/**
 * Globs in order; the last one that matches decides, `!` in front says no. A glob names a file, or a folder with all that is below.
 * `anyDepth`: one without `/` matches at any depth, as in .gitignore. Globs as in minimatch, dot files included.
 */
export function globMatcher(globs: readonly string[], options: { anyDepth: boolean }): Matcher {
  const groups: { yes: boolean; test: Matcher }[] = []
  for (const [yes, run] of runs(globs, options.anyDepth)) groups.unshift({ yes, test: anyOf(run) })
  return (path) => groups.find((group) => group.test(path))?.yes ?? false
}

/** Linux's PATH_MAX. An expression that is much longer JavaScript refuses. */
const LONGEST = 4096

// Neighbours of one sign become one expression: 100,000 paths are asked.
function runs(globs: readonly string[], anyDepth: boolean): [boolean, string[]][] {
  const found: [boolean, string[]][] = []
  for (const glob of globs) {
    if (glob.length > LONGEST) continue
    const yes = !glob.startsWith('!') || glob.startsWith('!(')
    const written = yes ? glob : glob.slice(1)
    const bare = withoutEnd(written.replace(/^\.?\/+/, ''), '/') || '.'
    // A leading slash ties it to the root.
    const deep = anyDepth && bare !== '.' && !bare.includes('/') && !written.startsWith('/') ? `**/${bare}` : bare
    const last = found.at(-1)
    if (last && last[0] === yes) last[1].push(deep)
    else found.push([yes, [deep]])
  }
  return found
}

/** Of one glob with braces so many are taken. */
const MOST = 1000
/** An expression of more is one that JavaScript refuses. */
const TOGETHER = 500
/** With more loops than these, an expression would try so many ways that a file of a hostile name never ends. */
const LOOPS = 2

function anyOf(globs: readonly string[]): Matcher {
  if (globs.includes('.')) return () => true
  const names = globs.flatMap((glob) => /^\*\*\/([^/*?[\]{}()\\]+)$/.exec(glob)?.[1] ?? [])
  if (names.length < 2) return anyExpression(globs)
  // Names at any depth, as most of the defaults are: 100,000 paths are taken apart and looked up faster than searched.
  const named = new Set(names)
  const others = globs.filter((glob) => !(glob.startsWith('**/') && named.has(glob.slice(3))))
  const rest = others.length > 0 ? anyExpression(others) : undefined
  return (path) => hasPart(path, named) || (rest?.(path) ?? false)
}

function hasPart(path: string, names: ReadonlySet<string>): boolean {
  for (let start = 0; ; ) {
    const end = path.indexOf('/', start)
    if (names.has(end < 0 ? path.slice(start) : path.slice(start, end))) return true
    if (end < 0) return false
    start = end + 1
  }
}

function anyExpression(globs: readonly string[]): Matcher {
  const whole = globs.flatMap((glob) =>
    glob.includes('{') ? minimatch().braceExpand(glob, { braceExpandMax: MOST }).slice(0, MOST) : glob,
  )
  const isOdd = (glob: string) => /[[\]()\\]/.test(glob)
  const isLooping = (glob: string) => (glob.match(/\*+/g)?.length ?? 0) > LOOPS
  const odd = whole.filter(isOdd).flatMap((glob) => [glob, `${glob}/**`].map(minimatching))
  const looping = whole.filter((glob) => !isOdd(glob) && isLooping(glob)).map(walking)
  const sources = whole.filter((glob) => !isOdd(glob) && !isLooping(glob)).map(expression)
  const joined: RegExp[] = []
  for (let at = 0; at < sources.length; at += TOGETHER) {
    joined.push(new RegExp(`^(?:${sources.slice(at, at + TOGETHER).join('|')})(?:/|$)`))
  }
  return (path) => joined.some((one) => one.test(path)) || [...looping, ...odd].some((matches) => matches(path))
}

function walking(glob: string): Matcher {
  // What is below is taken too, so that `**` at the end only asks for something to be there.
  const parts = glob.split('/').map((part, index, all) => (part === '**' && index === all.length - 1 ? '*' : part))
  return (path) => matchParts(parts, path.split('/'), { folder: false, flat: false })
}

// Classes and extended globs: minimatch takes a microsecond and more for each path.
function minimatching(glob: string): Matcher {
  const made = new (minimatch().Minimatch)(glob, { dot: true, nobrace: true, nocomment: true, nonegate: true, platform: 'linux' })
  return (path) => made.match(path)
}

function expression(glob: string): string {
  const parts = glob.split('/').map((part, index, all) => {
    if (part === '**') return index === all.length - 1 ? '.+' : '(?:[^/]+/)*'
    const text = part
      .replace(/[.+^${}|]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replace(/\?/g, '[^/]')
    return index === all.length - 1 ? text : `${text}/`
  })
  return parts.join('')
}
