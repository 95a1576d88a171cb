import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/github/client.ts'
import { explain } from '../../src/github/failure.ts'
import { FakeGitHub, type Fault } from '../action/fake-github/server.ts'

let github: FakeGitHub | undefined

afterEach(async () => {
  await github?.stop()
  github = undefined
})

const LIMITED = { status: 429, headers: { 'retry-after': '1' } }
const BURST = { status: 403, headers: { 'retry-after': '0' } }
const SPENT = { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } }
const READ = 'issues/list-comments'
const CREATE = 'issues/create-comment'

async function ask(operation: string, faults: readonly Fault[]): Promise<string> {
  github = new FakeGitHub({ faults: { [operation]: faults } })
  const client = await connect({ token: 't', api: await github.start(), timeout: 300 })
  const address = { owner: 'o', repo: 'r', issue_number: 7 }
  const { listComments, createComment } = client.rest.issues
  const asked = operation === READ ? listComments(address) : createComment({ ...address, body: 'text' })
  return asked.then(
    () => 'done',
    (error: unknown) => explain(error, 'pull-requests: write'),
  )
}

test.each<[string, string, readonly Fault[], number]>([
  ['a server error while reading', READ, [{ status: 500 }, { status: 502 }], 3],
  ['a lost connection while reading', READ, ['reset'], 2],
  ['too many requests, even while creating', CREATE, [LIMITED], 2],
  ['a burst limit, even while creating', CREATE, [BURST, BURST], 3],
  ['a spent hour that is over', READ, [SPENT], 2],
])('%s is tried again', async (_, operation, faults, requests) => {
  expect(await ask(operation, faults)).toBe('done')
  expect(github?.operations).toHaveLength(requests)
})

const LATER = String(Math.floor(Date.now() / 1000) + 3600)

test.each<[string, string, readonly Fault[], number, RegExp]>([
  ['a server error while creating', CREATE, [{ status: 500 }], 1, /answered 500/],
  ['a connection lost while creating', CREATE, ['reset'], 1, /could not be reached/],
  ['a server that says nothing', READ, ['hang'], 1, /did not answer in time/],
  ['a third server error', READ, [{ status: 500 }, { status: 500 }, { status: 503 }], 3, /answered 503/],
  ['a limit longer than we wait', CREATE, [{ status: 429, headers: { 'retry-after': '3600' } }], 1, /too many requests/],
  ['a limit without a time', CREATE, [{ status: 429 }], 1, /too many requests/],
  ['a spent hour', READ, [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': LATER } }], 1, /too many requests/],
  ['a refusal', CREATE, [{ status: 403 }], 1, /answered 403 .*needs the permission `pull-requests: write`/],
  ['something that is hidden', CREATE, [{ status: 404 }], 1, /answered 404 .*needs the permission/],
  ['a body GitHub does not want', CREATE, [{ status: 422 }], 1, /answered 422/],
  ['a wrong token', READ, [{ status: 401 }], 1, /token is not valid/],
])('%s is not, and is said', async (_, operation, faults, requests, said) => {
  expect(await ask(operation, faults)).toMatch(said)
  expect(github?.operations).toHaveLength(requests)
})

test('a host that is not there is said', async () => {
  const client = await connect({ token: 't', api: 'http://127.0.0.1:9', timeout: 300 })
  const asked = client.rest.issues.listComments({ owner: 'o', repo: 'r', issue_number: 7 })
  await expect(asked.catch((error: unknown) => explain(error, ''))).resolves.toMatch(/could not be reached/)
})

test.each([undefined, null, 'text', { response: 'odd' }, new Error('x'.repeat(500))])('anything thrown can be explained: %s', (thrown) => {
  expect(explain(thrown, '').length).toBeLessThan(220)
})
