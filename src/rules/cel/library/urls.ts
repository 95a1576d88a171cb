import type { Library } from '../signature.ts'

export const urls: Library = {}
