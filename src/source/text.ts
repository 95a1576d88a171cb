import { isAscii, isUtf8 } from 'node:buffer'
import { Unreadable } from '../model/document.ts'

/** The text of a file without its byte-order mark. Throws `Unreadable` for what is neither UTF-8 nor UTF-16. */
export function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // latin1 makes a string of one byte a character: half the memory, and no decoding.
  if (isAscii(buffer)) {
    const text = buffer.toString('latin1')
    if (!text.includes('\0')) return text
    return utf16(buffer) ?? refuse()
  }
  if (buffer[0] === 0xff || buffer[0] === 0xfe) return utf16(buffer) ?? refuse()
  if (!isUtf8(buffer)) return utf16(buffer) ?? refuse()
  const text = buffer.toString('utf8', buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0)
  return text.includes('\0') ? refuse() : text
}

/** For telling what a file is about when it cannot be decoded: every byte a character. */
export function decodeLoosely(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', '')
}

// Without a mark YAML 1.2 (5.2) tells the encoding from the first character, which is ASCII.
function utf16(buffer: Buffer): string | undefined {
  if (buffer.length < 2 || buffer.length % 2 !== 0) return undefined
  const mark = buffer.readUInt16BE(0)
  const big = mark === 0xfeff || (buffer[0] === 0 && buffer[1] !== 0)
  const little = mark === 0xfffe || (buffer[0] !== 0 && buffer[1] === 0)
  if (!big && !little) return undefined
  // swap16 works in place, and the bytes belong to the tree's buffer.
  const text = (big ? Buffer.from(buffer).swap16() : buffer).toString('utf16le')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function refuse(): never {
  throw new Unreadable('the file is neither UTF-8 nor UTF-16 text')
}

/** Without such characters at its end. `/\/+$/` would look at each run of them from each of its characters on. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
