import type { CiContext, CiStep } from '../../model/ci.ts'
import type { YamlDocument } from '../../model/document.ts'
import { originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { entries, items, mapping, member, placeOf, text, texts } from '../values.ts'
import { underCondition } from './events.ts'
import { decided, filled, type Inputs, inputsOf } from './inputs.ts'
import { type CiReader, isOff, isTrue } from './reader.ts'
import { scriptOf, within } from './script.ts'
import { setWithin } from './variables.ts'

/** GitHub workflows with the composite actions and reusable workflows of the repository that they call. */
export function readGithub(sources: Sources, reader: CiReader): void {
  const github = new Github(sources, reader)
  for (const workflow of sources.workflows) {
    const triggers = triggersOf(workflow.value)
    // Runs only when another workflow calls it; what that one is decides.
    if (triggers.every((trigger) => trigger === 'workflow_call')) continue
    github.workflow(workflow, triggers, { pipeline: workflow.source.path, via: [], blocking: true }, 0)
  }
}

/** How a job runs its scripts where a step does not say, and what its workflow or action was given. */
interface Defaults {
  readonly inputs: Inputs | undefined
  readonly folder: string
  readonly shell: string | undefined
}

interface Caller {
  readonly pipeline: string
  readonly via: readonly string[]
  readonly blocking: boolean
  readonly inputs?: Inputs
}

const DEEPEST = 4
const MOST_BELOW = 50_000
/** Actions that run what they are given as `command`. */
const RETRIES = /^(?:nick-fields|nick-invision)\/retry@|^wandalen\/wretry\.action@/i

class Github {
  readonly #reader: CiReader
  readonly #documents: ReadonlyMap<string, YamlDocument>
  /** Jobs and steps of what is called. */
  #below = 0

  constructor(sources: Sources, reader: CiReader) {
    this.#reader = reader
    const known = sources.documents.filter(({ kind }) => kind === 'workflow' || kind === 'action')
    this.#documents = new Map(known.map((document) => [document.source.path, document]))
  }

  workflow(workflow: YamlDocument, triggers: readonly string[], caller: Caller, depth: number): void {
    const { value } = workflow
    const jobs = entries(value, 'jobs')
    const off = switchedOff(jobs, caller.inputs)
    const shared = texts(value, 'env')
    for (const [name, job] of jobs) {
      if (this.#isEnough(depth)) return
      const under = underCondition(triggers, member(job, 'if'))
      if (off.has(name) || under.length === 0) continue
      const context: CiContext = {
        provider: 'github',
        pipeline: caller.pipeline,
        via: caller.via,
        job: name,
        triggers: under,
        blocking: caller.blocking && !isTrue(job, 'continue-on-error'),
        permissions: permissionsOf(member(job, 'permissions') ?? member(value, 'permissions')),
      }
      const { inputs } = caller
      const env = filled(setWithin(shared, texts(job, 'env')), inputs)
      const folder = text(job, 'defaults', 'run', 'working-directory') ?? text(value, 'defaults', 'run', 'working-directory') ?? '.'
      this.#called(job, context, env, inputs, depth)
      const shell = text(job, 'defaults', 'run', 'shell') ?? text(value, 'defaults', 'run', 'shell')
      for (const step of items(job, 'steps')) this.#step(step, context, env, { folder, shell, inputs }, depth)
    }
  }

  // Whatever is called is read anew for each caller, and each may call itself many times.
  #isEnough(depth: number): boolean {
    return depth > 0 && ++this.#below > MOST_BELOW
  }

  /** A job that calls a workflow. */
  #called(job: unknown, context: CiContext, env: CiStep['env'], outer: Inputs | undefined, depth: number): void {
    const uses = text(job, 'uses')
    if (uses === undefined) return
    this.#reader.step({ ...context, ...usedBy(job, uses, outer), env }, placeOf(job, 'uses'))
    const called = isOwn(uses) ? this.#documents.get(uses.slice(2)) : undefined
    if (!called || depth >= DEEPEST) return
    const via = [...context.via, `workflow ${uses}`]
    const inputs = inputsOf(member(called.value, 'on', 'workflow_call', 'inputs'), job, outer, true)
    this.workflow(called, context.triggers, { pipeline: context.pipeline, via, blocking: context.blocking, inputs }, depth + 1)
  }

  #step(step: unknown, around: CiContext, outer: CiStep['env'], run: Defaults, depth: number): void {
    if (this.#isEnough(depth)) return
    const triggers = underCondition(around.triggers, member(step, 'if'))
    const { inputs } = run
    if (!mapping(step) || isOff(decided(member(step, 'if'), inputs)) || triggers.length === 0) return
    const context = { ...around, triggers, blocking: around.blocking && !isTrue(step, 'continue-on-error') }
    const env = setWithin(outer, filled(texts(step, 'env'), inputs))
    const uses = text(step, 'uses')
    if (uses !== undefined) {
      this.#reader.step({ ...context, ...usedBy(step, uses, inputs), env }, placeOf(step, 'uses'))
      if (isOwn(uses)) this.#action(uses, step, context, env, inputs, depth)
    }
    const folder = within(run.folder, '.') ?? '.'
    const written = RETRIES.test(uses ?? '') ? scriptOf(member(step, 'with'), 'command', folder) : scriptOf(step, 'run', folder)
    const script = isPosix(text(step, 'shell') ?? run.shell) ? written : undefined
    const directory = text(step, 'working-directory')
    if (script) this.#reader.script(directory === undefined ? script : { ...script, folder: within('.', directory) ?? '.' }, context, env)
  }

  /** A composite action of the repository. */
  #action(uses: string, step: unknown, context: CiContext, env: CiStep['env'], outer: Inputs | undefined, depth: number): void {
    const folder = within('.', uses.slice(2))
    const action = this.#documents.get(`${folder}/action.yml`) ?? this.#documents.get(`${folder}/action.yaml`)
    if (!action || depth >= DEEPEST) return
    const inner = { ...context, via: [...context.via, `action ${uses}`] }
    const run = { folder: '.', shell: undefined, inputs: inputsOf(member(action.value, 'inputs'), step, outer, false) }
    for (const one of items(action.value, 'runs', 'steps')) this.#step(one, inner, env, run, depth + 1)
  }
}

