import type { Client } from './client.ts'
import type { Event } from './event.ts'

const PER_PAGE = 100

/** The open pull requests whose head is the pushed commit. */
export async function pullRequestsOf(client: Client, { owner, repo }: Event, pushed: string): Promise<readonly number[]> {
  const pulls = await client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
    owner,
    repo,
    commit_sha: pushed,
    per_page: PER_PAGE,
  })
  return pulls.filter((pull) => pull.state === 'open' && pull.head.sha === pushed).map((pull) => pull.number)
}

/** Files of a pull request by their paths from the top of the repository. */
export interface Changes {
  /** Those that it adds or changes. */
  readonly changed: ReadonlySet<string>
  /** Those that were there before: changed, renamed away or removed. */
  readonly touched: ReadonlySet<string>
}

/** GitHub lists 3,000 files at most. */
export async function changesOf(client: Client, event: Event, pulls: readonly number[]): Promise<Changes> {
  const { owner, repo } = event
  const changed = new Set<string>()
  const touched = new Set<string>()
  for (const pull_number of pulls) {
    const files = await client.paginate(client.rest.pulls.listFiles, { owner, repo, pull_number, per_page: PER_PAGE })
    for (const { filename, status, previous_filename: before } of files) {
      if (status !== 'removed') changed.add(filename)
      if (status !== 'added') touched.add(before ?? filename)
    }
  }
  return { changed, touched }
}
