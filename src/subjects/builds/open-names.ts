import { PART } from './build.ts'

/** What matches the names that a name with open parts may stand for; undefined where two parts stand in one component. */
export function openPattern(name: string): RegExp | undefined {
  const pieces = name.split(PART)
  // Two parts that are not kept apart by a slash could be told in too many ways.
  if (pieces.slice(1, -1).some((piece, index) => index % 2 === 1 && !piece.includes('/'))) return undefined
  const source = pieces.map((piece, index) => (index % 2 === 0 ? piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '([a-z0-9._-]+)'))
  return new RegExp(`^${source.join('')}$`)
}

/** A path with the open parts that a matched name tells; undefined where the name does not match or leaves one open. */
export function put(path: string, match: RegExpExecArray | null, name: string): string | undefined {
  if (!match) return undefined
  const told = new Map<string, string>()
  for (const [index, [, part = '']] of [...name.matchAll(PART)].entries()) told.set(part, match[index + 1] ?? '')
  const filled = path.replace(PART, (whole, part: string) => told.get(part) ?? whole)
  return filled.includes('\0') ? undefined : filled
}
