#!/usr/bin/env node
import 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { WriteStream } from 'node:tty'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { CompiledCode } from './cli/compiled.ts'
import type { Io, Sink } from './cli/io.ts'

const judged: string[] = []

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
    flags = WITH_MUCH_TO_READ
    setFlags(flags)
  },
  judged: (rules) => judged.push(...rules),
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
let flags = AT_FIRST
setFlags(flags)

// Of the sources Node keeps the JavaScript that it makes of them, of the bundle we keep what V8 makes of it.
const bundle = dirname(fileURLToPath(import.meta.url))
const compiled = import.meta.url.endsWith('.ts') ? undefined : new CompiledCode(bundle, process.env)
if (compiled) {
  setFlagsFromString('--no-flush-bytecode')
  const { extensions } = module.createRequire(import.meta.url)
  for (const extension of ['.js', '.cjs'] as const) extensions[extension] = (loaded, path) => asAtFirst(() => compiled.load(loaded, path))
} else module.enableCompileCache?.()

// No process.exit(): a pipe may still hold what was written.
void import('./cli/main.ts').then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2), io)
  asAtFirst(() => compiled?.keep(judged))
})

// V8 refuses code that was compiled under other flags.
function asAtFirst(use: () => void): void {
  setFlags(AT_FIRST)
  use()
  setFlags(flags)
}

function setFlags(names: readonly string[]): void {
  if (tiered) for (const name of names) setFlagsFromString(`--${name}`)
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

function save(path: string, text: string): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return undefined
  } catch (error) {
    return reason(error)
  }
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
