import type { Tree } from '../model/document.ts'

/** A tree with files that are not there yet. */
export function overlay(tree: Tree, added: Readonly<Record<string, string>>): Tree {
  const bytes = new Map(Object.entries(added).map(([path, text]) => [path, Buffer.from(text)]))
  return {
    ...tree,
    files: [...new Set([...tree.files, ...bytes.keys()])].sort(),
    read: (path, limit) => bytes.get(path)?.subarray(0, limit) ?? tree.read(path, limit),
    has: (path) => bytes.has(path) || tree.has(path),
  }
}
