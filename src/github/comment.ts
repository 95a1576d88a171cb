import type { Client } from './client.ts'
import type { Event } from './event.ts'
import { failureOf } from './failure.ts'

/** GitHub refuses a longer body with 422; the marker counts. */
const BODY_LIMIT = 65_536
const PER_PAGE = 100

export interface Wish {
  /** The gate's name: two gates of one repository keep a comment each. */
  readonly name: string
  /** Whether a comment is written where there is none yet. */
  readonly create: boolean
  /** Renders the text in at most so many characters. */
  readonly render: (limit: number) => string
}

/** Keeps one comment a pull request and gate: written once, changed in place, left alone when it says the same. */
export async function keepComment(client: Client, event: Event, pull: number, wish: Wish): Promise<void> {
  const { owner, repo } = event
  const body = bodyOf(wish)
  const ours = await findOurs(client, event, pull, markerOf(wish.name))
  if (ours === undefined) {
    if (wish.create) await client.rest.issues.createComment({ owner, repo, issue_number: pull, body })
  } else if (!sameText(ours.body, body)) {
    await client.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body })
  }
}

// `--` ends an HTML comment, so that a name must not hold it.
function markerOf(name: string): string {
  return `<!-- maturity-gate: ${encodeURIComponent(name).replaceAll('--', '-%2D')} -->`
}

function bodyOf(wish: Wish): string {
  const marker = `${markerOf(wish.name)}\n`
  return (marker + wish.render(BODY_LIMIT - marker.length)).slice(0, BODY_LIMIT)
}

// GitHub gives bodies back with the line ends of the browser's form and without trailing blanks.
function sameText(kept: string, wanted: string): boolean {
  return kept.replaceAll('\r\n', '\n').trimEnd() === wanted.trimEnd()
}

interface Found {
  readonly id: number
  readonly body: string
}

async function findOurs(client: Client, event: Event, pull: number, marker: string): Promise<Found | undefined> {
  const { owner, repo } = event
  let isUs: ((author: Author | null) => boolean) | undefined
  const pages = client.paginate.iterator(client.rest.issues.listComments, { owner, repo, issue_number: pull, per_page: PER_PAGE })
  for await (const { data } of pages) {
    for (const { id, body, user } of data) {
      // Only the first line counts: a reply that quotes our comment is not our comment.
      if (!body?.startsWith(marker)) continue
      isUs ??= await author(client)
      if (isUs(user)) return { id, body }
    }
  }
  return undefined
}

interface Author {
  readonly login: string
  readonly type: string
}

/**
 * Anybody can write our marker into a comment, and a token with `issues: write` may edit everybody's. GITHUB_TOKEN and
 * other tokens of an app cannot ask who they are (403), and whatever an app writes, a bot has written.
 */
async function author(client: Client): Promise<(author: Author | null) => boolean> {
  try {
    const { data } = await client.rest.users.getAuthenticated()
    return (by) => by?.login === data.login
  } catch (error) {
    if (failureOf(error).status !== 403) throw error
    return (by) => by?.type === 'Bot'
  }
}
