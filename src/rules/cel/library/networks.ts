import type { Library } from '../signature.ts'

export const networks: Library = {}
