import { unbash } from '../packages.ts'
import type { Script } from './word.ts'

export interface ScriptFault {
  readonly message: string
  /** Offset in the source. */
  readonly at: number
}

/** What a shell refuses in a script, before it runs any of it. */
export function scriptFaults(script: Script): readonly ScriptFault[] {
  return (unbash().parse(script.text).errors ?? []).map(({ message, pos }) => ({
    message,
    at: script.at(Math.min(pos, Math.max(0, script.text.length - 1))),
  }))
}
