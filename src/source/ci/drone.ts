import type { CiContext } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { contextOf, documentsIn, joined, pipelineFiles, type Reader, scriptLines, split, used } from './pipeline.ts'

/** Drone and Woodpecker: steps are images, with commands or with settings for a plugin. */
export function readDrone(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /^(?:\.drone\.ya?ml|\.woodpecker\.ya?ml|\.woodpecker\/(?:[\w.-]+\/)*[\w.-]+\.ya?ml)$/)) {
    const provider = source.path.startsWith('.drone') ? 'drone' : 'woodpecker'
    for (const document of documentsIn(source)) {
      const kind = text(document, 'kind')
      if (kind !== undefined && kind !== 'pipeline') continue
      const whole = triggersOf(member(document, 'trigger', 'event'), member(document, 'when'), ['push'])
      const context = contextOf(provider, source.path, text(document, 'name') ?? 'steps', whole)
      for (const key of ['steps', 'pipeline']) steps(document, key, context, reader)
    }
  }
}

function steps(document: unknown, key: string, context: CiContext, reader: Reader): void {
  const list = items(document, key).map((step) => [text(step, 'name') ?? context.job, step] as const)
  for (const [name, step] of [...list, ...entries(document, key).filter(([, step]) => mapping(step))]) {
    const triggers = triggersOf(member(step, 'when', 'event'), member(step, 'when'), context.triggers)
    if (triggers.length > 0) run(step, { ...context, job: name, triggers, blocking: text(step, 'failure') !== 'ignore' }, reader)
  }
}

const EVENTS: Readonly<Record<string, string>> = {
  cron: 'schedule',
  pull_request: 'pull_request',
  manual: 'workflow_dispatch',
  custom: 'workflow_dispatch',
  promote: 'deployment',
}

// Woodpecker's `when` may be a list, of which one has to hold.
function triggersOf(event: unknown, when: unknown, otherwise: readonly string[]): readonly string[] {
  const written = event ?? (Array.isArray(when) ? items(when).flatMap((one) => listOf(member(one, 'event'))) : undefined)
  const events = listOf(mapping(written) ? member(written, 'include') : written).filter((one) => typeof one === 'string')
  return events.length > 0 ? [...new Set(events.map((one) => EVENTS[one] ?? 'push'))] : otherwise
}

function run(step: unknown, context: CiContext, reader: Reader): void {
  const image = text(step, 'image')
  const env = texts(step, 'environment')
  if (image !== undefined) reader.step(used(context, { ...split(image), with: texts(step, 'settings'), env }), placeOf(step, 'image'))
  const script = joined(scriptLines(step, 'commands'))
  if (script) reader.script(script, context, env)
}
