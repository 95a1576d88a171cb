import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/github/client.ts'
import { keepComment, type Wish } from '../../src/github/comment.ts'
import { FakeGitHub, type Seed } from '../action/fake-github/server.ts'

let github: FakeGitHub

afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.stop()
})

async function keep(seed: Seed, wish: Partial<Wish> = {}): Promise<void> {
  github = new FakeGitHub(seed)
  const client = await connect({ token: 't', api: await github.start(), timeout: 5_000 })
  const event = { owner: 'o', repo: 'r', commit: '', pulls: [7] }
  await keepComment(client, event, 7, { name: 'maturity-gate', create: true, render: () => 'three gaps', ...wish })
}

const bodies = () => github.state.comments.map(({ body }) => body)
const OURS = '<!-- maturity-gate: maturity-gate -->\n'
const PERSON = { login: 'mallory', type: 'User' } as const

test('creates a comment that begins with its marker', async () => {
  await keep({})
  expect(bodies()).toEqual([`${OURS}three gaps`])
})

test('creates none where there is nothing to say', async () => {
  await keep({}, { create: false })
  expect(github.operations).toEqual(['issues/list-comments'])
})

test('changes its comment in place, with nothing to create too', async () => {
  await keep({ comments: [{ pull: 7, body: `${OURS}four gaps` }] }, { create: false, render: () => 'resolved' })
  expect(bodies()).toEqual([`${OURS}resolved`])
})

test('leaves a comment alone that says the same, whatever line ends GitHub gives back', async () => {
  await keep({ comments: [{ pull: 7, body: `${OURS}three gaps\n`.replaceAll('\n', '\r\n') }] })
  expect(github.operations).not.toContain('issues/update-comment')
})

test('finds its comment on the third page, and reads no further', async () => {
  const others = Array.from({ length: 250 }, (_, index) => ({ pull: 7, body: `remark ${index}`, by: PERSON }))
  const more = Array.from({ length: 100 }, () => ({ pull: 7, body: 'later', by: PERSON }))
  await keep({ comments: [...others, { pull: 7, body: `${OURS}old` }, ...more] })
  expect(bodies()[250]).toBe(`${OURS}three gaps`)
  expect(github.operations.filter((operation) => operation === 'issues/list-comments')).toHaveLength(3)
})

test.each([
  ['another person wrote the marker', { body: `${OURS}gotcha`, by: PERSON }],
  ['the marker is quoted in a reply', { body: `> ${OURS}quoted` }],
  ['it is the comment of a gate with another name', { body: '<!-- maturity-gate: staging -->\nother' }],
])('does not touch a comment when %s', async (_, comment) => {
  await keep({ comments: [{ pull: 7, ...comment }] })
  expect(bodies()).toEqual([comment.body, `${OURS}three gaps`])
})

test('a personal token keeps its own comment, and not that of a bot', async () => {
  const viewer = { login: 'octocat', type: 'User' } as const
  await keep({
    viewer,
    comments: [
      { pull: 7, body: `${OURS}by a bot` },
      { pull: 7, body: `${OURS}by us`, by: viewer },
    ],
  })
  expect(bodies()).toEqual([`${OURS}by a bot`, `${OURS}three gaps`])
})

test('a name cannot end the marker early', async () => {
  await keep({}, { name: 'a --> b' })
  expect(bodies()[0]?.split('\n')[0]).toBe('<!-- maturity-gate: a%20-%2D%3E%20b -->')
})

test('the body is at most 65,536 characters with its marker', async () => {
  await keep({}, { render: (limit) => 'x'.repeat(limit) })
  expect(bodies()[0]).toHaveLength(65_536)
})

test('a renderer that writes more than it may is cut, not refused', async () => {
  await keep({}, { render: (limit) => 'x'.repeat(limit + 10) })
  expect(bodies()[0]).toHaveLength(65_536)
})
