import { relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { findRoot } from '../source/root.ts'
import type { Inputs } from './inputs.ts'
import type { Runner } from './runner.ts'

/** What of the workspace is scanned. */
export interface Checkout {
  readonly root: string
  /** The working directory: what paths in inputs are relative to. */
  readonly folder: string
  /** Relative to the root. */
  readonly paths: readonly string[]
  /** The root's path below the workspace, '' when they are the same. */
  readonly base: string
}

/** Throws a UserError for a working directory or a path that is not there. */
export function findCheckout({ workingDirectory, paths }: Inputs, runner: Runner): Checkout {
  const workspace = resolve(runner.workspace)
  const folder = resolve(workspace, workingDirectory)
  if (below(workspace, folder) === undefined || !runner.isFolder(folder)) {
    throw new UserError(`input working-directory: ${JSON.stringify(workingDirectory)} is no folder of the workspace`)
  }
  const found = findRoot(paths.length > 0 ? paths : ['.'], folder)
  const base = below(workspace, found.root)
  // A self-hosted runner's workspace may itself lie in somebody's repository.
  return base === undefined ? { root: folder, folder, paths, base: below(workspace, folder) ?? '' } : { ...found, folder, base }
}

function below(workspace: string, folder: string): string | undefined {
  const path = relative(workspace, folder).split(sep).join('/')
  return path === '..' || path.startsWith('../') ? undefined : path
}
