import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { type Tree, Unreadable } from '../model/document.ts'
import { decode } from '../source/text.ts'
import type { ConfigText, Inputs, Settings } from './settings.ts'
import { settle } from './settle.ts'

/** The configuration's name, in the root. */
const CONFIG_FILE = '.maturity-gate.yaml'

const MISNAMED = ['.maturity-gate.yml', 'maturity-gate.yaml', 'maturity-gate.yml']

/** Where the configuration is looked for: in a folder on disk, or without one in the tree. */
export interface ConfigPlace {
  readonly root?: string | undefined
  /** The file that somebody named, relative to `cwd`, or to the root. */
  readonly explicit?: string | undefined
  readonly cwd?: string | undefined
}

/**
 * Reads the configuration, the root's own or the one that is named, and puts it together with the inputs, which win. Throws a
 * UserError with every mistake of it at its line and column.
 */
export async function loadConfig(tree: Tree, place: ConfigPlace, inputs: Inputs): Promise<Settings> {
  return settle(tree, place.explicit === undefined ? ofRoot(tree, place.root) : named(tree, place.explicit, place), inputs)
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
  const text = read(file, () => (cwd === undefined ? tree.read(file) : readFileSync(resolve(cwd, file))))
  return { file, text, path: root === undefined || cwd === undefined ? file : below(root, resolve(cwd, file)) }
}

// A report holds no absolute path, and none that leaves the root.
function below(root: string, file: string): string | undefined {
  const path = relative(root, file).split(sep).join('/')
  return path === '..' || path.startsWith('../') || resolve(root, path) !== file ? undefined : path
}

function read(name: string, bytes: () => Uint8Array): string {
  try {
    return decode(bytes())
  } catch (error) {
    throw new UserError(`${name}: ${why(error)}`)
  }
}

function why(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || (error instanceof Unreadable && error.absent)) return 'there is no such configuration file'
  return error instanceof Unreadable ? error.message : `the configuration cannot be read (${code ?? String(error)})`
}
