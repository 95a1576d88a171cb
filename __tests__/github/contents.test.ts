import { afterEach, expect, test } from 'vitest'
import { fileFetcher } from '../../src/github/contents.ts'
import { FakeGitHub, type Seed } from '../action/fake-github/server.ts'

const COMMIT = 'a'.repeat(40)
const FILE = { owner: 'acme', repo: 'platform', path: 'gate/base.yaml', commit: COMMIT }
let github: FakeGitHub

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.stop()
})

async function fetcher(seed: Seed) {
  github = new FakeGitHub(seed)
  return fileFetcher({ token: 't', api: await github.start(), timeout: 5_000 })
}

test('a file at a commit, asked for once', async () => {
  const fetch = await fetcher({ files: { [`acme/platform/gate/base.yaml@${COMMIT}`]: 'threshold: 90 # ≥ 80\n' }, prefix: '/api/v3' })
  expect(await fetch(FILE)).toBe('threshold: 90 # ≥ 80\n')
  expect(await fetch({ ...FILE })).toBe('threshold: 90 # ≥ 80\n')
  expect(github.log).toMatchObject([{ operation: 'repos/get-content', params: { path: 'gate/base.yaml' }, query: { ref: COMMIT } }])
})

test.each<[string, Seed, RegExp]>([
  ['a file that is not there', {}, /^GitHub answered 404: there is no such file at that commit, or the token may not read/],
  [
    'no permission',
    { faults: { 'repos/get-content': [{ status: 403 }] } },
    /^GitHub answered 403 .*the token needs the permission `contents: read`/,
  ],
  ['a token that is none', { faults: { 'repos/get-content': [{ status: 401 }] } }, /^GitHub answered 401 .*not valid$/],
])('%s', async (_, seed, expected) => {
  const fetch = await fetcher(seed)
  await expect(fetch(FILE)).rejects.toThrow(expected)
})
