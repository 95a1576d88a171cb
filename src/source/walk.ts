import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Unlisted {
  readonly path: string
  readonly reason: string
}

/** Never gone into: everything in them is left out wherever they stand. */
const SHUT: ReadonlySet<string> = new Set(['.git', 'node_modules'])

/** Every file at or below `base` (relative to the root), links not followed, without repositories of their own below it. */
export function walk(root: string, base: string, unlisted: Unlisted[]): string[] {
  const found: string[] = []
  const open = [base]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const below = folder === '.' ? '' : `${folder}/`
    for (const entry of list(root, folder, unlisted)) {
      const path = `${below}${entry.name}`
      if (!entry.isDirectory()) found.push(path)
      else if (!SHUT.has(entry.name) && !existsSync(join(root, path, '.git'))) open.push(path)
    }
  }
  return found
}

function list(root: string, folder: string, unlisted: Unlisted[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch (error) {
    unlisted.push({ path: folder, reason: `the folder cannot be listed (${(error as NodeJS.ErrnoException).code})` })
    return []
  }
}
