import { fileFetcher } from '../github/contents.ts'
import type { FetchFile } from '../model/remote.ts'
import type { Io } from './io.ts'

// Milliseconds for one request.
const TIMEOUT = 10_000

/** What `extends` names in other repositories; undefined without a token. Nothing is asked before it is needed. */
export function fetcherOf({ env }: Io): FetchFile | undefined {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN
  return token ? fileFetcher({ token, api: env.GITHUB_API_URL || 'https://api.github.com', timeout: TIMEOUT }) : undefined
}
