/** What the event says of the pull requests that a comment belongs to. */
export interface Event {
  readonly owner: string
  readonly repo: string
  /** The commit to link to: on a pull request its head, since GITHUB_SHA is a merge that nobody else has. */
  readonly commit: string
  /** Of a pull request, the commit that it is to be merged into. */
  readonly base?: string | undefined
  /** Numbers that the payload itself vouches for. */
  readonly pulls: readonly number[]
  /** A pushed branch head, whose pull requests have to be asked for. */
  readonly pushed?: string | undefined
  /** Why there are no pull requests although one is behind this event. */
  readonly hidden?: string | undefined
}

interface Payload {
  readonly pull_request?: {
    readonly number?: unknown
    readonly head?: { readonly sha?: unknown }
    readonly base?: { readonly sha?: unknown }
  }
  readonly after?: unknown
  readonly deleted?: unknown
  readonly workflow_run?: {
    readonly event?: unknown
    readonly head_sha?: unknown
    readonly pull_requests?: readonly { readonly number?: unknown; readonly head?: { readonly sha?: unknown } }[]
  }
}

/** GITHUB_EVENT_NAME, GITHUB_REPOSITORY, GITHUB_REF and GITHUB_SHA. */
export interface EventNames {
  readonly name: string
  readonly repository: string
  readonly ref: string
  readonly sha: string
}

const COMMIT = /^[0-9a-f]{40,64}$/

/** `undefined` when the repository is not known: then there is nobody to talk to. */
export function readEvent({ name, repository, ref, sha }: EventNames, payload: unknown): Event | undefined {
  const [owner, repo, ...rest] = repository.split('/')
  if (!owner || !repo || rest.length > 0) return undefined
  const body: Payload = typeof payload === 'object' && payload !== null ? payload : {}
  const head = body.pull_request?.head?.sha
  const base = body.pull_request?.base?.sha
  return {
    ...(typeof base === 'string' && COMMIT.test(base) ? { base } : {}),
    owner,
    repo,
    commit: typeof head === 'string' && COMMIT.test(head) ? head : sha,
    ...pullsOf(name, ref, body),
  }
}

type Pulls = Pick<Event, 'pulls' | 'pushed' | 'hidden'>

function pullsOf(name: string, ref: string, payload: Payload): Pulls {
  if (name.startsWith('pull_request')) return { pulls: numbers([payload.pull_request?.number]) }
  if (name === 'push') return { pulls: [], pushed: pushedHead(ref, payload) }
  if (name === 'workflow_run') return triggering(payload)
  // merge_group has a base and a head but no pull request; schedule and workflow_dispatch have none either.
  return { pulls: [] }
}

function pushedHead(ref: string, payload: Payload): string | undefined {
  if (!ref.startsWith('refs/heads/') || payload.deleted === true) return undefined
  return typeof payload.after === 'string' && COMMIT.test(payload.after) ? payload.after : undefined
}

// The payload names the pull requests as they are now: one whose head has moved on is about other code.
function triggering(payload: Payload): Pulls {
  const run = payload.workflow_run
  const listed = run?.pull_requests ?? []
  const pulls = numbers(listed.filter((pull) => pull.head?.sha === run?.head_sha).map((pull) => pull.number))
  if (pulls.length > 0 || !String(run?.event).startsWith('pull_request')) return { pulls }
  const hidden =
    listed.length > 0
      ? 'its pull request has newer commits than this run'
      : 'GitHub does not tell a workflow_run which pull request of a fork it belongs to'
  return { pulls, hidden }
}

function numbers(values: readonly unknown[]): number[] {
  return values.filter((value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0)
}
