import { posix } from 'node:path'
import type { CiContext, CiStep } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { contextOf, documentsIn, fileAt, masked, pipelineFiles, type Reader, scriptLines, split, used } from './pipeline.ts'
import { isOff, isTrue } from './reader.ts'
import { within } from './script.ts'
import { setWithin } from './variables.ts'

const FILES =
  /(?:^|\/)(?:azure-pipelines?[\w.-]*|vsts-ci)\.ya?ml$|^\.?(?:azure-pipelines|azuredevops|azdo|pipelines)\/(?:[\w.-]+\/)*[\w.-]+\.ya?ml$/i

/** Azure Pipelines, with the templates of the repository. */
export function readAzure(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, FILES)) {
    for (const document of documentsIn(source)) {
      if (isPipeline(document)) new Azure(sources, reader).pipeline(document, source.path)
    }
  }
}

// A template has the same keys; only what is run by itself says what sets it off, or where.
function isPipeline(document: unknown): boolean {
  const keys = entries(document).map(([key]) => key)
  const runs = keys.some((key) => /^(?:stages|jobs|steps|extends)$/.test(key))
  return runs && !keys.includes('parameters')
    ? true
    : runs && keys.some((key) => /^(?:trigger|pr|schedules|resources|pool|name)$/.test(key))
}

function triggersOf(document: unknown): readonly string[] {
  const isNone = (key: string) => member(document, key) === 'none' || isOff(member(document, key))
  const found = [
    ...(isNone('trigger') ? [] : ['push']),
    ...(member(document, 'pr') === undefined || isNone('pr') ? [] : ['pull_request']),
    ...(items(document, 'schedules').length > 0 ? ['schedule'] : []),
    ...(items(document, 'resources', 'pipelines').length > 0 ? ['workflow_run'] : []),
  ]
  return found.length > 0 ? found : ['workflow_dispatch']
}

const DEEPEST = 5
/** `$(Build.BuildId)` and `${{ parameters.image }}`: not the shell's. */
const EXPRESSION = /\$\([\w.-]{1,200}\)|\$\{\{[^}]{0,1000}\}\}|\$\[[^\]]{0,1000}\]/g

class Azure {
  readonly #sources: Sources
  readonly #reader: Reader
  #templates = 0

  constructor(sources: Sources, reader: Reader) {
    this.#sources = sources
    this.#reader = reader
  }

  pipeline(document: unknown, path: string): void {
    this.#parts(document, path, { ...contextOf('azure', path, 'steps', triggersOf(document)) }, 0)
  }

  /** Stages, jobs and steps of a pipeline, a stage or a template. */
  #parts(holder: unknown, path: string, context: CiContext, depth: number): void {
    if (depth > DEEPEST * 3) return
    this.#template(member(holder, 'extends'), path, context, depth)
    for (const stage of unfolded(member(holder, 'stages'))) {
      if (isOff(member(stage, 'condition'))) continue
      if (!this.#template(stage, path, context, depth)) this.#parts(stage, path, context, depth + 1)
    }
    for (const job of unfolded(member(holder, 'jobs'))) {
      if (!this.#template(job, path, context, depth)) this.#job(job, path, context, depth)
    }
    this.#steps(holder, path, context, depth)
  }

  #job(job: unknown, path: string, around: CiContext, depth: number): void {
    if (isOff(member(job, 'condition'))) return
    const name = text(job, 'job') ?? text(job, 'deployment') ?? around.job
    const context = { ...around, job: name, blocking: around.blocking && !isTrue(job, 'continueOnError') }
    const container = text(job, 'container') ?? text(job, 'container', 'image')
    if (container !== undefined) this.#reader.step(used(context, split(container)), placeOf(job, 'container'))
    this.#steps(job, path, context, depth)
    for (const [, strategy] of entries(job, 'strategy')) {
      for (const [, phase] of entries(strategy)) this.#steps(phase, path, context, depth)
    }
  }

  #steps(holder: unknown, path: string, context: CiContext, depth: number): void {
    const env = texts(holder, 'variables')
    for (const step of unfolded(member(holder, 'steps'))) {
      if (isOff(member(step, 'enabled')) || isOff(member(step, 'condition'))) continue
      if (this.#template(step, path, context, depth)) continue
      const own = isTrue(step, 'continueOnError') ? { ...context, blocking: false } : context
      this.#step(step, own, setWithin(env, texts(step, 'env')))
    }
  }

  #step(step: unknown, context: CiContext, env: CiStep['env']): void {
    const folder = within('.', text(step, 'workingDirectory') ?? '.') ?? '.'
    const shell = ['script', 'bash', 'pwsh', 'powershell'].find((key) => text(step, key) !== undefined)
    if (shell !== undefined) this.#run(step, shell, folder, context, env)
    const task = text(step, 'task')
    if (task === undefined) return
    const inputs = texts(step, 'inputs')
    const use = { ...split(task), name: text(step, 'displayName') ?? '', with: inputs, env }
    this.#reader.step(used(context, use), placeOf(step, 'task'))
    this.#run(member(step, 'inputs'), /^azurecli/i.test(task) ? 'inlineScript' : 'script', folder, context, env)
  }

  #run(holder: unknown, key: string, folder: string, context: CiContext, env: CiStep['env']): void {
    for (const script of scriptLines(holder, key, folder)) this.#reader.script(masked(script, EXPRESSION), context, env)
  }

  /** Whether it is a template; one of another repository is something that is used. */
  #template(holder: unknown, from: string, context: CiContext, depth: number): boolean {
    const written = text(holder, 'template')
    if (written === undefined) return false
    const { uses, ref } = split(written, /@/)
    if (ref !== '' && ref !== 'self') {
      this.#reader.step(used(context, { uses, ref, with: texts(holder, 'parameters') }), placeOf(holder, 'template'))
      return true
    }
    const path = posix.normalize(uses.startsWith('/') ? uses.slice(1) : posix.join(posix.dirname(from), uses))
    const source = depth < DEEPEST && this.#templates++ < 200 && !path.startsWith('..') ? fileAt(this.#sources, path) : undefined
    const inner = { ...context, via: [...context.via, `template ${path}`] }
    for (const document of source ? documentsIn(source) : []) this.#parts(document, path, inner, depth + 1)
    return true
  }
}

/** A list without its `${{ if … }}:` and `${{ each … }}:` around items: what only a run decides may be there. */
function unfolded(list: unknown, depth = 0): unknown[] {
  if (depth > DEEPEST) return []
  return listOf(list).flatMap((item) => {
    const conditional = entries(item).filter(([key]) => key.startsWith('${{'))
    if (conditional.length === 0) return mapping(item) ? [item] : []
    return conditional.flatMap(([key, below]) => (/^\$\{\{\s*if\s+false\s*\}\}$/.test(key) ? [] : unfolded(below, depth + 1)))
  })
}
