import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type GlobOptions, globSync } from 'glob'

export interface Unlisted {
  readonly path: string
  readonly reason: string
}

/** Every file at or below `base` (relative to the root), links not followed, without repositories of their own below it. */
export function walk(root: string, base: string, unlisted: Unlisted[]): string[] {
  const options: GlobOptions = {
    cwd: join(root, base),
    dot: true,
    nodir: true,
    follow: false,
    posix: true,
    // glob takes a folder that it may not list for an empty one.
    fs: { readdirSync: listing(root, unlisted) },
    ignore: {
      ignored: () => false,
      childrenIgnored: (path) =>
        path.name === '.git' || path.name === 'node_modules' || (path.relative() !== '' && existsSync(join(path.fullpath(), '.git'))),
    },
  }
  const found = globSync('**', { ...options, withFileTypes: false })
  return found.map((path) => (base === '.' ? path : `${base}/${path}`))
}

type Listing = NonNullable<NonNullable<GlobOptions['fs']>['readdirSync']>

function listing(root: string, unlisted: Unlisted[]): Listing {
  return (path, options) => {
    try {
      return readdirSync(path, options)
    } catch (error) {
      const reason = `the folder cannot be listed (${(error as NodeJS.ErrnoException).code})`
      unlisted.push({ path: String(path).slice(root.length + 1) || '.', reason })
      throw error
    }
  }
}
