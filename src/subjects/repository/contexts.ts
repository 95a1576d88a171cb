import { posix } from 'node:path'
import type { Dockerfile, Step } from '../../model/dockerfile.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'
import { composeServices } from '../../source/compose/compose.ts'
import { member, text } from '../../source/values.ts'
import { type AddFile, textPlace } from './places.ts'
import { isRemote } from './references.ts'

/** The sources of COPY and ADD of the Dockerfiles whose build context something in the repository tells. */
export function copiedFiles(sources: Sources, add: AddFile): void {
  const contexts = contextsOf(sources)
  for (const dockerfile of sources.dockerfiles) {
    const known = contexts.get(dockerfile.source.path)
    // Two contexts may both be right; then it is enough that a path is in one.
    if (!known || !sources.isSubject(dockerfile.source.path)) continue
    for (const step of dockerfile.stages.flatMap((stage) => stage.steps)) copied(sources, dockerfile, step, [...known], add)
  }
}

function copied(sources: Sources, dockerfile: Dockerfile, step: Step, contexts: readonly string[], add: AddFile): void {
  const { instruction } = step
  if ((instruction.name !== 'copy' && instruction.name !== 'add') || instruction.flags.some(({ text }) => text.startsWith('--from'))) return
  for (const word of instruction.words.slice(0, -1)) {
    const { value, reason } = step.expanded.get(word) ?? { value: word.text, reason: '' }
    if (reason !== '' || /[*?[\\]|^<<|^git@/.test(value) || isRemote(value)) continue
    // Absolute sources start at the context too.
    const path = value.replace(/^\/+/, '')
    const context = contexts.find((folder) => sources.has(posix.join(folder, path))) ?? contexts[0]
    if (context !== undefined)
      add(`${instruction.keyword} of the Dockerfile`, context, path, textPlace(dockerfile.source, word.span.start, word.span.end))
  }
}

/** Dockerfiles by their paths, with the folders that compose files, workflows and scripts of CI build them in. */
function contextsOf(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (context: string | undefined, dockerfile: string | undefined, relative: string) => {
    if (context === undefined || isRemote(context) || context.includes('$')) return
    const folder = posix.join(relative, context).replace(/\/$/, '')
    const path = dockerfile === undefined ? posix.join(folder, 'Dockerfile') : dockerfile
    found.set(path, (found.get(path) ?? new Set()).add(folder || '.'))
  }
  for (const { file, service } of composeServices(sources)) {
    const build = member(service, 'build')
    const context = text(build, 'context')
    const dockerfile = text(build, 'dockerfile')
    const folder = posix.dirname(file)
    add(context, dockerfile === undefined ? undefined : posix.join(folder, context ?? '.', dockerfile), folder)
  }
  const ci = readCi(sources)
  for (const { uses, with: inputs } of ci.steps) {
    if (uses !== 'docker/build-push-action') continue
    const context = inputs.context
    // Without a context the action builds from a fresh clone.
    if (context !== undefined) add(context, inputs.file === undefined ? undefined : posix.normalize(inputs.file), '.')
  }
  return found
}
