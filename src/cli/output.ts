import { inLog, printable } from '../report/escape.ts'
import type { Arguments } from './arguments.ts'
import type { Io } from './io.ts'

const WIDTH = 100
const WIDEST = 120
const NARROWEST = 60

/** Colours and width of what goes to standard output. */
export function looks(given: Arguments, io: Io): { color: boolean; width: number } {
  const width = Math.min(WIDEST, Math.max(NARROWEST, io.stdout.columns ?? WIDTH))
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env
  const refused = given.has('no-color') || Boolean(NO_COLOR) || given.has('output')
  const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== '0'
  return { color: !refused && (forced || (io.stdout.terminal && TERM !== 'dumb')), width }
}

/** Writes the report where it is wanted. What cannot be written is said, and changes no verdict. */
export async function writeOut(given: Arguments, io: Io, text: string): Promise<void> {
  const file = given.value('output')
  if (file !== undefined) return save(file, text, io)
  const failure = await io.stdout.write(text)
  // A reader that has seen enough (`| head`) is no failure.
  if (failure !== undefined && failure !== 'EPIPE') await unwritten('standard output', failure, io)
}

export async function save(file: string, text: string, io: Io): Promise<void> {
  const failure = io.writeFile(file, text)
  if (failure !== undefined) await unwritten(file, failure, io)
}

async function unwritten(what: string, failure: string, io: Io): Promise<void> {
  await io.stderr.write(inLog(`maturity-gate: ${printable(what)}: the report cannot be written (${failure}); the verdict stands\n`))
}
