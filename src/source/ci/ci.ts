import type { Ci } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { readAzure } from './azure.ts'
import { readBitbucket } from './bitbucket.ts'
import { readBuildkite } from './buildkite.ts'
import { readCircle } from './circleci.ts'
import { readCloudBuild, readCodeBuild } from './cloud.ts'
import { readDrone } from './drone.ts'
import { readGithub } from './github.ts'
import { readGitlab } from './gitlab.ts'
import { readJenkins } from './jenkins.ts'
import { CiReader } from './reader.ts'
import { readTekton } from './tekton.ts'
import { readTravis } from './travis.ts'

const read = new WeakMap<Sources, Ci>()

const READERS = [
  ...[readGithub, readGitlab, readAzure, readCircle, readJenkins, readBitbucket, readBuildkite, readDrone, readTravis],
  ...[readCloudBuild, readCodeBuild, readTekton],
]

/** What the repository's pipelines do, with the scripts they call. Each kind of pipeline has a reader of its own. */
export function readCi(sources: Sources): Ci {
  const known = read.get(sources)
  if (known) return known
  const reader = new CiReader(sources)
  read.set(sources, reader)
  for (const readPipelines of READERS) readPipelines(sources, reader)
  return reader
}
