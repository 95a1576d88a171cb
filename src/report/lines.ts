import { type Tree, Unreadable } from '../model/document.ts'
import { Source } from '../model/position.ts'
import { decode } from '../source/text.ts'

/** Lines of a tree's files, each file read when it is first asked for. */
export function lineReader(tree: Tree): (file: string, line: number) => string | undefined {
  const sources = new Map<string, Source | undefined>()
  return (file, line) => {
    if (!sources.has(file)) sources.set(file, read(tree, file))
    return sources.get(file)?.line(line)
  }
}

function read(tree: Tree, file: string): Source | undefined {
  try {
    return tree.has(file) ? new Source(file, decode(tree.read(file))) : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}
