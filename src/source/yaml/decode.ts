import { Unreadable } from '../../model/document.ts'

/** The text of a file: UTF-8, or UTF-16 where a byte-order mark says so, without that mark. Throws `Unreadable`. */
export function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable(encoding === 'utf-8' ? 'is not valid UTF-8' : `is not valid ${encoding.toUpperCase()}`)
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
