import type { Ci } from '../model/ci.ts'
import type { Sources } from '../model/sources.ts'
import { readAzure } from './ci/azure.ts'
import { readBitbucket } from './ci/bitbucket.ts'
import { readBuildkite } from './ci/buildkite.ts'
import { readCircle } from './ci/circleci.ts'
import { readCloudBuild, readCodeBuild } from './ci/cloud.ts'
import { readDrone } from './ci/drone.ts'
import { readGitlab } from './ci/gitlab.ts'
import { readJenkins } from './ci/jenkins.ts'
import { readTekton } from './ci/tekton.ts'
import { readTravis } from './ci/travis.ts'
import { readGithub } from './ci-github.ts'
import { CiReader } from './ci-reader.ts'

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
