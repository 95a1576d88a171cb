import type { Ci } from '../model/ci.ts'
import type { Sources } from '../model/sources.ts'
import { readGithub } from './ci-github.ts'
import { CiReader } from './ci-reader.ts'

/** What the repository's pipelines do, with the scripts they call. Each kind of pipeline has a reader of its own. */
export function readCi(sources: Sources): Ci {
  const reader = new CiReader(sources)
  for (const read of [readGithub]) read(sources, reader)
  return reader
}
