#!/usr/bin/env node
import 'node:child_process'
import 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import module from 'node:module'
import { dirname, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { WriteStream } from 'node:tty'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import type { Io, Sink } from './cli/io.ts'

// Node carries its own modules in compiled form, and compiles them again once a flag differs. So what a run needs of them is imported
// above, and its streams are made and its arguments' reader is asked for before the first flag is set.
const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  now: Date.now,
  readStdin: () => buffer(process.stdin),
  exists: (path) => existsSync(resolve(path)),
  writeFile: save,
  optimise: () => {
    if (tiered) setFlags(WITH_MUCH_TO_READ)
  },
}
void parseArgs

// Nearly all that a run makes it keeps to its end. The part of the heap for what is new is made large at once instead of collected
// each time before it grows; it would be as large in the end. Nor is it collected because the process has a moment to spare.
setFlagsFromString('--semi-space-growth-factor=32')
setFlagsFromString('--no-minor-gc-task')

// A small repository is judged before optimised code pays for its making, so there is none at first, and of regular expressions, which
// meet a few names then, no machine code. Of the two compilers that Node has since version 24, the thorough one (`opt`) costs more than
// it gains even on 50,000 objects: most of a run is code that runs once for each of them.
const AT_FIRST = ['no-opt', 'no-maglev', 'no-regexp-peephole-optimization', 'regexp-tier-up-ticks=12']
const WITH_MUCH_TO_READ = ['maglev', 'regexp-peephole-optimization', 'regexp-tier-up-ticks=1']
const tiered = Number(process.versions.node.split('.')[0]) >= 24 && process.execArgv.length === 0 && !process.env.NODE_OPTIONS
if (tiered) setFlags(AT_FIRST)

// Node keeps what it compiled of the files that are loaded from here on, below the system's folder for temporary files. Node 20 has no
// such cache; a folder that cannot be written is no error. It keeps what was compiled when a file was loaded and nothing of what is
// compiled later, so files are compiled whole, and a later start compiles nothing.
if (module.enableCompileCache?.().directory !== undefined) setFlagsFromString('--no-lazy')
const { main } = await import('./cli/main.ts')

// No process.exit(): a pipe may still hold what was written.
process.exitCode = await main(process.argv.slice(2), io)

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(`--${flag}`)
}

/** A reader that went away (`| head`) and a full disk are told from the answer, not from an exception. */
function sink(stream: WriteStream): Sink {
  stream.on('error', () => undefined)
  return {
    write: (text) => new Promise((done) => stream.write(text, (error) => done(error ? reason(error) : undefined))),
    terminal: stream.isTTY === true,
    columns: stream.columns,
  }
}

async function save(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    return undefined
  } catch (error) {
    return reason(error)
  }
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
