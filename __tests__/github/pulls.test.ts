import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/github/client.ts'
import { changesOf, pullRequestsOf } from '../../src/github/pulls.ts'
import type { Pull } from '../action/fake-github/answers.ts'
import { FakeGitHub } from '../action/fake-github/server.ts'

const SHA = 'a'.repeat(40)
const pull = (number: number, over: Partial<Pull> = {}): Pull => ({ number, head: SHA, state: 'open', files: [], ...over })
const EVENT = { owner: 'o', repo: 'r', commit: SHA, pulls: [] }
let github: FakeGitHub

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.stop()
})

async function talk(pulls: readonly Pull[], prefix = '') {
  github = new FakeGitHub({ pulls, prefix })
  return connect({ token: 't', api: `${await github.start()}/`, timeout: 5_000 })
}

test('a push belongs to the open pull requests whose head it is', async () => {
  const client = await talk([pull(1, { state: 'closed' }), pull(2), pull(3, { head: 'b'.repeat(40) })])
  expect(await pullRequestsOf(client, EVENT, SHA)).toEqual([2])
})

test('every page of changed files counts, removed ones do not; on GitHub Enterprise Server too', async () => {
  const files = Array.from({ length: 230 }, (_, index) => ({ filename: `k8s/${index}.yaml`, status: 'modified' as const }))
  const client = await talk([pull(7, { files: [...files, { filename: 'gone.yaml', status: 'removed' }] })], '/api/v3')
  const { changed, touched } = await changesOf(client, EVENT, [7])
  expect(changed.size).toBe(230)
  expect(changed.has('gone.yaml')).toBe(false)
  expect(touched.has('gone.yaml')).toBe(true)
  expect(github.log.map(({ query }) => query.page ?? '1')).toEqual(['1', '2', '3'])
})
