import type { CiContext } from '../../model/ci.ts'
import type { Resource } from '../../model/document.ts'
import type { Sources } from '../../model/sources.ts'
import { items, listOf, mapping, member, placeOf, text } from '../values.ts'
import { toolName } from './calls.ts'
import { contextOf, joined, masked, type Reader, scriptLines, split, used, wordsIn } from './pipeline.ts'

/** Tekton: the tasks that a pipeline or a run names or holds. A task that nothing runs is nothing. */
export function readTekton(sources: Sources, reader: Reader): void {
  const objects = sources.resources.filter(
    ({ group, patch, source }) => group === 'tekton.dev' && !patch && sources.isEvidence(source.path),
  )
  const tasks = new Map(objects.filter(({ kind }) => /^(?:Cluster)?Task$/.test(kind)).map((task) => [task.name, task]))
  const done = new Set<Resource>()
  for (const resource of objects) {
    if (!/^(?:Pipeline|PipelineRun|TaskRun)$/.test(resource.kind)) continue
    const context = contextOf('tekton', resource.source.path, resource.name, triggersOf(resource))
    for (const task of tasksOf(resource)) {
      const own = { ...context, job: text(task, 'name') ?? resource.name, blocking: text(task, 'onError') !== 'continue' }
      steps(member(task, 'taskSpec'), own, reader)
      reference(task, own, tasks, done, reader)
    }
  }
}

function tasksOf({ kind, object }: Resource): readonly unknown[] {
  const spec = member(object, 'spec')
  if (kind === 'TaskRun') return [spec]
  const pipeline = kind === 'PipelineRun' ? member(spec, 'pipelineSpec') : spec
  return [...items(pipeline, 'tasks'), ...items(pipeline, 'finally')].filter(mapping)
}

function triggersOf({ object }: Resource): readonly string[] {
  const events = text(object, 'metadata', 'annotations', 'pipelinesascode.tekton.dev/on-event') ?? ''
  const found = [...(events.includes('pull_request') ? ['pull_request'] : []), ...(events.includes('push') ? ['push'] : [])]
  return found.length > 0 ? found : ['push']
}

function reference(task: unknown, context: CiContext, tasks: ReadonlyMap<string, Resource>, done: Set<Resource>, reader: Reader): void {
  const named = listOf(member(task, 'taskRef', 'params')).find((param) => text(param, 'name') === 'name')
  const name = text(task, 'taskRef', 'name') ?? text(named, 'value')
  if (name === undefined) return
  const known = tasks.get(name)
  if (!known) reader.step(used(context, { uses: `tekton/${name}` }), placeOf(task, 'taskRef'))
  if (!known || done.has(known)) return
  done.add(known)
  steps(member(known.object, 'spec'), { ...context, via: [`task ${name}`] }, reader)
}

/** `$(params.image)` is Tekton's own; a shell would run it. */
const EXPRESSION = /\$\((?:params|workspaces|results|context|tasks|steps)[^)]{0,200}\)/g

function steps(spec: unknown, around: CiContext, reader: Reader): void {
  for (const step of items(spec, 'steps')) {
    const image = text(step, 'image')
    const context = text(step, 'onError') === 'continue' ? { ...around, blocking: false } : around
    if (image !== undefined) reader.step(used(context, split(image)), placeOf(step, 'image'))
    const script = joined(scriptLines(step, 'script'))
    if (script) {
      if (!/^#!(?!.{0,40}sh\b)/.test(script.text)) reader.script(masked(script, EXPRESSION), context, {})
      continue
    }
    container(step, image, context, reader)
  }
}

function container(step: unknown, image: string | undefined, context: CiContext, reader: Reader): void {
  const [command, ...rest] = wordsIn(member(step, 'command'))
  const words = [...rest, ...wordsIn(member(step, 'args'))]
  const inline = command !== undefined && /(?:^|\/)(?:ba|da|k|z)?sh$/.test(command) && words[0] === '-c'
  const holder = ['args', 'command'].find((key) => member(step, key) !== undefined)
  if (inline && holder !== undefined) {
    const list = member(step, holder)
    for (const line of scriptLines(list, items(list).length - 1)) reader.script(masked(line, EXPRESSION), context, {})
  } else if (command ?? image)
    reader.tool({ name: toolName(command ?? image ?? ''), arguments: words, origin: placeOf(step, holder ?? 'image') }, context, {})
}
