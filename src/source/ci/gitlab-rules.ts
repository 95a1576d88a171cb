import { items, listOf, member, text } from '../values.ts'

/**
 * What sets a job off, in the words of GitHub's triggers; [] for what never runs. A job that somebody starts by hand is a
 * `workflow_dispatch`.
 */
export function runsOf(rules: unknown, when: string | undefined, only: unknown): readonly string[] {
  if (Array.isArray(rules)) return [...new Set(ofRules(rules, when))]
  if (when === 'never') return []
  if (when === 'manual') return ['workflow_dispatch']
  const refs = [...listOf(only), ...items(only, 'refs')].filter((ref) => typeof ref === 'string')
  return refs.length > 0 ? [...new Set(refs.map(ofRef))] : ['push']
}

function ofRef(ref: string): string {
  if (ref === 'schedules') return 'schedule'
  if (ref === 'merge_requests') return 'pull_request'
  return ref === 'web' || ref === 'api' ? 'workflow_dispatch' : 'push'
}

function ofRules(rules: readonly unknown[], when: string | undefined): string[] {
  const found: string[] = []
  for (let index = 0; index < rules.length; index++) {
    const rule = member(rules, index)
    const condition = text(rule, 'if') ?? ''
    const then = text(rule, 'when') ?? when
    if (then === 'manual') found.push('workflow_dispatch')
    else if (then !== 'never') found.push(ofCondition(condition))
    // Nothing after a rule without condition is reached.
    if (condition === '' && member(rule, 'changes') === undefined && member(rule, 'exists') === undefined) break
  }
  return found
}

function ofCondition(condition: string): string {
  const source = /\$CI_PIPELINE_SOURCE\s*==\s*["'](\w+)["']/.exec(condition)?.[1]
  if (source === 'schedule') return 'schedule'
  if (source === 'merge_request_event' || (source === undefined && /\$CI_MERGE_REQUEST_I/.test(condition))) return 'pull_request'
  return source === 'web' || source === 'api' || source === 'trigger' ? 'workflow_dispatch' : 'push'
}
