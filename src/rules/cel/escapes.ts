import { CompileError } from './ast.ts'

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['?', '?'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
])

const CODED = /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/y

/** The value of a literal that is not raw. In bytes, `\x` and octal escapes are octets; elsewhere code points. */
export function unescaped(raw: string, bytes: boolean, start: number): string | Uint8Array {
  if (!raw.includes('\\')) return bytes ? new TextEncoder().encode(raw) : raw
  const encoder = new TextEncoder()
  const octets: number[] = []
  let text = ''
  for (let at = 0; at < raw.length; ) {
    const plain = raw[at] === '\\' ? undefined : String.fromCodePoint(raw.codePointAt(at) ?? 0)
    const { value, length } = plain === undefined ? decoded(raw, at, bytes, start) : { value: plain, length: plain.length }
    if (!bytes) text += typeof value === 'number' ? String.fromCodePoint(value) : value
    else if (typeof value === 'number') octets.push(value)
    else octets.push(...encoder.encode(value))
    at += length
  }
  return bytes ? Uint8Array.from(octets) : text
}

function decoded(raw: string, at: number, bytes: boolean, start: number): { value: string | number; length: number } {
  const single = SINGLE.get(raw[at + 1] ?? '')
  if (single !== undefined) return { value: single, length: 2 }
  CODED.lastIndex = at
  const coded = CODED.exec(raw)
  const unicode = coded?.[2] ?? coded?.[3]
  if (!coded || (bytes && unicode !== undefined)) throw new CompileError(`invalid escape sequence \\${raw[at + 1] ?? ''}`, start + at)
  const code = coded[4] === undefined ? Number.parseInt(coded[1] ?? unicode ?? '', 16) : Number.parseInt(coded[4], 8)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new CompileError('invalid unicode code point', start + at)
  return { value: code, length: coded[0].length }
}
