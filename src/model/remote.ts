/** A file of a repository on GitHub at a commit. */
export interface RemoteFile {
  readonly owner: string
  readonly repo: string
  readonly path: string
  /** All 40 hexadecimal digits: a tag or a branch can move. */
  readonly commit: string
}

/** Rejects with an error whose message is a sentence for people. */
export type FetchFile = (file: RemoteFile) => Promise<string>
