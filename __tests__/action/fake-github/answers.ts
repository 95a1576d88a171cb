import { sample } from './description.ts'

type Json = Record<string, unknown>

export interface Person {
  readonly login: string
  readonly type: 'Bot' | 'User'
}

export interface Comment {
  readonly id: number
  readonly pull: number
  body: string
  readonly by: Person
}

export interface Pull {
  readonly number: number
  readonly head: string
  readonly state: 'open' | 'closed'
  readonly files: readonly { readonly filename: string; readonly status: 'added' | 'modified' | 'removed' }[]
}

/** What the stand-in remembers. */
export interface State {
  readonly viewer: Person
  readonly comments: Comment[]
  readonly pulls: readonly Pull[]
  /** Texts by `owner/repo/path@commit`. */
  readonly files: Readonly<Record<string, string>>
}

export interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A list is cut into pages by the server. */
export interface Answer {
  readonly status: number
  readonly body: Json | readonly Json[]
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }
// As GitHub has it: `body is too long (maximum is 65536 characters)`.
const BODY_LIMIT = 65_536

export const ANSWERS: Readonly<Record<string, (state: State, request: Request) => Answer>> = {
  'issues/list-comments': ({ comments }, { params }) => ({
    status: 200,
    body: comments.filter((comment) => comment.pull === Number(params.issue_number)).map((comment) => shown(comment)),
  }),
  'issues/create-comment': (state, { params, body }) => {
    const text = textOf(body)
    if (text.length > BODY_LIMIT) return tooLong()
    const comment = { id: 1000 + state.comments.length, pull: Number(params.issue_number), body: text, by: state.viewer }
    state.comments.push(comment)
    return { status: 201, body: shown(comment, 'issues/create-comment', 201) }
  },
  'issues/update-comment': ({ comments }, { params, body }) => {
    const comment = comments.find(({ id }) => id === Number(params.comment_id))
    if (!comment) return NOT_FOUND
    if (textOf(body).length > BODY_LIMIT) return tooLong()
    comment.body = textOf(body)
    return { status: 200, body: shown(comment, 'issues/update-comment') }
  },
  'pulls/list-files': ({ pulls }, { params }) => {
    const pull = pulls.find(({ number }) => number === Number(params.pull_number))
    if (!pull) return NOT_FOUND
    return { status: 200, body: pull.files.map((file) => sample('pulls/list-files', 200, { ...file, sha: '1'.repeat(40) })) }
  },
  'repos/get-content': ({ files }, { params, query }) => {
    const { owner, repo, path } = params
    const text = files[`${owner}/${repo}/${path}@${query.ref}`]
    return text === undefined ? NOT_FOUND : { status: 200, body: content(String(path), text) }
  },
  'repos/list-pull-requests-associated-with-commit': ({ pulls }, { params }) => ({
    status: 200,
    body: pulls
      .filter(({ head }) => head === params.commit_sha)
      .map(({ number, head, state }) =>
        sample('repos/list-pull-requests-associated-with-commit', 200, { number, state, head: { sha: head } }),
      ),
  }),
  'users/get-authenticated': ({ viewer }) =>
    viewer.type === 'Bot'
      ? { status: 403, body: { message: 'Resource not accessible by integration' } }
      : { status: 200, body: sample('users/get-authenticated', 200, { login: viewer.login }) },
}

function shown({ id, body, by }: Comment, operation = 'issues/list-comments', status = 200): Json {
  return sample(operation, status, { id, body, user: { ...account(), ...by } })
}

const ACCOUNT_LINKS = ['url', 'html_url', 'followers_url', 'following_url', 'gists_url', 'starred_url', 'subscriptions_url']
const MORE_LINKS = ['organizations_url', 'repos_url', 'events_url', 'received_events_url', 'avatar_url']

function account(): Json {
  const links = [...ACCOUNT_LINKS, ...MORE_LINKS].map((name) => [name, 'https://github.invalid/u'])
  return { id: 1, node_id: 'U', gravatar_id: '', site_admin: false, ...Object.fromEntries(links) }
}

function content(path: string, text: string): Json {
  const links = ['url', 'git_url', 'html_url', 'download_url'].map((name) => [name, `https://github.invalid/${name}`])
  const file = { type: 'file', encoding: 'base64', size: text.length, name: path.split('/').at(-1), path, sha: '1'.repeat(40) }
  const addresses = Object.fromEntries(links)
  return { ...file, ...addresses, content: Buffer.from(text).toString('base64'), _links: { self: addresses.url, git: null, html: null } }
}

function textOf(body: unknown): string {
  return String((body as { body?: unknown }).body)
}

function tooLong(): Answer {
  const error = {
    resource: 'IssueComment',
    code: 'custom',
    field: 'body',
    message: `body is too long (maximum is ${BODY_LIMIT} characters)`,
  }
  return { status: 422, body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com', errors: [error] } }
}
