import type { Ci } from '../model/ci.ts'
import type { Sources } from '../model/sources.ts'
import { readGithub } from './ci-github.ts'
import { CiReader } from './ci-reader.ts'

const read = new WeakMap<Sources, Ci>()

/** What the repository's pipelines do, with the scripts they call. Each kind of pipeline has a reader of its own. */
export function readCi(sources: Sources): Ci {
  const known = read.get(sources)
  if (known) return known
  const reader = new CiReader(sources)
  read.set(sources, reader)
  for (const readPipelines of [readGithub]) readPipelines(sources, reader)
  return reader
}
