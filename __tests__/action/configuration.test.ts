import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Pull } from './fake-github/answers.ts'
import { FakeGitHub, type Seed } from './fake-github/server.ts'
import { BARE } from './repositories.ts'
import { PULL_REQUEST, type Result, runStep, SHA, type Step } from './runner.ts'

let github: FakeGitHub | undefined

afterEach(async () => {
  expect(github?.violations ?? []).toEqual([])
  await github?.stop()
  github = undefined
})

const COMMIT = 'a'.repeat(40)
const POLICY = `acme/platform/gate/base.yaml@${COMMIT}`
const BASE = '2'.repeat(40)
const CONFIG = '.maturity-gate.yaml'

async function run(step: Step, seed: Seed): Promise<Result> {
  github = new FakeGitHub(seed)
  return runStep({ ...step, api: await github.start() })
}

const pull = (...files: Pull['files']): Pull => ({ number: 7, head: SHA, state: 'open', files })
const undone = ({ commands }: Result) => commands.map(({ message }) => message).filter((message) => message.startsWith('Not done'))

describe('extends', () => {
  const extending = { ...BARE, [CONFIG]: `extends: ${POLICY}\n` }

  test('a file of another repository, with the token, at the commit', async () => {
    const { code, outputs } = await run({ files: extending }, { files: { [POLICY]: 'required-stage: 4\nlocks: { threshold: 90 }\n' } })
    expect(code).toBe(1)
    expect(outputs['required-stage']).toBe('4')
    expect(github?.log[0]).toMatchObject({ operation: 'repos/get-content', query: { ref: COMMIT } })
  })

  test('what cannot be fetched is a mistake of the configuration', async () => {
    const { code, commands } = await run({ files: extending }, {})
    expect(code).toBe(2)
    expect(commands[0]?.message).toBe(
      `${CONFIG}:1:1: extends: ${POLICY}: cannot be fetched: GitHub answered 404: there is no such file at that commit, or the token may not read that repository`,
    )
  })

  test('an input below what is locked is said', async () => {
    const step = { files: extending, inputs: { 'required-stage': '1', threshold: '60' } }
    const { outputs, summary } = await run(step, { files: { [POLICY]: 'locks: { required-stage: 3, threshold: 85 }\n' } })
    expect(outputs['required-stage']).toBe('3')
    expect(summary).toContain('Stage 3 is required, and not 1')
    expect(summary).toContain('The threshold is 85, and not 60')
  })
})

const LOOSE = 'required-stage: 2\nexclude: [legacy]\n'
const STRICT = 'required-stage: 3\n'
const LOOSENED = ['required-stage is 2; it was 3', 'exclude leaves out legacy']

