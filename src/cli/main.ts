import { describe, UserError } from '../errors.ts'
import { TOOL } from '../model/tool.ts'
import { inLog, printable } from '../report/escape.ts'
import { parseArguments } from './arguments.ts'
import { help } from './help.ts'
import type { Io } from './io.ts'
import { openedAhead } from './opened.ts'

/** Runs one command and answers with its exit code. What can be left unloaded is loaded only by the command that needs it. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const given = parseArguments(argv, io.exists)
    if (given.has('help')) return await say(io, help())
    if (given.has('version')) return await say(io, `${TOOL.name} ${TOOL.version}\n`)
    if (given.command === 'rules') return await (await import('./rules.ts')).rules(given, io)
    if (given.command === 'baseline') return await (await import('./baseline.ts')).baseline(given, io)
    if (given.command === 'init') return await (await import('./init.ts')).init(given, io)
    const open = openedAhead(given, io)
    return await (await import('./check.ts')).check(given, io, open)
  } catch (error) {
    return error instanceof UserError ? mistaken(error, io) : broken(error, io)
  }
}

async function say(io: Io, text: string): Promise<number> {
  await io.stdout.write(text)
  return 0
}

async function mistaken(error: UserError, io: Io): Promise<number> {
  const lines = error.mistakes.map((mistake) => `maturity-gate: ${printable(describe(mistake))}\n`)
  await io.stderr.write(inLog(lines.join('')))
  return 2
}

async function broken(error: unknown, io: Io): Promise<number> {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const lines = stack.split('\n').map(printable).join('\n')
  const plea = `This is a fault of ${TOOL.name} ${TOOL.version}, not of your files. Please report it with the lines above.`
  await io.stderr.write(inLog(`${lines}\n\n${plea}\n`))
  return 3
}
