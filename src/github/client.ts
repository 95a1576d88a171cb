import type { getOctokit } from '@actions/github'
import { patiently } from './retry.ts'

export type Client = ReturnType<typeof getOctokit>

export interface Connection {
  readonly token: string
  /** GITHUB_API_URL: on GitHub Enterprise Server another host. */
  readonly api: string
  /** For one request, in milliseconds. */
  readonly timeout: number
}

/** GitHub's packages take some 40 ms to load, so they come in only when there is something to say. */
export async function connect({ token, api, timeout }: Connection): Promise<Client> {
  const github = await import('@actions/github')
  const silent = { debug() {}, info() {}, warn() {}, error() {} }
  const client = github.getOctokit(token, { baseUrl: api.replace(/\/+$/, ''), log: silent })
  client.hook.wrap('request', (request, options) =>
    patiently(options.method, () => {
      // Hooks further in read this very object, whatever is handed on; each attempt has its own time.
      options.request = { ...options.request, signal: AbortSignal.timeout(timeout) }
      return request(options)
    }),
  )
  return client
}
