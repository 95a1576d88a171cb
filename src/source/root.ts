import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { type Mistake, UserError } from '../errors.ts'
import { isMagic, staticPrefix } from './globs.ts'

/** Files that make a folder a root; `.git` may be a folder, an empty one, or a file (worktrees, submodules). */
const MARKS = ['.maturity-gate.yaml', '.git']

/**
 * The nearest folder at or above the paths that is marked as a root; without one, the folder given, or the file's folder.
 * The paths come back relative to it, with `/`. Globs and a leading `!` are kept. Throws a UserError for a path that does not
 * exist or cannot be read, and for paths with different roots.
 */
export function findRoot(paths: readonly string[], cwd: string): { root: string; paths: string[] } {
  const given = paths.some((path) => !path.startsWith('!')) ? [...paths] : ['.', ...paths]
  const mistakes: Mistake[] = []
  const roots = new Map<string, string>()
  for (const path of given.filter((path) => !path.startsWith('!'))) {
    const base = resolve(cwd, existsSync(resolve(cwd, path)) ? path : staticPrefix(path))
    const wrong = unusable(base)
    if (wrong) mistakes.push({ message: `${path}: ${wrong}` })
    else roots.set(rootOf(base), path)
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
  const [first, second] = [...roots]
  if (!first) throw new UserError('no path is given')
  if (second)
    throw new UserError(`${first[1]} and ${second[1]} lie in different roots (${first[0]} and ${second[0]}): check them one at a time`)
  const root = first[0]
  return { root, paths: given.map((path) => (path.startsWith('!') ? `!${within(root, cwd, path.slice(1))}` : within(root, cwd, path))) }
}

function unusable(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK)
    const found = statSync(path)
    return found.isFile() || found.isDirectory() ? undefined : 'is neither a file nor a folder'
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file or folder' : `cannot be read (${code})`
  }
}

function rootOf(path: string): string {
  const start = statSync(path).isDirectory() ? path : dirname(path)
  for (let folder = start; ; folder = dirname(folder)) {
    if (MARKS.some((mark) => existsSync(resolve(folder, mark)))) return folder
    if (folder === dirname(folder)) return start
  }
}

function within(root: string, cwd: string, path: string): string {
  // resolve() would take a trailing `/` away, which is right, and leaves glob characters alone.
  const from = relative(root, resolve(cwd, path)).split(sep).join('/')
  return from === '' || (isMagic(path) && from.startsWith('..')) ? '.' : from
}
