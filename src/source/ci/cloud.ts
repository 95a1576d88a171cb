import type { CiContext, CiStep } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, mapping, member, placeOf, text, texts } from '../values.ts'
import { toolName } from './calls.ts'
import { contextOf, documentsIn, joined, masked, pipelineFiles, type Reader, scriptLines, split, used, wordsIn } from './pipeline.ts'
import { isTrue } from './reader.ts'
import { within } from './script.ts'

/** Google Cloud Build: a step is an image with its arguments, or a script in one. */
export function readCloudBuild(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /(?:^|\/)cloudbuild[\w.-]*\.ya?ml$/)) {
    for (const document of documentsIn(source)) {
      const context = contextOf('cloudbuild', source.path, 'steps', ['push'])
      if (mapping(member(document, 'options')))
        reader.step(used(context, { uses: 'cloudbuild/options', with: texts(document, 'options') }), placeOf(document, 'options'))
      for (const [index, step] of items(document, 'steps').entries())
        built(step, { ...context, job: text(step, 'id') ?? `step ${index}` }, reader)
    }
  }
}

/** Substitutions, `$_IMAGE` and `$$` for a dollar of the shell. */
const SUBSTITUTION = /\$\$|\$\{_?[A-Z][A-Z0-9_]{0,100}\}/g

function built(step: unknown, around: CiContext, reader: Reader): void {
  const name = text(step, 'name')
  if (name === undefined) return
  const context = { ...around, blocking: !isTrue(step, 'allowFailure') }
  const env = Object.fromEntries(items(step, 'env').flatMap((pair) => (typeof pair === 'string' ? [pair.split(/=(.*)/s).slice(0, 2)] : [])))
  reader.step(used(context, { ...split(name), env }), placeOf(step, 'name'))
  const folder = within('.', text(step, 'dir') ?? '.') ?? '.'
  const script = joined(scriptLines(step, 'script', folder))
  if (script) reader.script(masked(script, SUBSTITUTION), context, env)
  else called(step, name, folder, context, env, reader)
}

function called(step: unknown, name: string, folder: string, context: CiContext, env: CiStep['env'], reader: Reader): void {
  const words = wordsIn(member(step, 'args'))
  const tool = toolName(text(step, 'entrypoint') ?? name)
  const inline = /^(?:ba|da|k|z)?sh$/.test(tool) ? words.findIndex((word) => /^-\w*c$/.test(word)) : -1
  const args = member(step, 'args')
  if (inline >= 0) for (const line of scriptLines(args, inline + 1, folder)) reader.script(masked(line, SUBSTITUTION), context, env)
  else reader.tool({ name: tool, arguments: words, origin: placeOf(step, 'args') ?? placeOf(step, 'name') }, context, env)
}

/** AWS CodeBuild: the phases of a buildspec. */
export function readCodeBuild(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /(?:^|\/)buildspec[\w.-]*\.ya?ml$/)) {
    for (const document of documentsIn(source)) {
      const env = texts(document, 'env', 'variables')
      for (const [phase, body] of entries(document, 'phases')) {
        const context = contextOf('codebuild', source.path, phase, ['push'])
        const tolerated = text(body, 'on-failure') === 'CONTINUE'
        const commands = joined(scriptLines(body, 'commands'))
        if (commands) reader.script(commands, tolerated ? { ...context, blocking: false } : context, env)
        const last = joined(scriptLines(body, 'finally'))
        if (last) reader.script(last, { ...context, blocking: false }, env)
      }
    }
  }
}
