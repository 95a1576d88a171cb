import { minimatch } from '../../source/packages.ts'
import { matchName } from '../../source/wildcards.ts'
import { textAt } from '../values.ts'

/** Tells of a path below the folder whether Argo CD reads it. */
export type Takes = (relative: string) => boolean

/** Of one glob with braces so many are taken. */
const MOST = 100

/**
 * What `directory.include` and `directory.exclude` of an Application leave of a folder: globs over the path below it in which `*` stands for
 * slashes too, and `{a,b}` for either. `exclude` goes first. Undefined for a glob with a class, of which nothing is said here.
 */
export function directoryFiles(directory: unknown): Takes | undefined {
  const include = glob(textAt(directory, 'include') ?? '')
  const exclude = glob(textAt(directory, 'exclude') ?? '')
  if (!include || !exclude) return undefined
  const isAny = (patterns: readonly string[], path: string) => patterns.some((pattern) => matchName(pattern, path))
  return (path) => !isAny(exclude, path) && (include.length === 0 || isAny(include, path))
}

function glob(written: string): readonly string[] | undefined {
  if (written === '') return []
  if (written.includes('[')) return undefined
  // To minimatch braces around one word are letters.
  const bare = written.replace(/\{([^{},]*)\}/g, '$1')
  return bare.includes('{') ? minimatch().braceExpand(bare, { braceExpandMax: MOST }).slice(0, MOST) : [bare]
}
