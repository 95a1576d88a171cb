import type { CiContext } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { contextOf, documentsIn, joined, pipelineFiles, type Reader, scriptLines, split, used } from './pipeline.ts'
import { isTrue } from './reader.ts'

const TRIGGERS: Readonly<Record<string, string>> = { 'pull-requests': 'pull_request', custom: 'workflow_dispatch' }

/** bitbucket-pipelines.yml; what it only defines runs where a pipeline names it. */
export function readBitbucket(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /^bitbucket-pipelines\.ya?ml$/)) {
    for (const document of documentsIn(source)) {
      for (const [kind, pipelines] of entries(document, 'pipelines')) {
        const context = contextOf('bitbucket', source.path, kind, [TRIGGERS[kind] ?? 'push'])
        if (kind === 'default') steps(pipelines, context, document, reader, 0)
        else for (const [, pipeline] of entries(pipelines)) steps(pipeline, context, document, reader, 0)
      }
    }
  }
}

function steps(list: unknown, context: CiContext, document: unknown, reader: Reader, depth: number): void {
  if (depth > 5) return
  for (const item of items(list)) {
    for (const group of [member(item, 'parallel'), member(item, 'stage')]) {
      steps(Array.isArray(group) ? group : member(group, 'steps'), context, document, reader, depth + 1)
    }
    const step = member(item, 'step')
    if (mapping(step)) run(step, context, document, reader)
  }
}

function run(step: unknown, around: CiContext, document: unknown, reader: Reader): void {
  const manual = text(step, 'trigger') === 'manual'
  const context: CiContext = {
    ...around,
    job: text(step, 'name') ?? around.job,
    triggers: manual ? ['workflow_dispatch'] : around.triggers,
    permissions: isTrue(step, 'oidc') ? { 'id-token': 'write' } : {},
  }
  for (const holder of [step, document]) {
    const image = text(holder, 'image') ?? text(holder, 'image', 'name')
    if (image === undefined) continue
    reader.step(used(context, split(image)), placeOf(holder, 'image'))
    break
  }
  for (const key of ['script', 'after-script']) {
    const own = key === 'script' ? context : { ...context, blocking: false }
    const lines = joined(scriptLines(step, key))
    if (lines) reader.script(lines, own, {})
    for (const item of listOf(member(step, key))) {
      const pipe = text(item, 'pipe')
      const use = pipe === undefined ? undefined : split(pipe.replace(/^docker:\/\//, ''))
      if (use) reader.step(used(own, { ...use, with: texts(item, 'variables') }), placeOf(item, 'pipe'))
    }
  }
}
