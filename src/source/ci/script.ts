import { posix } from 'node:path'
import { type Origin, originOf } from '../../model/origin.ts'
import type { Source } from '../../model/position.ts'
import { firstIndex } from '../../model/search.ts'
import { text } from '../values.ts'

/** A piece of shell in a file. */
export interface Script {
  readonly text: string
  /** The offset in the source of the character at an offset of the text. */
  at(offset: number): number
  readonly source: Source
  /** Folder that it runs in, relative to the root. */
  readonly folder: string
  /** Whether whoever calls it goes on after a failure. */
  readonly tolerated?: boolean
}

/** What a command calls: the scripts, and words that tell how. */
export interface Call {
  readonly how: string
  /** Tells calls apart: what was followed once for a job is not followed again. */
  readonly key: string
  readonly scripts: readonly Script[]
  /** Tools that are named and not called by a shell: pre-commit hooks. */
  readonly tools?: readonly Tool[]
}

export interface Tool {
  readonly name: string
  readonly arguments: readonly string[]
  readonly origin: Origin | undefined
}

/** The folder of a path, joined to the one that a script runs in; undefined where it leaves the root. */
export function within(folder: string, path: string): string | undefined {
  const joined = posix.normalize(posix.join(folder, path)).replace(/\/$/, '')
  return joined.startsWith('..') || path.startsWith('/') ? undefined : joined
}

/** The text of a command without the assignments before it: `TRACE=1 ./verify.sh` → `./verify.sh`. */
export function withoutAssignments(written: string): string {
  return written.replace(/^(?:[A-Za-z_]\w{0,80}=(?:"[^"]{0,500}"|'[^']{0,500}'|[^\s"']{0,500})(?:\s|\\\n)+){1,20}/, '')
}

/** The last of sorted places that begins at or before an offset. */
export function lastAt<T extends { readonly from: number }>(places: readonly T[], offset: number): T | undefined {
  return places[firstIndex(places.length, (index) => (places[index]?.from ?? 0) > offset) - 1]
}

/** A block of YAML as a script: a block scalar's lines stand deeper in the file than in the text. */
export function scriptOf(holder: unknown, key: string | number, folder: string): Script | undefined {
  const value = text(holder, key)
  const used = originOf(holder)?.child(key)
  // Behind an alias the lines stand where the anchor is.
  const origin = used?.anchor ?? used
  if (value === undefined || !origin) return undefined
  return { text: value, at: offsetsIn(value, origin), source: origin.source, folder }
}

/** The same where the file surely has there what the text has, and else undefined: an escaped or folded scalar has it written otherwise. */
export function sureOffsetsIn(value: string, origin: Origin): (offset: number) => number | undefined {
  const at = offsetsIn(value, origin)
  return (offset) => {
    const found = at(offset)
    const [begins = ''] = value.slice(offset, offset + SURE).split('\n')
    return origin.source.text.startsWith(begins, found) ? found : undefined
  }
}

/** Characters that have to be the same in the file and in the text for a place to hold. */
const SURE = 8

// Folded and quoted scalars have other lines than the file: looking for each of them would take its square.
const FEW = 20

/** Maps offsets of a scalar's text to the file by looking for each line in turn: exact for block scalars and plain ones. */
function offsetsIn(value: string, origin: Origin): (offset: number) => number {
  const { source, span } = origin
  const starts: { from: number; at: number }[] = []
  let at = span.start
  let from = 0
  let misses = 0
  for (const line of value.split('\n')) {
    const found = line.trim() === '' || misses > FEW ? -1 : source.text.indexOf(line, at)
    if (found < 0 && line.trim() !== '') misses++
    if (found >= 0 && found < span.end) {
      starts.push({ from, at: found })
      at = found + line.length
    }
    from += line.length + 1
  }
  return (offset) => {
    const start = lastAt(starts, offset) ?? { from: offset, at: span.start }
    return Math.min(start.at + (offset - start.from), span.end)
  }
}
