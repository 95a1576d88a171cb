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

/** Paths, relative to the repository, of the files that a pull request adds or changes; GitHub lists 3,000 at most. */
export async function changedFiles(client: Client, event: Event, pulls: readonly number[]): Promise<ReadonlySet<string>> {
  const { owner, repo } = event
  const changed = new Set<string>()
  for (const pull_number of pulls) {
    const files = await client.paginate(client.rest.pulls.listFiles, { owner, repo, pull_number, per_page: PER_PAGE })
    for (const file of files) if (file.status !== 'removed') changed.add(file.filename)
  }
  return changed
}