describe('a change that loosens the configuration', () => {
  const files = { ...BARE, [CONFIG]: LOOSE }
  const strict = { [`o/r/${CONFIG}@${BASE}`]: STRICT }

  test('is named in the comment and in the summary', async () => {
    const result = await run({ files }, { pulls: [pull({ filename: CONFIG, status: 'modified' })], files: strict })
    const [comment] = github?.state.comments ?? []
    for (const text of [result.summary, comment?.body]) {
      expect(text).toContain('This change loosens the configuration of the gate')
      for (const sentence of LOOSENED) expect(text).toContain(sentence)
    }
    expect(undone(result)).toEqual([])
  })

  test('and turns no verdict', async () => {
    const now = await run({ files }, { pulls: [pull({ filename: CONFIG, status: 'modified' })], files: strict })
    await github?.stop()
    const before = await run({ files }, { pulls: [pull()] })
    expect(now.outputs).toEqual(before.outputs)
    expect(before.summary).not.toContain('loosens')
  })

  test('is named where there is nothing else to say', async () => {
    const clean = { 'k8s/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n', [CONFIG]: 'threshold: 0\n' }
    const only = { 'required-stage': '1', annotations: 'none', config: CONFIG }
    const off = await run({ files: clean, inputs: { ...only, 'report-dir': 'out' } }, { pulls: [pull()] })
    const failing = JSON.parse(off.written['out/report.json'] ?? '').controls.filter(({ status }: { status: string }) => status === 'fail')
    const rules = failing.map(({ id }: { id: string }) => `  ${id}: { enabled: false }\n`).join('')
    await github?.stop()
    const files = { ...clean, [CONFIG]: `threshold: 0\nrules:\n${rules}` }
    const result = await run(
      { files, inputs: only },
      { pulls: [pull({ filename: CONFIG, status: 'modified' })], files: { [`o/r/${CONFIG}@${BASE}`]: 'threshold: 0\n' } },
    )
    expect(result.outputs.gaps).toBe('0')
    expect(github?.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('is switched off')])
  })

  test('asks for nothing where the configuration stays', async () => {
    const result = await run({ files }, { pulls: [pull({ filename: 'k8s/job.yaml', status: 'modified' })], files: strict })
    expect(result.summary).not.toContain('loosens')
    expect(github?.operations).not.toContain('repos/get-content')
  })

  test('takes the configuration away', async () => {
    const step = { files: BARE, inputs: { 'required-stage': '1' } }
    const result = await run(step, { pulls: [pull({ filename: CONFIG, status: 'removed' })], files: strict })
    expect(result.summary).toContain('required-stage is gone; it was 3')
  })

  test('a new file is compared with the defaults, without asking', async () => {
    const result = await run({ files }, { pulls: [pull({ filename: CONFIG, status: 'added' })] })
    expect(result.summary).toContain('exclude leaves out legacy')
    expect(github?.operations).not.toContain('repos/get-content')
  })

  test('lies in a file that the configuration extends, or in its baseline', async () => {
    const entry = (fingerprint: string) => `{ "rule": "a", "file": "b", "fingerprint": "${fingerprint.repeat(20)}" }`
    const known = (...entries: string[]) => `{ "version": 1, "findings": [${entries.join(',')}] }`
    const now = {
      ...BARE,
      [CONFIG]: 'extends: gate/base.yaml\nbaseline: known.json\n',
      'gate/base.yaml': LOOSE,
      'known.json': known(entry('a'), entry('b')),
    }
    const result = await run(
      { files: now },
      {
        pulls: [pull({ filename: 'gate/base.yaml', status: 'modified' }, { filename: 'known.json', status: 'modified' })],
        files: {
          [`o/r/${CONFIG}@${BASE}`]: now[CONFIG],
          [`o/r/gate/base.yaml@${BASE}`]: STRICT,
          [`o/r/known.json@${BASE}`]: known(entry('a')),
        },
      },
    )
    for (const sentence of [...LOOSENED, 'the baseline takes in 1 more finding']) expect(result.summary).toContain(sentence)
  })

  test('that cannot be compared is told, once, where the configuration changes', async () => {
    const result = await run(
      { files },
      { pulls: [pull({ filename: CONFIG, status: 'modified' })], faults: { 'repos/get-content': [{ status: 403 }] } },
    )
    expect(undone(result)).toEqual([
      expect.stringMatching(/comparing the configuration with the one before the change: GitHub answered 403/),
    ])
  })

  test('is not asked about without a token', async () => {
    const result = await run({ files, inputs: { token: '' } }, { files: strict })
    expect(github?.operations).toEqual([])
    expect(undone(result)).toEqual([])
  })

  test('is found in the history that is here, without asking anybody', async () => {
    let base = ''
    const git = (cwd: string, ...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'init.defaultBranch=main', ...words], {
        cwd,
        encoding: 'utf8',
      }).trim()
    const result = await runStep({
      files: { ...BARE, 'sub/.maturity-gate.yaml': LOOSE },
      inputs: { 'working-directory': 'sub', 'on-nothing-scanned': 'ignore' },
      prepare: (folder) => {
        const workspace = join(folder, 'workspace')
        rmSync(join(workspace, '.git'), { recursive: true })
        const put = (text: string) => {
          const path = join(workspace, 'sub', CONFIG)
          mkdirSync(dirname(path), { recursive: true })
          writeFileSync(path, text)
        }
        put(STRICT)
        for (const words of [
          ['init', '-q'],
          ['add', '.'],
          ['commit', '-qm', 'before'],
        ])
          git(workspace, ...words)
        base = git(workspace, 'rev-parse', 'HEAD')
        put(LOOSE)
        git(workspace, 'commit', '-qam', 'after')
        const payload = { ...PULL_REQUEST, pull_request: { ...PULL_REQUEST.pull_request, base: { ref: 'main', sha: base } } }
        writeFileSync(join(folder, 'event.json'), JSON.stringify(payload))
      },
    })
    for (const sentence of LOOSENED) expect(result.summary).toContain(sentence)
  })
})
