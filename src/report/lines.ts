import { type Tree, Unreadable } from '../model/document.ts'
import { Source } from '../model/position.ts'
import { hideSecrets } from '../source/secrets/hidden.ts'
import { decode } from '../source/text.ts'

/** Lines of a tree's files as they may be shown: what looks like a credential is starred. Each file is read when it is first asked for. */
export function lineReader(tree: Tree): (file: string, line: number) => string | undefined {
  const sources = new Map<string, Source | undefined>()
  return (file, line) => {
    if (!sources.has(file)) sources.set(file, read(tree, file))
    const source = sources.get(file)
    const text = source?.line(line)
    return text === undefined ? undefined : hideSecrets(text, source?.line(line - 1))
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
