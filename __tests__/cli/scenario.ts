import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * One run of the command line as plain text:
 *
 *     What it shows, in a sentence.
 *     not as root             (optional; also: bundle, which runs it against dist/cli too)
 *     $ maturity-gate --only no-privileged-containers
 *     exit 1
 *     -- stdout --
 *     …
 *     -- stderr --
 *     …
 *     -- file k8s/web.yaml --
 *     …
 *
 * In what is expected, a line `...` stands for any lines and `[..]` for any text in a line. The command is given to a shell.
 */
export interface Scenario {
  readonly title: string
  readonly marks: readonly string[]
  readonly command: string
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
  readonly files: ReadonlyMap<string, string>
}

export interface Outcome {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

export function readScenario(path: string): Scenario {
  const [head = '', ...parts] = readFileSync(path, 'utf8').split(/^-- (.+) --\n/m)
  const lines = head.trim().split('\n')
  const command = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2))
  const exit = /^exit (\d)$/m.exec(head)?.[1]
  if (command.length === 0 || exit === undefined) throw new Error(`${path}: a scenario needs a line \`$ command\` and a line \`exit N\``)
  const sections = new Map<string, string>()
  for (let at = 0; at < parts.length; at += 2) sections.set(parts[at] ?? '', parts[at + 1] ?? '')
  const files = [...sections].filter(([name]) => name.startsWith('file ')).map(([name, text]) => [name.slice(5), text] as const)
  return {
    title: lines[0] ?? '',
    marks: lines.slice(1).filter((line) => /^(not as root|bundle)$/.test(line)),
    command: command.join('\n'),
    exit: Number(exit),
    stdout: sections.get('stdout') ?? '',
    stderr: sections.get('stderr') ?? '',
    files: new Map(files),
  }
}

/** Runs it in a folder of its own with `maturity-gate` on the path, as `node entry`. */
export async function play(scenario: Scenario, node: string, entry: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-gate-'))
  try {
    const work = join(folder, 'work')
    const bin = join(folder, 'bin')
    for (const path of [work, bin]) mkdirSync(path)
    writeFileSync(join(bin, 'maturity-gate'), `#!/bin/sh\nexec "${node}" "${entry}" "$@"\n`)
    chmodSync(join(bin, 'maturity-gate'), 0o755)
    for (const [path, text] of scenario.files) {
      mkdirSync(dirname(join(work, path)), { recursive: true })
      writeFileSync(join(work, path), text)
    }
    return await shell(scenario.command, work, bin)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function shell(command: string, cwd: string, bin: string): Promise<Outcome> {
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: cwd }
  const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (part) => stdout.push(part))
  child.stderr.on('data', (part) => stderr.push(part))
  return new Promise((done) => {
    child.on('close', (exit) => done({ exit, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }))
  })
}

/** Whether a text is what a scenario expects, with its `...` and `[..]`. */
export function matches(actual: string, expected: string): boolean {
  const lines = expected.split('\n').map((line) => (line === '...' ? undefined : line.split('[..]')))
  return follow(actual.split('\n'), 0, lines, 0)
}

function follow(actual: readonly string[], at: number, expected: readonly (readonly string[] | undefined)[], next: number): boolean {
  if (next === expected.length) return at === actual.length
  const parts = expected[next]
  if (parts === undefined) {
    for (let from = at; from <= actual.length; from++) if (follow(actual, from, expected, next + 1)) return true
    return false
  }
  const line = actual[at]
  return line !== undefined && lineMatches(line, parts) && follow(actual, at + 1, expected, next + 1)
}

function lineMatches(line: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts
  const last = rest.pop()
  if (last === undefined) return line === first
  if (!line.startsWith(first) || !line.slice(first.length).endsWith(last)) return false
  let from = first.length
  for (const part of rest) {
    const found = line.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return from <= line.length - last.length
}
