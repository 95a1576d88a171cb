import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import { configuration, WORKFLOW } from '../../src/cli/proposal.ts'
import { configSchema } from '../../src/config/schema.ts'
import { BARE } from '../action/repositories.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'))
  mkdirSync(join(folder, '.git'))
})

afterEach(() => rmSync(folder, { recursive: true }))

async function run(...argv: string[]): Promise<{ code: number; stderr: string }> {
  let stderr = ''
  const sink = (take: (text: string) => void) => ({
    write: async (text: string) => {
      take(text)
      return undefined
    },
    terminal: false,
    columns: undefined,
  })
  const io: Io = {
    cwd: folder,
    env: {},
    stdout: sink(() => {}),
    stderr: sink((text) => {
      stderr += text
    }),
    now: () => 0,
    readStdin: async () => Buffer.from(''),
    optimise: () => undefined,
    judged: () => undefined,
    exists: existsSync,
    writeFile: (path, text) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return undefined
    },
  }
  return { code: await main(argv, io), stderr }
}

function put(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const HOSTILE = '"] x: \n[#'

describe('what init writes is a configuration with which the gate passes', () => {
  test.each<[string, () => void]>([
    [
      'the example shop',
      () => cpSync(join(PROJECT, 'examples/shop'), folder, { recursive: true, filter: (path) => !path.endsWith('.maturity-gate.yaml') }),
    ],
    ['gaps everywhere', () => put(BARE)],
    ['a Dockerfile alone', () => put({ Dockerfile: 'FROM scratch\n' })],
    [
      'names that would end a line',
      () =>
        put({
          [`${HOSTILE}/Dockerfile`]: 'FROM scratch\n',
          'b/Dockerfile': 'FROM b\n',
          [`${HOSTILE}/tests/pod.yaml`]: BARE['k8s/web.yaml'],
        }),
    ],
    ['the path of a file', () => put({ 'a/Dockerfile': 'FROM scratch\n' })],
  ])('%s', async (_, prepare) => {
    prepare()
    expect(await run('init')).toEqual({ code: 0, stderr: '' })
    expect(await run()).toEqual({ code: 0, stderr: '' })
    const text = readFileSync(join(folder, '.maturity-gate.yaml'), 'utf8')
    // The proposals are one too.
    const proposed = text.replace(/^# (exclude|targets|baseline|rules| {2}.*):/gm, '$1:').replace(/^#( {2,}\S)/gm, '$1')
    const { baseline, ...rest } = parse(proposed)
    expect(baseline).toBe('.maturity-gate-baseline.json')
    expect(configSchema.safeParse(rest)).toMatchObject({ success: true, data: { exclude: expect.any(Array), targets: expect.any(Array) } })
  })
})

test('a file that is there is kept, and the other is not written', async () => {
  put({ ...BARE, '.github/workflows/maturity.yml': 'mine' })
  expect(await run('init')).toEqual({
    code: 2,
    stderr: 'maturity-gate: .github/workflows/maturity.yml: there already, and init overwrites nothing\n',
  })
  expect(existsSync(join(folder, '.maturity-gate.yaml'))).toBe(false)
})

test.each<[string[], RegExp]>([
  [['init'], /nothing to judge.*no configuration is written/],
  [['init', 'a', 'b'], /b: init takes one folder/],
  [['init', '-'], /-: init takes one folder/],
  [['init', '--only', 'x'], /--only: not an option of init/],
  [['baseline', '-'], /a baseline is made of files/],
])('%j is refused', async (argv, expected) => {
  const { code, stderr } = await run(...argv)
  expect(code).toBe(2)
  expect(stderr).toMatch(expected)
})

test('at the last stage there is no next one', () => {
  const stages = [5].map((stage) => ({ stage, title: 'Everywhere' }))
  const text = configuration({ reached: 5, stages, services: [], asides: [], kubernetesVersion: '1.36' })
  expect(text).toContain('reaches today, Everywhere:')
  expect(text).toContain('required-stage: 5\n')
  expect(text).not.toContain('The next one')
})

test('the workflow is the one that the README shows', () => {
  const [shown = ''] = /```yaml\n(name: maturity\n[\s\S]*?)```/.exec(readFileSync(join(PROJECT, 'README.md'), 'utf8'))?.slice(1) ?? []
  expect(shown.replace('        with:\n          required-stage: 2\n', '')).toBe(WORKFLOW)
})
