import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Unlisted } from './walk.ts'

/**
 * What git tracks and what it would track, relative to the root; undefined where there is no repository or git fails. Files that are
 * tracked and deleted are in it: finding out costs a look at each.
 */
export function listWithGit(root: string, unlisted: Unlisted[]): string[] | undefined {
  if (!isRepository(root)) return undefined
  // Containers of CI often run as another user than the owner of the checkout. Listing runs no hook, and the monitor, which
  // a configuration could set to any program, is switched off.
  const settings = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const done = spawnSync('git', [...settings, ...list], { cwd: root, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] })
  if (done.error || done.status !== 0) return undefined
  for (const [, path, reason] of done.stderr.toString().matchAll(/could not open directory '([^'\n]+)': ([^\n]+)/g)) {
    unlisted.push({ path: (path ?? '.').replace(/\/$/, ''), reason: `the folder cannot be listed (${reason})` })
  }
  // A repository below this one is listed as a folder.
  return done.stdout
    .toString()
    .split('\0')
    .filter((path) => path !== '' && !path.endsWith('/'))
}

/** Reads files, by their paths from the root, as they were at a commit; undefined where its history is not here. */
export function filesAt(root: string, commit: string): ((path: string) => string | undefined) | undefined {
  if (!isRepository(root)) return undefined
  const ask = (...words: string[]) => {
    const done = spawnSync('git', ['-c', 'safe.directory=*', ...words], {
      cwd: root,
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return done.status === 0 && !done.error ? done.stdout.toString() : undefined
  }
  // A partial clone would ask its remote for what it left out.
  if (ask('config', '--get', 'extensions.partialClone') !== undefined) return undefined
  if (ask('cat-file', '-e', `${commit}^{commit}`) === undefined) return undefined
  // The base branch may have gone on: what it changed itself is no change of ours.
  const from = ask('merge-base', commit, 'HEAD')?.trim() || commit
  return (path) => ask('cat-file', 'blob', `${from}:./${path}`)
}

// An empty `.git` only marks a root, and git would go on to a repository further up.
function isRepository(root: string): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    const git = join(folder, '.git')
    const stat = lstatSync(git, { throwIfNoEntry: false })
    if (stat) return !stat.isDirectory() || readdirSync(git).length > 0
    if (folder === dirname(folder)) return false
  }
}
