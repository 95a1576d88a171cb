import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { type Tree, Unreadable } from '../model/document.ts'
import type { FetchFile } from '../model/remote.ts'
import { decode } from '../source/text.ts'
import type { ConfigFiles } from './layers.ts'
import type { ConfigText, Inputs, Settings } from './settings.ts'
import { settle } from './settle.ts'

/** The configuration's name, in the root. */
export const CONFIG_FILE = '.maturity-gate.yaml'

const MISNAMED = ['.maturity-gate.yml', 'maturity-gate.yaml', 'maturity-gate.yml']

/** Where the configuration is looked for: in a folder on disk, or without one in the tree. */
export interface ConfigPlace {
  readonly root?: string | undefined
  /** The file that somebody named, relative to `cwd`, or to the root. */
  readonly explicit?: string | undefined
  readonly cwd?: string | undefined
  /** Fetches what the configuration extends from other repositories. */
  readonly fetch?: FetchFile | undefined
}

/**
 * Reads the configuration, the root's own or the one that is named, and puts it together with the inputs, which win. Throws a
 * UserError with every mistake of it at its line and column.
 */
export async function loadConfig(tree: Tree, place: ConfigPlace, inputs: Inputs): Promise<Settings> {
  return settle(tree, configText(tree, place), inputs, configFiles(tree, place))
}

/** The defaults and the inputs alone. */
export function withoutConfig(tree: Tree, inputs: Inputs): Promise<Settings> {
  return settle(tree, undefined, inputs, configFiles(tree, {}))
}

/** The configuration as it is written; undefined where there is none. */
export function configText(tree: Tree, place: ConfigPlace): ConfigText | undefined {
  return place.explicit === undefined ? ofRoot(tree, place.root) : named(tree, place.explicit, place)
}

/** What a configuration names beside itself: below the root, where nothing leads out of it. */
export function configFiles(tree: Tree, { root, fetch }: ConfigPlace): ConfigFiles {
  return { fetch, read: (path) => text(() => (root === undefined ? tree.read(path) : inside(root, path)), 'there is no such file') }
}

// A link that leads out of the root would show in messages what stands there.
function inside(root: string, path: string): Uint8Array {
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Unreadable('it leaves the root')
  const file = join(root, path)
  const real = realpathSync(file)
  const top = realpathSync(root)
  if (relative(top, real).split(sep)[0] === '..') throw new Unreadable('it leaves the root')
  return readFileSync(real)
}

function ofRoot(tree: Tree, root: string | undefined): ConfigText | undefined {
  const has = (name: string) => (root === undefined ? tree.has(name) : existsSync(join(root, name)))
  if (has(CONFIG_FILE)) return named(tree, CONFIG_FILE, { root })
  const misnamed = MISNAMED.find(has)
  // Taken for no configuration, the gate would ask for nothing.
  if (misnamed !== undefined)
    throw new UserError([{ file: misnamed, message: `the configuration is called ${CONFIG_FILE}: rename this file` }])
  return undefined
}

function named(tree: Tree, file: string, { root, cwd = root }: ConfigPlace): ConfigText {
  const bytes = () => (cwd === undefined ? tree.read(file) : readFileSync(resolve(cwd, file)))
  const path = root === undefined || cwd === undefined ? file : below(root, resolve(cwd, file))
  try {
    return { file, text: text(bytes, 'there is no such configuration file'), path }
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${file}: ${error.message}`) : error
  }
}

// A report holds no absolute path, and none that leaves the root.
function below(root: string, file: string): string | undefined {
  const path = relative(root, file).split(sep).join('/')
  return path === '..' || path.startsWith('../') || resolve(root, path) !== file ? undefined : path
}

function text(bytes: () => Uint8Array, absent: string): string {
  try {
    return decode(bytes())
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || (error instanceof Unreadable && error.absent)) throw new UserError(absent)
    throw new UserError(error instanceof Unreadable ? error.message : `it cannot be read (${code ?? String(error)})`)
  }
}
