import type { Library } from '../signature.ts'

export const formats: Library = {}
