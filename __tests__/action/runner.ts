// What GitHub's runner does around an action: the files and variables that it hands over, and which lines of its output it obeys.
import { spawn } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { type Command, obeyed } from './commands.ts'

export interface Step {
  /** Files of the checkout. */
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: string
  readonly payload?: unknown
  readonly env?: Readonly<Record<string, string>>
  readonly api?: string
  /** Called with the step's folder before the action starts. */
  readonly prepare?: (folder: string) => void
}

export interface Result {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What the action wrote into the workspace, by path. */
  readonly written: Readonly<Record<string, string>>
}

const ACTION = parse(readFileSync('action.yml', 'utf8'))
export const SHA = '1111111111111111111111111111111111111111'

export const PULL_REQUEST = {
  action: 'opened',
  number: 7,
  pull_request: { number: 7, head: { ref: 'feature', sha: SHA }, base: { ref: 'main', sha: '2'.repeat(40) } },
  repository: { name: 'r', full_name: 'o/r', owner: { login: 'o' }, default_branch: 'main' },
}

/** Runs the action once, from its sources, as a step of a job. */
export async function runStep(step: Step, program = 'src/action.ts'): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'step-'))
  try {
    const workspace = join(folder, 'workspace')
    mkdirSync(join(workspace, '.git'), { recursive: true })
    for (const [path, text] of Object.entries(step.files ?? {})) put(join(workspace, path), text)
    for (const name of ['output', 'summary']) put(join(folder, name), '')
    put(join(folder, 'event.json'), typeof step.payload === 'string' ? step.payload : JSON.stringify(step.payload ?? PULL_REQUEST))
    step.prepare?.(folder)
    const { code, stdout, stderr } = await start(resolve(program), workspace, environment(folder, workspace, step))
    const outputs = outputsOf(text(join(folder, 'output')) ?? '')
    return {
      code,
      stdout,
      stderr,
      commands: obeyed(stdout),
      outputs,
      summary: text(join(folder, 'summary')) ?? '',
      written: writtenTo(workspace, step),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function environment(folder: string, workspace: string, { inputs = {}, event = 'pull_request', env, api }: Step): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, { default: value = '' }] of Object.entries<{ default?: string }>(ACTION.inputs)) given[name] = value
  const values = { ...given, token: api === undefined ? '' : 'a-token', ...inputs }
  const named = Object.entries(values).map(([name, value]) => [`INPUT_${name.replace(/ /g, '_').toUpperCase()}`, value])
  return {
    PATH: process.env.PATH ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_REF: event === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main',
    GITHUB_SHA: '3'.repeat(40),
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_API_URL: api ?? 'http://127.0.0.1:9',
    ...Object.fromEntries(named),
    ...env,
  }
}

function start(
  program: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (data) => {
      stdout += data
    })
    child.stderr.setEncoding('utf8').on('data', (data) => {
      stderr += data
    })
    child.on('error', failed)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function text(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function writtenTo(workspace: string, { files = {} }: Step): Record<string, string> {
  const paths = globSync('**', { cwd: workspace }).filter((path) => !(path in files) && statSync(join(workspace, path)).isFile())
  return Object.fromEntries(paths.map((path) => [path, text(join(workspace, path)) ?? '']))
}

function outputsOf(file: string): Record<string, string> {
  const entries = file.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]))
}
