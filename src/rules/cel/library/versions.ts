import type { Library } from '../signature.ts'

export const versions: Library = {}
