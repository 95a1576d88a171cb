import type { Connection } from '../github/client.ts'
import type { Conversation } from '../github/conversation.ts'
import { type Event, readEvent } from '../github/event.ts'
import type { Inputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import type { Troubles } from './troubles.ts'

/** Whom the gate speaks to beside the log: the pull requests behind the event. */
export interface Audience {
  readonly pulls: readonly number[]
  readonly conversation?: Conversation | undefined
  /** Files that they change, relative to the repository; undefined where that is not known. */
  readonly changed?: ReadonlySet<string> | undefined
}

// Milliseconds for one request.
const TIMEOUT = 10_000
const NOBODY: Audience = { pulls: [] }

export async function eventOf(runner: Runner, troubles: Troubles): Promise<Event | undefined> {
  const { GITHUB_EVENT_NAME = '', GITHUB_REPOSITORY = '', GITHUB_REF = '', GITHUB_SHA = '' } = runner.env
  let payload: unknown
  await troubles.local('reading the event', async () => {
    payload = await runner.event()
  })
  return readEvent({ name: GITHUB_EVENT_NAME, repository: GITHUB_REPOSITORY, ref: GITHUB_REF, sha: GITHUB_SHA }, payload)
}

/** What talks to GitHub about an event; undefined without a token. */
export function connectionOf(inputs: Inputs, { env }: Runner): Connection | undefined {
  if (inputs.token === undefined) return undefined
  return { token: inputs.token, api: env.GITHUB_API_URL || 'https://api.github.com', timeout: TIMEOUT }
}

/** Asks GitHub only for what will be used. */
export async function audienceOf(
  event: Event | undefined,
  conversation: Conversation | undefined,
  inputs: Inputs,
  findings: boolean,
  troubles: Troubles,
): Promise<Audience> {
  const comments = inputs.comment !== 'never'
  const orders = findings && (inputs.annotations === 'auto' || inputs.annotations === 'changed')
  if (event === undefined || !(comments || orders)) return NOBODY
  if (comments && event.hidden !== undefined) troubles.add('the comment', event.hidden)
  if (conversation === undefined) {
    if (inputs.comment === 'always') troubles.add('the comment', 'there is no token')
    if (orders && inputs.annotations === 'changed') troubles.add('leaving out what the pull request does not change', 'there is no token')
    return NOBODY
  }
  const pulls = await troubles.github('finding the pull requests of this push', 'pull-requests: read', () => conversation.pulls())
  if (pulls === undefined || pulls.length === 0) return NOBODY
  const ask = () =>
    troubles.github(
      'telling which files the pull request changes',
      'pull-requests: read',
      async () => (await conversation.changes())?.changed,
    )
  return { pulls, conversation, changed: orders ? await ask() : undefined }
}