function isPosix(shell: string | undefined): boolean {
  return shell === undefined || /^(?:ba|da|k|z)?sh\b/.test(shell)
}

/** Whether it is of this repository: `$/` stands for the commit that runs, `./` for what was checked out. */
function isOwn(uses: string): boolean {
  return uses.startsWith('./') || uses.startsWith('$/')
}

/** `owner/name/path@ref`, `docker://image@digest`, `./path`. */
export function usedBy(step: unknown, uses: string, inputs?: Inputs): Pick<CiStep, 'name' | 'uses' | 'ref' | 'with'> {
  const at = uses.indexOf('@')
  return {
    name: text(step, 'name') ?? '',
    uses: (at < 0 ? uses : uses.slice(0, at)).toLowerCase(),
    ref: at < 0 ? '' : uses.slice(at + 1),
    with: filled(texts(step, 'with'), inputs),
  }
}

/** What starts a workflow. */
export function triggersOf(workflow: unknown): string[] {
  const on = member(workflow, 'on')
  if (typeof on === 'string') return [on]
  if (Array.isArray(on)) return items(workflow, 'on').filter((trigger) => typeof trigger === 'string')
  // `pull_request:` with nothing behind it is a trigger too, though its value is null.
  const events = mapping(on) ?? {}
  return [...new Set([...(originOf(events)?.keys?.() ?? []), ...Object.keys(events)])]
}

function permissionsOf(value: unknown): Record<string, string> {
  if (typeof value === 'string') return { all: value }
  return texts(value)
}

/** Jobs with `if: false`, and those that wait for one: GitHub skips them unless their own condition says otherwise. */
function switchedOff(jobs: readonly (readonly [string, unknown])[], inputs: Inputs | undefined): ReadonlySet<string> {
  const off = new Set(jobs.filter(([, job]) => isOff(decided(member(job, 'if'), inputs))).map(([name]) => name))
  const waiting = new Map<unknown, string[]>()
  for (const [name, job] of jobs) {
    if (/always\(\)|!\s*cancelled\(\)/.test(text(job, 'if') ?? '')) continue
    for (const need of [text(job, 'needs'), ...items(job, 'needs')]) {
      const known = waiting.get(need)
      if (known) known.push(name)
      else waiting.set(need, [name])
    }
  }
  // A set is walked with what is added on the way.
  for (const name of off) for (const waiter of waiting.get(name) ?? []) off.add(waiter)
  return off
}
