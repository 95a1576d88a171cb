import { posix } from 'node:path'
import type { Stage } from '../../model/dockerfile.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import type { ComposeService } from '../../source/compose/compose.ts'
import { mapping, placeOf, text } from '../../source/values.ts'
import { bottomOf } from '../builds/facts.ts'

/** What the image of a service says by its own Dockerfile: `user`, `healthcheck`. Of a foreign image, or a stage that starts from one, reading `user` throws unless everybody knows that image. */
export function builtBy({ service, file }: ComposeService, sources: Sources): object {
  const stage = stageOf(service.build, posix.dirname(file), sources)
  const user = stage?.end.user?.value
  return {
    get user(): string {
      if (user && user.reason === '') return user.value
      if (user) throw new Unsettled(user.reason, undefined)
      const known = stage && bottomOf(stage).known
      if (known) return known.user
      throw new Unsettled('depends on the image, whose user the files do not show', placeOf(service, stage ? 'build' : 'image'))
    },
    healthcheck: stage !== undefined && hasHealthcheck(stage),
  }
}

function stageOf(build: unknown, folder: string, sources: Sources): Stage | undefined {
  if (!mapping(build) || text(build, 'dockerfile_inline') !== undefined) return undefined
  const context = posix.join(folder, text(build, 'context') ?? '.')
  const path = posix.join(context, text(build, 'dockerfile') ?? 'Dockerfile')
  const stages = sources.dockerfiles.find(({ source }) => source.path === path)?.stages
  const target = text(build, 'target')?.toLowerCase()
  return target === undefined ? stages?.at(-1) : stages?.find((stage) => stage.name === target)
}

// The last HEALTHCHECK counts, also that of the stage it is built from.
function hasHealthcheck(stage: Stage): boolean {
  const last = stage.steps.findLast(({ instruction }) => instruction.name === 'healthcheck')
  if (last) return last.instruction.words[0]?.text.toUpperCase() !== 'NONE'
  return stage.parent !== undefined && hasHealthcheck(stage.parent)
}
