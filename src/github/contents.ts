import type { FetchFile, RemoteFile } from '../model/remote.ts'
import { type Client, type Connection, connect } from './client.ts'
import { explain, failureOf } from './failure.ts'

/** Reads files of repositories, each once; connects at the first use. */
export function fileFetcher(connection: Connection): FetchFile {
  let client: Promise<Client> | undefined
  const fetched = new Map<string, Promise<string>>()
  return (file) => {
    const name = JSON.stringify(file)
    client ??= connect(connection)
    const text = fetched.get(name) ?? client.then((connected) => read(connected, file))
    fetched.set(name, text)
    return text
  }
}

async function read(client: Client, { owner, repo, path, commit }: RemoteFile): Promise<string> {
  const { data } = await client.rest.repos.getContent({ owner, repo, path, ref: commit }).catch((error: unknown) => {
    throw new Error(why(error))
  })
  if (Array.isArray(data) || data.type !== 'file') throw new Error('it is no file')
  // GitHub leaves the content of larger files out.
  if (data.encoding !== 'base64') throw new Error('the file is larger than 1 MB')
  return Buffer.from(data.content, 'base64').toString('utf8')
}

function why(error: unknown): string {
  const { status } = failureOf(error)
  if (status !== 404) return explain(error, 'contents: read')
  return 'GitHub answered 404: there is no such file at that commit, or the token may not read that repository'
}
