import type { CiContext, CiStep } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { contextOf, documentsIn, masked, pipelineFiles, type Reader, scriptLines, split, used } from './pipeline.ts'
import { isOff } from './reader.ts'
import { within } from './script.ts'
import { setWithin } from './variables.ts'

/** CircleCI: the jobs that a workflow runs, with the configuration's own commands. */
export function readCircle(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, /^\.circleci\/(?:config|continue[-_]config)\.ya?ml$/)) {
    for (const document of documentsIn(source)) new Circle(document, source.path, reader).workflows()
  }
}

const DEEPEST = 8

class Circle {
  readonly #config: unknown
  readonly #path: string
  readonly #reader: Reader
  readonly #done = new Set<string>()

  constructor(config: unknown, path: string, reader: Reader) {
    this.#config = config
    this.#path = path
    this.#reader = reader
  }

  workflows(): void {
    const workflows = entries(this.#config, 'workflows').filter(([, workflow]) => mapping(workflow))
    // Without a workflow the job `build` runs.
    if (workflows.length === 0) this.#job('build', ['push'], {}, undefined)
    for (const [, workflow] of workflows) {
      if (isOff(member(workflow, 'when')) || member(workflow, 'unless') === true) continue
      const scheduled = items(workflow, 'triggers').some((trigger) => mapping(trigger) && member(trigger, 'schedule') !== undefined)
      const triggers = [scheduled ? 'schedule' : 'push']
      for (const [index, item] of items(workflow, 'jobs').entries()) {
        if (typeof item === 'string') this.#job(item, triggers, {}, placeOf(workflow, 'jobs', index))
        for (const [name, options] of entries(item)) this.#job(name, triggers, texts(options), placeOf(item, name))
      }
    }
  }

  #job(name: string, triggers: readonly string[], inputs: CiStep['with'], origin: ReturnType<typeof placeOf>): void {
    const key = `${name} ${triggers[0]}`
    if (this.#done.has(key)) return
    this.#done.add(key)
    const job = member(this.#config, 'jobs', name)
    const context = contextOf('circleci', this.#path, name, triggers)
    const fromOrb = this.#orb(name)
    if (fromOrb) this.#reader.step(used(context, { ...fromOrb, with: inputs }), origin)
    if (!mapping(job) || inputs.type === 'approval') return
    const env = texts(job, 'environment')
    const executor = text(job, 'executor') ?? text(job, 'executor', 'name') ?? ''
    for (const holder of [job, member(this.#config, 'executors', executor)]) {
      for (const container of items(holder, 'docker').slice(0, 1)) {
        const image = text(container, 'image')
        if (image !== undefined) this.#reader.step(used(context, { ...split(image), env }), placeOf(container, 'image'))
      }
    }
    this.#steps(job, context, env, 0)
  }

  #steps(holder: unknown, context: CiContext, env: CiStep['env'], depth: number): void {
    if (depth > DEEPEST) return
    for (const [index, step] of items(holder, 'steps').entries()) {
      if (typeof step === 'string') this.#command(step, undefined, context, env, placeOf(holder, 'steps', index), depth)
      for (const [name, body] of entries(step)) {
        if (name === 'when' || name === 'unless') this.#conditional(name, body, context, env, depth)
        else if (name === 'run') this.#run(step, body, context, env)
        else this.#command(name, body, context, env, placeOf(step, name), depth)
      }
    }
  }

  #conditional(name: string, body: unknown, context: CiContext, env: CiStep['env'], depth: number): void {
    const condition = member(body, 'condition')
    if (name === 'when' ? !isOff(condition) : condition !== true) this.#steps(body, context, env, depth + 1)
  }

  #run(step: unknown, body: unknown, context: CiContext, env: CiStep['env']): void {
    const short = typeof body === 'string'
    const folder = within('.', text(body, 'working_directory') ?? '.') ?? '.'
    const own = setWithin(env, texts(body, 'environment'))
    // Expressions would be here-documents to a shell.
    for (const script of scriptLines(short ? step : body, short ? 'run' : 'command', folder))
      this.#reader.script(masked(script, /<<\s{0,10}[\w.-]{1,200}\s{0,10}>>/g), context, own)
  }

  #command(name: string, inputs: unknown, context: CiContext, env: CiStep['env'], origin: ReturnType<typeof placeOf>, depth: number): void {
    const fromOrb = this.#orb(name)
    const local = member(this.#config, 'commands', name)
    if (fromOrb) this.#reader.step(used(context, { ...fromOrb, with: texts(inputs), env }), origin)
    else if (mapping(local)) this.#steps(local, { ...context, via: [...context.via, `command ${name}`] }, env, depth + 1)
    else this.#reader.step(used(context, { uses: name, with: texts(inputs), env }), origin)
  }

  /** `snyk/scan` with `orbs: { snyk: snyk/snyk@1.5 }` is snyk/snyk/scan of 1.5. */
  #orb(name: string): { readonly uses: string; readonly ref: string } | undefined {
    const [alias = '', ...rest] = name.split('/')
    const [orb] = listOf(member(this.#config, 'orbs', alias))
    if (typeof orb !== 'string' || rest.length === 0) return undefined
    const { uses, ref } = split(orb, /@/)
    return { uses: [uses, ...rest].join('/'), ref }
  }
}
