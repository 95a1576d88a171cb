import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { FakeGitHub, type Fault } from './fake-github/server.ts'
import { BARE } from './repositories.ts'
import { type Result, runStep, SHA, type Step } from './runner.ts'

// Whatever goes wrong after the verdict: the verdict stands, and one warning says what was not done.

let github: FakeGitHub | undefined

afterEach(async () => {
  await github?.stop()
  github = undefined
})

const undone = ({ commands }: Result) => commands.filter(({ name, message }) => name === 'warning' && message.startsWith('Not done'))

async function faulty(step: Step, faults: Readonly<Record<string, readonly Fault[]>>): Promise<Result> {
  const pull = { number: 7, head: SHA, state: 'open', files: [{ filename: 'k8s/job.yaml', status: 'modified' }] } as const
  github = new FakeGitHub({ pulls: [pull], faults })
  return runStep({ files: BARE, ...step, inputs: { 'required-stage': '3', ...step.inputs }, api: await github.start() })
}

const CREATE = 'issues/create-comment'
const FILES = 'pulls/list-files'

test.each<[string, Readonly<Record<string, readonly Fault[]>>, RegExp]>([
  ['403 on the comment', { [CREATE]: [{ status: 403 }] }, /comment on pull request #7: GitHub answered 403.*pull-requests: write/],
  ['404 on the comment', { [CREATE]: [{ status: 404 }] }, /comment on pull request #7: GitHub answered 404.*pull-requests: write/],
  ['422 on the comment', { [CREATE]: [{ status: 422 }] }, /comment on pull request #7: GitHub answered 422/],
  ['500 on the comment', { [CREATE]: [{ status: 500 }] }, /comment on pull request #7: GitHub answered 500/],
  ['429 for an hour', { [CREATE]: [{ status: 429, headers: { 'retry-after': '3600' } }] }, /too many requests/],
  ['a lost connection', { [CREATE]: ['reset'] }, /comment on pull request #7: GitHub could not be reached/],
  ['403 on the changed files', { [FILES]: [{ status: 403 }] }, /which files the pull request changes.*403.*pull-requests: read/],
  ['401 everywhere', { '*': [{ status: 401 }] }, /token is not valid/],
  ['403 everywhere', { '*': [{ status: 403 }] }, /403/],
])('%s', async (_, faults, words) => {
  const result = await faulty({}, faults)
  expect(result.code).toBe(1)
  expect(result.outputs.passed).toBe('false')
  expect(undone(result)).toEqual([expect.objectContaining({ message: expect.stringMatching(words) })])
})

test('a green verdict stays green when GitHub refuses everything', async () => {
  const result = await faulty({ inputs: { mode: 'report' } }, { '*': [{ status: 403 }] })
  expect(result.code).toBe(0)
  expect(undone(result)).toHaveLength(1)
})

test('a short limit is waited for', async () => {
  const result = await faulty({}, { [CREATE]: [{ status: 429, headers: { 'retry-after': '1' } }] })
  expect(undone(result)).toEqual([])
  expect(github?.state.comments).toHaveLength(1)
})

test('a server that never answers is given up', { timeout: 60_000 }, async () => {
  const result = await faulty({ inputs: { annotations: 'none' } }, { '*': ['hang'] })
  expect(result.code).toBe(1)
  expect(undone(result)).toEqual([expect.objectContaining({ message: expect.stringContaining('did not answer in time') })])
})

test('no network at all', async () => {
  const result = await runStep({ files: BARE, inputs: { 'required-stage': '3', token: 'a-token' } })
  expect(result.code).toBe(1)
  expect(undone(result)).toEqual([expect.objectContaining({ message: expect.stringContaining('could not be reached') })])
})

test('without the changed files all of them are shown', async () => {
  const result = await faulty({ inputs: { annotations: 'changed' } }, { [FILES]: [{ status: 404 }] })
  const files = result.commands.flatMap(({ properties }) => properties.file ?? [])
  expect(new Set(files)).toEqual(new Set(['k8s/job.yaml', 'k8s/web.yaml']))
})

test.each<[string, Pick<Step, 'env' | 'prepare' | 'inputs' | 'payload'>, RegExp]>([
  ['a full disk for the summary', { env: { GITHUB_STEP_SUMMARY: '/dev/full' } }, /the job summary: .*ENOSPC/],
  ['a full disk for the outputs', { env: { GITHUB_OUTPUT: '/dev/full' } }, /the outputs: .*ENOSPC/],
  ['no summary file', { prepare: (folder) => rmSync(join(folder, 'summary')) }, /the job summary: /],
  ['no output file', { prepare: (folder) => rmSync(join(folder, 'output')) }, /the outputs: /],
  [
    'a folder where a report goes',
    { inputs: { 'report-dir': 'out' }, prepare: (folder) => mkdirSync(join(folder, 'workspace/out/report.json'), { recursive: true }) },
    /report\.json: .*EISDIR/,
  ],
  ['an event file that is no JSON', { payload: '{' }, /reading the event: /],
])('%s', async (_, step, words) => {
  const result = await runStep({ files: BARE, ...step, inputs: { 'required-stage': '3', ...step.inputs } })
  expect(result.code).toBe(1)
  expect(undone(result)).toEqual([expect.objectContaining({ message: expect.stringMatching(words) })])
})

test('ten warnings are all that the runner keeps: the one that says what was not done is among them', async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k8s/web-${index}.yaml`, BARE['k8s/web.yaml']]))
  const inputs = { 'required-stage': '3', mode: 'report', annotations: 'all' }
  const prepare = (folder: string) => rmSync(join(folder, 'summary'))
  const warnings = (result: Result) => result.commands.filter(({ name }) => name === 'warning')
  const failing = await runStep({ files: many, inputs, prepare })
  expect(warnings(failing)).toHaveLength(10)
  expect(undone(failing)).toHaveLength(1)
  expect(warnings(await runStep({ files: many, inputs }))).toHaveLength(10)
})
