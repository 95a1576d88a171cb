import { afterEach, expect, test } from 'vitest'
import { FakeGitHub, type Seed } from './fake-github/server.ts'
import { BARE } from './repositories.ts'
import { PULL_REQUEST, type Result, runStep, SHA, type Step } from './runner.ts'

let github: FakeGitHub

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.stop()
})

const MARKER = '<!-- maturity-gate: maturity-gate -->'
const PULL = { number: 7, head: SHA, state: 'open', files: [{ filename: 'k8s/job.yaml', status: 'modified' }] } as const

async function run(step: Step = {}, seed: Seed = {}): Promise<Result> {
  github = new FakeGitHub({ pulls: [PULL], ...seed })
  const inputs = { 'required-stage': '3', ...step.inputs }
  return runStep({ files: BARE, ...step, inputs, api: await github.start() })
}

const bodies = () => github.state.comments.map(({ body }) => body)
const warnings = ({ commands }: Result) => commands.filter(({ name }) => name === 'warning').map(({ message }) => message)
const undone = (result: Result) => warnings(result).filter((message) => message.startsWith('Not done'))

test('a pull request with gaps gets one comment', async () => {
  const result = await run()
  expect(result.code).toBe(1)
  expect(bodies()).toEqual([expect.stringMatching(new RegExp(`^${MARKER}\n## `))])
  expect(bodies()[0]).toContain('stage 3 is required')
  expect(undone(result)).toEqual([])
})

test('the second run says the same and writes nothing', async () => {
  await run()
  const [body = ''] = bodies()
  await github.stop()
  await run({}, { comments: [{ pull: 7, body }] })
  expect(github.operations).not.toContain('issues/update-comment')
  expect(bodies()).toEqual([body])
})

test('what has changed is changed in place', async () => {
  await run({}, { comments: [{ pull: 7, body: `${MARKER}\nyesterday` }] })
  expect(bodies()).toEqual([expect.stringContaining('stage 3 is required')])
})

test('gates with different names keep a comment each', async () => {
  await run({ inputs: { name: 'staging' } }, { comments: [{ pull: 7, body: `${MARKER}\nof the other` }] })
  expect(bodies()).toEqual([`${MARKER}\nof the other`, expect.stringContaining('<!-- maturity-gate: staging -->')])
})

// Passes, and every rule that fails in it is switched off: nothing is left to say.
async function clean(): Promise<Record<string, string>> {
  const base = { ...BARE, '.maturity-gate.yaml': 'required-stage: 1\nthreshold: 0\n' }
  const first = await runStep({ files: base, inputs: { 'report-dir': 'out' } })
  const { controls } = JSON.parse(first.written['out/report.json'] ?? '')
  const failing: string[] = controls.filter(({ status }: { status: string }) => status === 'fail').map(({ id }: { id: string }) => id)
  const rules = failing.map((id) => `  ${id}: { enabled: false, reason: not the matter of this test }\n`).join('')
  return { ...base, '.maturity-gate.yaml': `required-stage: 1\nthreshold: 0\nrules:\n${rules}` }
}

test('a clean pull request gets none; one that was not clean is told', async () => {
  const files = await clean()
  const result = await run({ files, inputs: { 'required-stage': '' } })
  expect(result.outputs).toMatchObject({ passed: 'true', gaps: '0' })
  expect(github.operations).toEqual(['pulls/list-files', 'issues/list-comments'])
  await github.stop()
  await run({ files, inputs: { 'required-stage': '' } }, { comments: [{ pull: 7, body: `${MARKER}\nthree gaps` }] })
  expect(bodies()).toEqual([expect.stringMatching(/✅/)])
})

test('comment: always writes one without gaps too', async () => {
  await run({ files: await clean(), inputs: { 'required-stage': '', comment: 'always' } })
  expect(bodies()).toHaveLength(1)
})

test('comment: never asks for no comments, even where there is one', async () => {
  await run({ inputs: { comment: 'never', annotations: 'none' } }, { comments: [{ pull: 7, body: `${MARKER}\nold` }] })
  // Which files change is asked for the configuration among them.
  expect(github.operations).toEqual(['pulls/list-files'])
})

test('a body is never longer than GitHub takes', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`k8s/${'long-'.repeat(30)}${index}.yaml`, BARE['k8s/web.yaml']]),
  )
  const result = await run({ files })
  expect(undone(result)).toEqual([])
  expect(bodies()[0]?.length).toBeLessThanOrEqual(65_536)
})

test('annotations: changed shows only what lies in files of the pull request', async () => {
  const { commands } = await run({ inputs: { annotations: 'changed' } })
  const files = commands.flatMap(({ properties }) => properties.file ?? [])
  expect(new Set(files)).toEqual(new Set(['k8s/job.yaml']))
})

test('a push comments on the open pull request whose head it is', async () => {
  const result = await run({ event: 'push', payload: { after: SHA, ref: 'refs/heads/feature' } })
  expect(undone(result)).toEqual([])
  expect(bodies()).toHaveLength(1)
  expect(github.operations[0]).toBe('repos/list-pull-requests-associated-with-commit')
})

test.each([
  ['push', { after: '9'.repeat(40) }],
  ['merge_group', { merge_group: { head_sha: SHA, base_sha: SHA } }],
  ['schedule', {}],
  ['workflow_dispatch', {}],
  ['workflow_run', { workflow_run: { event: 'push', head_sha: SHA, pull_requests: [] } }],
])('%s without a pull request: the gate alone', async (event, payload) => {
  const result = await run({ event, payload })
  expect(result.code).toBe(1)
  expect(undone(result)).toEqual([])
  expect(github.state.comments).toEqual([])
})

test('a workflow_run of a fork says why there is no comment', async () => {
  const result = await run({
    event: 'workflow_run',
    payload: { workflow_run: { event: 'pull_request', head_sha: SHA, pull_requests: [] } },
  })
  expect(undone(result)).toEqual([expect.stringContaining('fork')])
})

test('without a token GitHub is not asked, and everything else works', async () => {
  const result = await run({ inputs: { token: '' } })
  expect(github.operations).toEqual([])
  expect(undone(result)).toEqual([])
  expect(result.outputs.passed).toBe('false')
  expect(result.commands.some(({ properties }) => properties.file)).toBe(true)
})

test('the token of a pull request from a fork may not write: said once, with the permission', async () => {
  const result = await run({ payload: PULL_REQUEST }, { permissions: ['contents'] })
  expect(result.code).toBe(1)
  expect(undone(result)).toEqual([expect.stringMatching(/pull request #7.*403.*pull-requests: write.*verdict stands/s)])
})
