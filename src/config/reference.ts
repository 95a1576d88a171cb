import type { RemoteFile } from '../model/remote.ts'

/** What an entry of `extends` names: a path from the root, or a file of another repository. */
export type Reference = { readonly path: string } | { readonly remote: RemoteFile } | { readonly wrong: string }

// A name of GitHub holds no @, and what begins with a dot is a path.
const REMOTE = /^(?!\.{0,2}\/)([\w.-]+)\/([\w.-]+)\/([^@]+)@(.*)$/
const COMMIT = /^[0-9a-f]{40}$/

export function toReference(written: string): Reference {
  const found = REMOTE.exec(written)
  if (!found) return toPath(written)
  const [, owner = '', repo = '', path = '', commit = ''] = found
  if (!COMMIT.test(commit)) {
    return {
      wrong: `a tag, a branch or a short commit can come to mean something else: write the full commit after @, 40 digits from 0 to f (a path of this repository begins with ./)`,
    }
  }
  const inside = toPath(path)
  return 'path' in inside ? { remote: { owner, repo, path: inside.path, commit } } : inside
}

function toPath(written: string): Reference {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.')
  const leaves = written.startsWith('/') || parts.includes('..')
  if (leaves || parts.length === 0) return { wrong: 'a path is relative to the root of the repository, and stays in it' }
  return { path: parts.join('/') }
}

/** As it is written in a configuration. */
export function nameOf({ owner, repo, path, commit }: RemoteFile): string {
  return `${owner}/${repo}/${path}@${commit}`
}
