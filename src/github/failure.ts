/** What an error of a request to GitHub tells; whatever was thrown, it never throws itself. */
export interface Failure {
  /** Undefined when no answer came. */
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly message: string
  readonly timedOut: boolean
  /** Thrown by a request, not by a fault of ours between requests. */
  readonly request: boolean
}

export function failureOf(error: unknown): Failure {
  const thrown = asRecord(error)
  const response = asRecord(thrown.response)
  const status = typeof response.status === 'number' ? response.status : undefined
  const names = [thrown.name, asRecord(thrown.cause).name]
  return {
    status,
    headers: asRecord(response.headers),
    message: error instanceof Error ? error.message : String(error),
    // Octokit wraps what fetch throws, and gives it the status 500 although nobody answered.
    request: thrown.name === 'HttpError',
    timedOut: names.includes('TimeoutError') || names.includes('AbortError'),
  }
}

/** A sentence for people: what GitHub answered and, where a permission would have helped, which. */
export function explain(error: unknown, permission: string): string {
  const failure = failureOf(error)
  if (failure.timedOut) return 'GitHub did not answer in time'
  if (!failure.request) return brief(failure.message)
  if (failure.status === undefined) return `GitHub could not be reached (${brief(failure.message)})`
  const answer = `GitHub answered ${failure.status} (${brief(failure.message)})`
  if (isRateLimit(failure)) return `${answer}: too many requests at this hour`
  if (failure.status === 401) return `${answer}: the token is not valid`
  // A token that may not see something is told that it does not exist.
  if (failure.status === 403 || failure.status === 404) {
    return `${answer}: the token needs the permission \`${permission}\`, which workflows of forks and of Dependabot do not get`
  }
  return answer
}

/** Both of GitHub's limits: the hourly one, and the secondary one against bursts. */
export function isRateLimit(failure: Failure): boolean {
  if (failure.status === 429) return true
  if (failure.status !== 403) return false
  return failure.headers['retry-after'] !== undefined || String(failure.headers['x-ratelimit-remaining']) === '0'
}

function brief(message: string): string {
  const line = message.replace(/ - https?:\/\/\S*$/, '').split('\n', 1)[0] ?? ''
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
