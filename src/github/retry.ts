import { type Failure, failureOf, isRateLimit } from './failure.ts'

/** In milliseconds: a gate that keeps a job waiting longer than this for a comment is worse than one without. */
const LONGEST_WAIT = 20_000
const FIRST_WAIT = 500
const ATTEMPTS = 3

/** Sends a request again where that can help and cannot do harm; rethrows the last error. */
export async function patiently<T>(method: string, request: () => PromiseLike<T> | T): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request()
    } catch (error) {
      const wait = attempt < ATTEMPTS ? waitBefore(method, failureOf(error), attempt) : undefined
      if (wait === undefined || wait > LONGEST_WAIT) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
}

/** Undefined: do not try again. */
function waitBefore(method: string, failure: Failure, attempt: number): number | undefined {
  // A limit is met before anything is done, so even what creates something may be sent again.
  if (isRateLimit(failure)) return limitEnds(failure)
  // A POST that failed otherwise may have been carried out: a second comment is worse than a late one.
  if (method === 'POST' || failure.timedOut) return undefined
  const passing = failure.status === undefined || failure.status >= 500
  return passing ? FIRST_WAIT * 2 ** (attempt - 1) : undefined
}

function limitEnds({ headers }: Failure): number {
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return Math.max(0, after) * 1000
  const reset = Number(headers['x-ratelimit-reset'])
  // GitHub asks for a minute where it names no time; that is longer than we wait.
  return Number.isFinite(reset) && headers['x-ratelimit-reset'] !== undefined ? Math.max(0, reset * 1000 - Date.now()) : 60_000
}
