import type { Tree } from '../model/document.ts'
import { openTree } from '../source/files.ts'
import { memoryTree } from '../source/memory.ts'
import { findRoot } from '../source/root.ts'
import type { Arguments } from './arguments.ts'
import type { Io } from './io.ts'
import { optimising } from './tiers.ts'

// A manifest by its name; whatever is piped in is told by its content.
const STDIN = 'stdin.yaml'

/** Where a command is told to look. */
export interface Asked {
  readonly paths: readonly string[]
  /** The name of the file that comes from standard input. */
  readonly stdin: string | undefined
}

export interface Opened {
  /** Standard input has none, so no configuration but one that is named. */
  readonly root: string | undefined
  readonly tree: Tree
  readonly paths: readonly string[]
}

export function askedOf(given: Arguments): Asked {
  const piped = given.operands.includes('-') || given.has('stdin')
  return { paths: given.operands.filter((path) => path !== '-'), stdin: piped ? (given.value('stdin') ?? STDIN) : undefined }
}

export async function opened({ stdin, paths: given }: Asked, io: Io): Promise<Opened> {
  if (stdin !== undefined)
    return { root: undefined, tree: optimising(memoryTree({ [stdin]: await io.readStdin() }), io.optimise), paths: [] }
  const { root, paths } = findRoot(given, io.cwd)
  return { root, tree: optimising(openTree(root, paths), io.optimise), paths }
}

/** Lists the files before the rest is loaded: a process that is still small starts git in half the time. What is wrong is told by who asks. */
export function openedAhead(given: Arguments, io: Io): () => Promise<Opened> {
  const asked = askedOf(given)
  if (asked.stdin !== undefined) return () => opened(asked, io)
  const ahead = opened(asked, io)
  ahead.catch(() => undefined)
  return () => ahead
}
