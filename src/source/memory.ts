import { type Tree, Unreadable } from '../model/document.ts'

/** A tree without a disk: for standard input, examples of rules, tests. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): Tree {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]),
  )
  const names = [...bytes.keys()].sort()
  return {
    files: names,
    read(path, limit) {
      const found = bytes.get(path)
      if (!found) throw new Unreadable('there is no such file', true)
      return limit === undefined ? found : found.subarray(0, limit)
    },
    has: (path) => path === '.' || bytes.has(path) || names.some((name) => name.startsWith(`${path}/`)),
  }
}
