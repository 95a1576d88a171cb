import type { Library } from '../signature.ts'

export const bytes: Library = {
  'size(bytes): int': (value: Uint8Array) => BigInt(value.length),
  'bytes.size(): int': (value: Uint8Array) => BigInt(value.length),
}
