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

// An empty `.git` only marks a root, and git would go on to a repository further up.
function isRepository(root: string): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    const git = join(folder, '.git')
    const stat = lstatSync(git, { throwIfNoEntry: false })
    if (stat) return !stat.isDirectory() || readdirSync(git).length > 0
    if (folder === dirname(folder)) return false
  }
}
