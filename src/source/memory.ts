import { type Tree, Unreadable } from '../model/document.ts'

/** A tree without a disk: for standard input, examples of rules, tests. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): Tree {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]),
  )
  const names = [...bytes.keys()].sort()
  const folders = new Set(['.'])
  for (const name of names) for (let at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) folders.add(name.slice(0, at))
  return {
    files: names,
    read(path, limit) {
      const found = bytes.get(path)
      if (!found) throw new Unreadable('there is no such file', true)
      return limit === undefined ? found : found.subarray(0, limit)
    },
    has: (path) => bytes.has(path) || folders.has(path),
  }
}
