import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { LARGEST, type Tree, Unreadable } from '../model/document.ts'
import { firstIndex } from '../model/search.ts'
import { listWithGit } from './git.ts'
import { globMatcher, isMagic } from './globs.ts'
import { glob } from './packages.ts'
import { type Unlisted, walk } from './walk.ts'

/**
 * The files of a folder on disk: those that git tracks or would track, else all. `paths` names (relative to the root) add what git
 * ignores. Submodules and repositories below the root are roots of their own and left out, as git does.
 */
export function openTree(root: string, paths: readonly string[] = []): Tree {
  const unlisted: Unlisted[] = []
  // A root inside a folder that git ignores was named by somebody.
  const tracked = listWithGit(root, unlisted)
  const listed = tracked?.length ? tracked : walk(root, '.', unlisted)
  const ignored = paths.flatMap((path) => namedOnly(root, path, listed, unlisted))
  const files = [...new Set([...listed, ...ignored])].sort()
  return { files, unlisted, read: reader(root, files), has: (path) => inside(path) && existsSync(join(root, path)) }
}

// What somebody names is meant, ignored or not; where git lists something there, only that is.
function namedOnly(root: string, path: string, listed: readonly string[], unlisted: Unlisted[]): string[] {
  if (path === '.' || path.startsWith('!')) return []
  const matches = globMatcher([path], { anyDepth: false })
  if (listed.some(matches)) return []
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat) return isMagic(path) ? matching(root, path) : []
  return stat.isDirectory() ? walk(root, path, unlisted) : [path]
}

// What no repository lists is walked by the package whose globs people know.
function matching(root: string, path: string): string[] {
  const shut = ({ name }: { readonly name: string }) => name === '.git' || name === 'node_modules'
  const options = { cwd: root, dot: true, nodir: true, follow: false, posix: true, ignore: { childrenIgnored: shut } } as const
  return glob().globSync([path, `${path}/**`], { ...options, withFileTypes: false })
}

function inside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..')
}

/** Reads synchronously into one buffer: a file costs 6 µs so, and two to four times as much asynchronously. */
function reader(root: string, files: readonly string[]): Tree['read'] {
  let buffer = Buffer.allocUnsafe(256 * 1024)
  const links = linkResolver(root, files)
  return (path, limit) => {
    if (!inside(path)) throw new Unreadable('the path leaves the root', true)
    const { descriptor, size } = (isListed(files, path) && openedAtOnce(join(root, path))) || opened(links(path))
    try {
      if (limit === undefined && size > LARGEST) {
        throw new Unreadable(`the file is larger than ${LARGEST / 1024 / 1024} MB`)
      }
      const wanted = Math.min(size, limit ?? size)
      if (wanted > buffer.length) buffer = Buffer.allocUnsafe(wanted)
      let filled = 0
      for (let got = -1; filled < wanted && got !== 0; filled += got) got = readSync(descriptor, buffer, filled, wanted - filled, filled)
      return buffer.subarray(0, filled)
    } finally {
      closeSync(descriptor)
    }
  }
}

interface Open {
  readonly descriptor: number
  readonly size: number
}

/** A listed file that is no link, without looking at it first; undefined for all else. No pipe is waited for. */
function openedAtOnce(file: string): Open | undefined {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants
  // Windows knows neither.
  if (O_NOFOLLOW === undefined || O_NONBLOCK === undefined) return undefined
  let descriptor: number
  try {
    descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch {
    return undefined
  }
  const stat = fstatSync(descriptor)
  if (stat.isFile()) return { descriptor, size: stat.size }
  closeSync(descriptor)
  return undefined
}

function opened(file: string): Open {
  try {
    const descriptor = openSync(file, 'r')
    return { descriptor, size: fstatSync(descriptor).size }
  } catch (error) {
    throw new Unreadable(`the file cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** The path to open. Throws for what is no file: a pipe or device is never opened, a link followed only to a file that is not read anyway. */
function linkResolver(root: string, files: readonly string[]): (path: string) => string {
  const top = realpathSync(root)
  const targets = new Map<string, string>()
  return (path) => {
    const file = join(root, path)
    const stat = lstatSync(file, { throwIfNoEntry: false })
    // What is listed lies behind no link; what is asked for beside that may.
    if (stat?.isFile() && (isListed(files, path) || realpathSync(file) === join(top, path))) return file
    if (!stat && path.includes('\uFFFD')) throw new Unreadable("the file's name is not UTF-8")
    if (!stat || !(stat.isSymbolicLink() || stat.isFile()))
      throw new Unreadable(stat ? 'it is no regular file' : 'the file is deleted', true)
    const target = existsSync(file) ? realpathSync(file) : undefined
    if (!target?.startsWith(top + sep) || !statSync(target).isFile())
      throw new Unreadable('the link leaves the root or leads to no file', true)
    const name = relative(top, target).split(sep).join('/')
    if (isListed(files, name) || name.startsWith('.git/') || (targets.get(target) ?? path) !== path)
      throw new Unreadable(`the link leads to ${name}`, true)
    targets.set(target, path)
    return target
  }
}

/** Files are sorted, and a set of 100,000 is not worth making for a few links. */
function isListed(files: readonly string[], path: string): boolean {
  return files[firstIndex(files.length, (index) => (files[index] ?? '') >= path)] === path
}
