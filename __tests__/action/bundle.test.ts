import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FakeGitHub } from './fake-github/server.ts'
import { BARE } from './repositories.ts'
import { type Result, runStep, SHA, type Step } from './runner.ts'

// A runner has the committed bundle and nothing else: no node_modules above it, no sources.
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  cpSync('dist/action', folder, { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const STEP: Step = { files: BARE, inputs: { 'required-stage': '3', 'report-dir': 'out', formats: 'json, sarif, markdown, text' } }
const bundled = (step: Step): Promise<Result> => runStep(step, join(folder, 'index.js'))

test('the bundle says what the sources say', async () => {
  const [ours, sources] = [await bundled(STEP), await runStep(STEP)]
  expect(ours.stderr).toBe('')
  expect(ours).toMatchObject({
    code: 1,
    outputs: sources.outputs,
    commands: sources.commands,
    summary: sources.summary,
    written: sources.written,
  })
})

test('the bundle talks to GitHub', async () => {
  const github = new FakeGitHub({ pulls: [{ number: 7, head: SHA, state: 'open', files: [] }] })
  await bundled({ ...STEP, api: await github.start() })
  await github.stop()
  expect(github.violations).toEqual([])
  expect(github.state.comments).toHaveLength(1)
})

test("without a token GitHub's packages are not even opened", async () => {
  const chunks = readdirSync(folder).filter((name) => /^\d+\.index\.js$/.test(name))
  const theirs = chunks.filter((name) => readFileSync(join(folder, name), 'utf8').includes('getOctokit'))
  expect(theirs).not.toEqual([])
  for (const name of theirs) rmSync(join(folder, name))
  expect(await bundled(STEP)).toMatchObject({ code: 1, stderr: '', outputs: { passed: 'false' } })
})
