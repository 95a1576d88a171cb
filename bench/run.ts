import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeCorpus } from './corpus.ts'

const RUNS = 7
const cli = resolve(import.meta.dirname, '../dist/cli')

interface Figure {
  readonly milliseconds: number
  readonly megabytes: number
}

// The peak is asked of the process itself at its end, so that no tool of one operating system is needed.
const peak = `process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)))`

function run(args: readonly string[], hook: string): Figure {
  const start = process.hrtime.bigint()
  const child = spawnSync(process.execPath, ['--require', hook, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 20,
  })
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (child.status === null || child.status > 1) throw new Error(`${args.join(' ')} ended with ${child.status ?? child.signal}`)
  return { milliseconds, megabytes: Number(child.output[3]?.toString() ?? 0) / 1024 }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function measure(folder: string, label: string, scratch: string): void {
  const hook = join(scratch, 'peak.cjs')
  const empty = join(scratch, 'empty.cjs')
  writeFileSync(hook, peak)
  writeFileSync(empty, '')
  const pairs = Array.from({ length: RUNS + 1 }, () => ({
    gate: run([cli, folder, '--format', 'json'], hook),
    script: run([empty], hook),
  })).slice(1)
  const gate = median(pairs.map((pair) => pair.gate.milliseconds))
  const script = median(pairs.map((pair) => pair.script.milliseconds))
  const memory = median(pairs.map((pair) => pair.gate.megabytes))
  console.log(
    `${label.padEnd(28)} ${gate.toFixed(0).padStart(6)} ms  empty script ${script.toFixed(0).padStart(3)} ms  over it ${(gate - script).toFixed(0).padStart(6)} ms  peak ${memory.toFixed(0).padStart(4)} MB`,
  )
}

const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  const folders = process.argv.slice(2)
  for (const folder of folders) measure(resolve(folder), folder, scratch)
  if (folders.length === 0) {
    measure(resolve(import.meta.dirname, '../examples/shop'), 'examples/shop', scratch)
    for (const objects of [1_000, 10_000, 50_000]) {
      const folder = join(scratch, String(objects))
      writeCorpus(folder, objects)
      measure(folder, `${objects} objects`, scratch)
      rmSync(folder, { recursive: true, force: true })
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
