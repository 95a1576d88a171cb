import { join, relative, resolve, sep } from 'node:path'
import { CONFIG_FILE, type ConfigPlace, configFiles, configText } from '../config/load.ts'
import { loosened } from '../config/loosened/loosened.ts'
import { RuleNames } from '../config/names.ts'
import { filesOf, sideOf } from '../config/sides.ts'
import { UserError } from '../errors.ts'
import type { Conversation } from '../github/conversation.ts'
import type { Event } from '../github/event.ts'
import type { Tree } from '../model/document.ts'
import { embeddedRules } from '../rules/embedded.ts'
import { filesAt } from '../source/git.ts'
import type { Troubles } from './troubles.ts'

/** Reads a file, by its path from the root, as it was before the change; undefined where it was not there. */
type Past = (path: string) => string | undefined | Promise<string | undefined>

export interface Compared {
  readonly tree: Tree
  readonly place: ConfigPlace & { readonly root: string; readonly cwd: string }
  /** The root's path below the workspace. */
  readonly base: string
  readonly event: Event | undefined
  readonly conversation: Conversation | undefined
}

/**
 * What a pull request takes away from what the configuration asks for: against the commit it is to be merged into, out of the history
 * that is here, else out of what GitHub says. [] where it takes nothing, or where there is nothing to compare with.
 */
export async function loosening(compared: Compared, troubles: Troubles): Promise<readonly string[]> {
  try {
    return await compare(compared)
  } catch (error) {
    troubles.add('comparing the configuration with the one before the change', error instanceof Error ? error.message : String(error))
    return []
  }
}

async function compare({ tree, place, base, event, conversation }: Compared): Promise<readonly string[]> {
  const path = relative(place.root, resolve(place.cwd, place.explicit ?? join(place.root, CONFIG_FILE)))
    .split(sep)
    .join('/')
  if (event?.base === undefined || path.startsWith('../')) return []
  const here = configFiles(tree, place)
  const own = configText(tree, place)
  const asked = async () => [path, ...(await filesOf(own, here))]
  const past = filesAt(place.root, event.base) ?? (await askedFor({ place, base, event, conversation }, await asked()))
  const text = await past?.(path)
  if (past === undefined) return []
  const files = { ...here, read: async (name: string) => (await past(name)) ?? absent() }
  const before = await sideOf(text === undefined ? undefined : { file: path, text }, files)
  const after = await sideOf(own, here)
  return before && after ? loosened(before, after, new RuleNames(embeddedRules())) : []
}

function absent(): never {
  throw new UserError('there is no such file')
}

/** Undefined where the pull request changes none of the files, or nobody tells. */
async function askedFor({ place, base, event, conversation }: Omit<Compared, 'tree'>, files: readonly string[]): Promise<Past | undefined> {
  const { fetch } = place
  // That this cannot be had is told where it is needed for the annotations.
  const changes = await conversation?.changes().catch(() => undefined)
  if (!changes || !fetch || !event?.base) return undefined
  const { owner, repo, base: commit } = event
  const fromTop = (path: string) => join(base, path).split(sep).join('/')
  const { changed, touched } = changes
  if (!files.some((path) => changed.has(fromTop(path)) || touched.has(fromTop(path)))) return undefined
  return (path) => {
    const full = fromTop(path)
    return changed.has(full) && !touched.has(full) ? undefined : fetch({ owner, repo, path: full, commit })
  }
}
