import type { Library } from '../signature.ts'
import { CelError } from '../values.ts'
import { format } from './format.ts'

// Positions count code points. Text without surrogates, nearly all there is, needs no list of them.
function points(text: string): readonly string[] | string {
  return /[\ud800-\udfff]/.test(text) ? [...text] : text
}

function slice(text: string, from: number, to?: number): string {
  const list = points(text)
  return typeof list === 'string' ? list.slice(from, to) : list.slice(from, to).join('')
}

function size(text: string): number {
  return points(text).length
}

function within(index: bigint, length: number): number {
  if (index < 0n || index > BigInt(length)) throw new CelError(`index out of range: ${index}`)
  return Number(index)
}

function charAt(text: string, index: bigint): string {
  const at = within(index, size(text))
  return slice(text, at, at + 1)
}

function substring(text: string, start: bigint, end: bigint): string {
  const length = size(text)
  const [from, to] = [within(start, length), within(end, length)]
  if (from > to) throw new CelError(`invalid substring range. start: ${start}, end: ${end}`)
  return slice(text, from, to)
}

// UTF-16 offsets turned into code points, and back.
function position(text: string, offset: number): bigint {
  return BigInt(offset < 0 ? -1 : size(text.slice(0, offset)))
}

function indexOf(text: string, part: string, start: bigint): bigint {
  if (part === '') return start
  if (start < 0n) throw new CelError(`index out of range: ${start}`)
  if (start > BigInt(size(text))) return -1n
  return position(text, text.indexOf(part, slice(text, 0, Number(start)).length))
}

function lastIndexOf(text: string, part: string, start: bigint): bigint {
  if (part === '') return start
  if (start < 0n) throw new CelError(`index out of range: ${start}`)
  if (start > BigInt(size(text))) return -1n
  return position(text, text.lastIndexOf(part, slice(text, 0, Number(start)).length))
}

function split(text: string, separator: string, limit: bigint): string[] {
  if (limit === 0n) return []
  const parts = separator === '' ? [...text] : text.split(separator)
  if (limit < 0n || limit >= BigInt(parts.length)) return parts
  const kept = Number(limit) - 1
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)]
}

function replace(text: string, old: string, by: string, limit: bigint): string {
  if (limit < 0n) return old === '' ? [...text].reduce((all, point) => all + by + point, '') + by : text.replaceAll(old, () => by)
  let rest = text
  let result = ''
  for (let left = limit; left > 0n; left--) {
    const at = rest.indexOf(old)
    if (at < 0) break
    const head = rest.slice(0, at) + by
    const skipped = old === '' ? slice(rest, 0, 1) : ''
    result += head + skipped
    if (old === '' && rest === '') return result
    rest = rest.slice(at + old.length + skipped.length)
  }
  return result + rest
}

function joined(list: readonly unknown[], separator: string): string {
  if (list.some((item) => typeof item !== 'string')) throw new CelError('no such overload')
  return list.join(separator)
}

// Go's notion of white space: JavaScript's without U+FEFF, with U+0085.
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

function trim(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && SPACE.test(text[from] ?? '')) from++
  while (to > from && SPACE.test(text[to - 1] ?? '')) to--
  return text.slice(from, to)
}

const QUOTED: ReadonlyMap<string, string> = new Map([
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['\\', '\\\\'],
  ['"', '\\"'],
])

function quote(text: string): string {
  return `"${[...text].map((point) => QUOTED.get(point) ?? point).join('')}"`
}

export const texts: Library = {
  'size(string): int': (text: string) => BigInt(size(text)),
  'string.size(): int': (text: string) => BigInt(size(text)),
  'string.contains(string): bool': (text: string, part: string) => text.includes(part),
  'string.startsWith(string): bool': (text: string, part: string) => text.startsWith(part),
  'string.endsWith(string): bool': (text: string, part: string) => text.endsWith(part),
  'string.charAt(int): string': charAt,
  'string.indexOf(string): int': (text: string, part: string) => indexOf(text, part, 0n),
  'string.indexOf(string, int): int': indexOf,
  'string.lastIndexOf(string): int': (text: string, part: string) => position(text, text.lastIndexOf(part)),
  'string.lastIndexOf(string, int): int': lastIndexOf,
  'string.lowerAscii(): string': (text: string) => text.replace(/[A-Z]+/g, (part) => part.toLowerCase()),
  'string.upperAscii(): string': (text: string) => text.replace(/[a-z]+/g, (part) => part.toUpperCase()),
  'string.replace(string, string): string': (text: string, old: string, by: string) => replace(text, old, by, -1n),
  'string.replace(string, string, int): string': replace,
  'string.split(string): list<string>': (text: string, separator: string) => split(text, separator, -1n),
  'string.split(string, int): list<string>': split,
  'string.substring(int): string': (text: string, start: bigint) => substring(text, start, BigInt(size(text))),
  'string.substring(int, int): string': substring,
  'string.trim(): string': trim,
  'string.format(list<dyn>): string': (text: string, values: readonly unknown[]) => format(text, values),
  'list<string>.join(): string': (list: readonly unknown[]) => joined(list, ''),
  'list<string>.join(string): string': joined,
  'strings.quote(string): string': quote,
}
