import type { YamlDocument } from '../../model/document.ts'
import type { Origin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { triggersOf } from '../../source/ci/github.ts'
import { isOff } from '../../source/ci/reader.ts'
import { entries, items, mapping, member, placeOf, text } from '../../source/values.ts'
import { placed, placeInScript } from './places.ts'
import { namesHead, strangersWords } from './stranger-contexts.ts'

/** A place where a workflow with the repository's secrets runs what a stranger wrote. */
interface Fault {
  readonly what: string
  readonly origin: Origin | undefined
}

/** GitHub workflows that `paths` select, each with what it runs of strangers: `faults`. It stands at the first of them. */
export function trustedWorkflows(sources: Sources): readonly object[] {
  const subjects = sources.workflows.filter(({ source }) => sources.isSubject(source.path))
  return subjects.map((workflow) => {
    const trigger = privilegedTrigger(workflow, sources.workflows)
    const faults = trigger === undefined ? [] : faultsOf(workflow)
    const item = {
      path: workflow.source.path,
      trigger: trigger ?? '',
      faults: faults.map(({ what }) => what),
      label: workflow.source.path,
    }
    return placed(item, faults[0]?.origin ?? placeOf(workflow.value, 'on') ?? workflow.origin)
  })
}

/** Events whose runs have secrets and a token that may write, whoever caused them. */
function privilegedTrigger({ value }: YamlDocument, all: readonly YamlDocument[]): string | undefined {
  const triggers = triggersOf(value)
  if (triggers.includes('pull_request_target')) return 'pull_request_target'
  return triggers.includes('workflow_run') && followsPulls(items(value, 'on', 'workflow_run', 'workflows'), all)
    ? 'workflow_run'
    : undefined
}

// A run that follows pushes alone has no stranger's code.
function followsPulls(names: readonly unknown[], all: readonly YamlDocument[]): boolean {
  return names.some((name) => {
    const found = all.filter(({ value }) => text(value, 'name') === name)
    return found.length === 0 || found.some(({ value }) => /pull_request/.test(JSON.stringify(member(value, 'on')) ?? ''))
  })
}

/** Conditions that let only the repository's own branches through. */
const GUARD =
  /head\.repo\.full_name\s*==|head\.repo\.fork\s*==\s*false|!\s*github\.event\.pull_request\.head\.repo\.fork|head_repository\.full_name\s*==|workflow_run\.event\s*==\s*'(?:push|schedule|workflow_dispatch|release)'/

function isGuarded(holder: unknown): boolean {
  const condition = member(holder, 'if')
  return isOff(condition) || (typeof condition === 'string' && GUARD.test(condition))
}

function faultsOf({ value }: YamlDocument): readonly Fault[] {
  return entries(value, 'jobs').flatMap(([, job]) => {
    if (isGuarded(job)) return []
    const steps = items(job, 'steps').filter((step) => mapping(step) && !isGuarded(step))
    return [...checkouts(steps), ...steps.flatMap(injections)]
  })
}

const CHECKED_OUT = "checks out the pull request's head and runs commands beside it"

/** A checkout of the pull request's head after which something of it is run. */
function checkouts(steps: readonly unknown[]): readonly Fault[] {
  return steps.flatMap((step, index) => {
    const isRunLater = steps.slice(index + 1).some(runs)
    const script = text(step, 'run')
    const at = script === undefined ? undefined : fetched(script, isRunLater)
    if (at !== undefined) return [{ what: CHECKED_OUT, origin: placeInScript(step, 'run', at) }]
    if (!isRunLater || !text(step, 'uses')?.toLowerCase().startsWith('actions/checkout@') || refusesForks(step)) return []
    const key = ['ref', 'repository'].find((name) => namesHead(text(step, 'with', name) ?? ''))
    return key === undefined ? [] : [{ what: CHECKED_OUT, origin: placeOf(step, 'with', key) }]
  })
}

/** Since version 7 the action refuses the pull requests of forks, which are those of strangers, unless it is told not to. */
function refusesForks(step: unknown): boolean {
  if (/^true$/i.test(String(member(member(step, 'with'), 'allow-unsafe-pr-checkout')))) return false
  const reference = text(step, 'uses')?.replace(/^.*@/, '') ?? ''
  const place = placeOf(step, 'uses')
  // A commit has its version in the comment behind it.
  const written =
    place && /^['"]?[^\S\n]*#[^\S\n]*(v?\d[^\n]{0,40})/.exec(place.source.text.slice(place.span.end, place.span.end + 200))?.[1]
  const version = /^[0-9a-f]{40}$/.test(reference) ? written : reference
  return Number(/^v?(\d{1,3})(?:[.\s]|$)/.exec(version ?? '')?.[1] ?? 0) >= 7
}

const HEAD_OF_PULL = /\bpull\/[^\n]{0,100}\/(?:head|merge)\b/
const SWITCHES = /\bgit\s+(?:checkout|switch|merge|reset|worktree)\b/
/** A line of a script that runs what may be in the files of a checkout. */
const RUNS_FILES = /^[^\S\n]*(?!(?:git|gh|echo|printf|cd|set|export|if|then|else|fi|done|exit)\b)[\w./]/m

// Where a script takes the pull request's head into its folder before something runs.
function fetched(script: string, isRunLater: boolean): number | undefined {
  let at = 0
  let fetching: number | undefined
  for (const line of script.split('\n')) {
    const isFetch = /^\s*git\s+fetch\b/.test(line) && HEAD_OF_PULL.test(line)
    const isTaken = /^\s*gh\s+pr\s+checkout\b/.test(line) || (/^\s*git\s+pull\b/.test(line) && HEAD_OF_PULL.test(line))
    if (isFetch) fetching ??= at
    at += line.length + 1
    if (isTaken || (fetching !== undefined && SWITCHES.test(line)))
      return isRunLater || RUNS_FILES.test(script.slice(at)) ? (fetching ?? at - line.length - 1) : undefined
  }
  return undefined
}

function runs(step: unknown): boolean {
  return text(step, 'run') !== undefined || /^(?:[.$]\/|docker\/(?:build-push|bake)-action@)/.test(text(step, 'uses') ?? '')
}

function injections(step: unknown): readonly Fault[] {
  const isScript = text(step, 'uses')?.toLowerCase().startsWith('actions/github-script@') ?? false
  return [inject(step, 'run'), isScript ? inject(member(step, 'with'), 'script') : undefined].flatMap((fault) => fault ?? [])
}

function inject(holder: unknown, key: string): Fault | undefined {
  const written = text(holder, key)
  const words = written === undefined ? undefined : strangersWords(written)
  if (!words) return undefined
  const expression = words.text.replace(/\s+/g, ' ').slice(0, 80)
  return { what: `puts ${expression}, which a stranger writes, into a script`, origin: placeInScript(holder, key, words.start) }
}
