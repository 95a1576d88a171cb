import type { Tree } from '../model/document.ts'

/** Bytes of a repository that takes longer to judge than it takes to optimise what judges it. */
const WORTH = 256 * 1024

/** Calls `optimise` once that much of a tree was read. */
export function optimising(tree: Tree, optimise: () => void): Tree {
  let left = WORTH
  const read: Tree['read'] = (path, limit) => {
    const bytes = tree.read(path, limit)
    if (left > 0 && left <= bytes.length) optimise()
    left -= bytes.length
    return bytes
  }
  return { ...tree, read }
}
