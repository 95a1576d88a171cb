import { expect, test } from 'vitest'
import { readEvent } from '../../src/github/event.ts'

const SHA = 'a'.repeat(40)
const MERGE = 'c'.repeat(40)
const RUN = { name: 'workflow_run', repository: 'o/r', ref: 'refs/heads/main', sha: MERGE }
const run = (event: string, pulls: object[]) => ({ workflow_run: { event, head_sha: SHA, pull_requests: pulls } })

test.each([
  ['pull_request', 'refs/pull/7/merge', { pull_request: { number: 7 } }, { pulls: [7] }],
  ['pull_request_target', 'refs/heads/main', { pull_request: { number: 7 } }, { pulls: [7] }],
  ['push', 'refs/heads/feature', { after: SHA }, { pulls: [], pushed: SHA }],
  ['push', 'refs/heads/feature', { after: '0'.repeat(40), deleted: true }, { pulls: [] }],
  ['push', 'refs/tags/v1', { after: SHA }, { pulls: [] }],
  ['push', 'refs/heads/feature', { after: '../../user' }, { pulls: [] }],
  ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', { merge_group: { head_sha: SHA } }, { pulls: [] }],
  ['schedule', 'refs/heads/main', { schedule: '0 0 * * *' }, { pulls: [] }],
  ['workflow_dispatch', 'refs/heads/main', {}, { pulls: [] }],
  ['workflow_run', 'refs/heads/main', run('pull_request', [{ number: 7, head: { sha: SHA } }]), { pulls: [7] }],
  ['workflow_run', 'refs/heads/main', run('push', []), { pulls: [] }],
  ['pull_request', 'refs/pull/7/merge', { pull_request: { number: '7/../8' } }, { pulls: [] }],
  ['pull_request', 'refs/pull/7/merge', null, { pulls: [] }],
])('%s of %s', (name, ref, payload, expected) => {
  expect(readEvent({ name, repository: 'o/r', ref, sha: MERGE }, payload)).toEqual({ owner: 'o', repo: 'r', commit: MERGE, ...expected })
})

test('a workflow_run of a fork has a pull request that GitHub does not name', () => {
  expect(readEvent(RUN, run('pull_request', []))?.hidden).toMatch(/fork/)
})

test('a workflow_run whose pull request has moved on comments nowhere', () => {
  const event = readEvent(RUN, run('pull_request', [{ number: 7, head: { sha: 'b'.repeat(40) } }]))
  expect(event?.pulls).toEqual([])
  expect(event?.hidden).toMatch(/newer commits/)
})

test.each(['', 'o', 'o/r/x', '/r'])('repository %j is nobody', (repository) => {
  expect(readEvent({ ...RUN, repository }, {})).toBeUndefined()
})

test('links go to the head of a pull request, not to the merge that only the runner has', () => {
  const names = { ...RUN, name: 'pull_request' }
  expect(readEvent(names, { pull_request: { number: 7, head: { sha: SHA } } })?.commit).toBe(SHA)
  expect(readEvent(names, { pull_request: { number: 7, head: { sha: '"><script>' } } })?.commit).toBe(MERGE)
})
