import type { Library } from '../signature.ts'

export const quantities: Library = {}
