import type { Arguments } from './arguments.ts'
import type { Io } from './io.ts'
export async function init(_given: Arguments, _io: Io): Promise<number> {
  return 0
}
