import type { CiContext } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { contextOf, documentsIn, joined, pipelineFiles, type Reader, scriptLines, split, used } from './pipeline.ts'
import { isOff } from './reader.ts'
import { setWithin } from './variables.ts'

/** Buildkite's pipelines. What sets them off is set where nobody sees it: pushes, as a rule. */
export function readBuildkite(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /^(?:\.?buildkite\/[\w./-]*|(?:\.?buildkite|\.?buildkite[.-][\w.-]*))\.ya?ml$/)) {
    for (const document of documentsIn(source)) {
      const holder = Array.isArray(document) ? { steps: document } : document
      steps(holder, contextOf('buildkite', source.path, 'steps', ['push']), texts(document, 'env'), reader, 0)
    }
  }
}

function steps(holder: unknown, context: CiContext, env: Record<string, string>, reader: Reader, depth: number): void {
  if (depth > 3) return
  for (const [index, step] of items(holder, 'steps').entries()) {
    if (!mapping(step) || (member(step, 'skip') !== undefined && !isOff(member(step, 'skip'))) || isOff(member(step, 'if'))) continue
    const own = { ...context, job: text(step, 'label') ?? text(step, 'key') ?? text(step, 'group') ?? `step ${index + 1}` }
    const soft = member(step, 'soft_fail')
    run(step, soft === undefined || isOff(soft) ? own : { ...own, blocking: false }, setWithin(env, texts(step, 'env')), reader)
    steps(step, context, env, reader, depth + 1)
  }
}

function run(step: unknown, context: CiContext, env: Record<string, string>, reader: Reader): void {
  for (const [index, plugin] of listOf(member(step, 'plugins')).entries()) {
    if (typeof plugin === 'string') reader.step(used(context, { ...named(plugin), env }), placeOf(step, 'plugins', index))
    for (const [name, options] of entries(plugin))
      reader.step(used(context, { ...named(name), with: texts(options), env }), placeOf(plugin, name))
  }
  for (const key of ['command', 'commands']) {
    const script = joined(scriptLines(step, key))
    if (script) reader.script(script, context, env)
  }
}

// `docker#v5` is buildkite-plugins/docker-buildkite-plugin, `org/x#v1` org/x-buildkite-plugin: the short name is what lists have.
function named(plugin: string): { readonly uses: string; readonly ref: string } {
  return split(plugin, /#/)
}
