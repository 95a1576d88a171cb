import type { YamlDocument } from '../model/document.ts'
import { type Origin, originOf } from '../model/origin.ts'
import type { Sources } from '../model/sources.ts'
import { isOff } from '../source/ci-reader.ts'
import { scriptOf } from '../source/ci-script.ts'
import { entries, items, mapping, member, placeOf, text } from '../source/values.ts'
import { placed, textPlace } from './repository-places.ts'

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
  const on = member(value, 'on')
  const triggers = typeof on === 'string' ? [on] : Array.isArray(on) ? items(on) : Object.keys(mapping(on) ?? {})
  if (triggers.includes('pull_request_target')) return 'pull_request_target'
  return triggers.includes('workflow_run') && followsPulls(items(on, 'workflow_run', 'workflows'), all) ? 'workflow_run' : undefined
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

const HEAD =
  /github\.event\.pull_request\.head\.|github\.event\.pull_request\.merge_commit_sha|github\.head_ref|github\.event\.workflow_run\.head_|refs\/pull\//

/** A checkout of the pull request's head after which something of it is run. */
function checkouts(steps: readonly unknown[]): readonly Fault[] {
  return steps.flatMap((step, index) => {
    if (!text(step, 'uses')?.toLowerCase().startsWith('actions/checkout@') || !steps.slice(index + 1).some(runs)) return []
    const key = ['ref', 'repository'].find((name) => HEAD.test(text(step, 'with', name) ?? ''))
    return key === undefined
      ? []
      : [{ what: "checks out the pull request's head and runs commands beside it", origin: placeOf(step, 'with', key) }]
  })
}

function runs(step: unknown): boolean {
  return text(step, 'run') !== undefined || /^(?:\.\/|docker\/(?:build-push|bake)-action@)/.test(text(step, 'uses') ?? '')
}

/** What a stranger writes as he likes. */
const WRITTEN =
  /\$\{\{[^}]{0,500}\bgithub\.(?:head_ref\b|event\.(?:(?:pull_request|issue|discussion|comment|review)\.(?:title|body)\b|pull_request\.head\.(?:ref|label|repo\.default_branch)\b|label\.name\b|workflow_run\.(?:head_branch|head_commit\.message|display_title)\b|head_commit\.message\b))[^}]{0,500}\}\}/

function injections(step: unknown): readonly Fault[] {
  const isScript = text(step, 'uses')?.toLowerCase().startsWith('actions/github-script@') ?? false
  return [inject(step, 'run'), isScript ? inject(member(step, 'with'), 'script') : undefined].flatMap((fault) => fault ?? [])
}

function inject(holder: unknown, key: string): Fault | undefined {
  const written = text(holder, key)
  const match = written === undefined ? undefined : WRITTEN.exec(written)
  const script = match ? scriptOf(holder, key, '.') : undefined
  if (!match || !script) return undefined
  const expression = match[0].replace(/\s+/g, ' ').slice(0, 80)
  const place = written?.includes('\n') ? textPlace(script.source, script.at(match.index), script.at(match.index)) : undefined
  return { what: `puts ${expression}, which a stranger writes, into a script`, origin: place ?? originOf(holder)?.child(key) }
}
