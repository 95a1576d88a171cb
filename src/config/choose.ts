import { UserError } from '../errors.ts'
import type { JsonValue, Rule, Stage } from '../model/rule.ts'
import type { RuleNames } from './names.ts'
import type { ChosenRule, Inputs } from './settings.ts'

/** What the configuration changes about one rule. */
export interface Change {
  readonly enabled?: boolean | undefined
  readonly severity?: Rule['severity'] | undefined
  readonly stage?: Stage | undefined
  readonly params?: Readonly<Record<string, JsonValue>> | undefined
}

/**
 * The rules of a run. `--only` names exactly those that are judged, whatever the configuration or their default says; `--skip` and
 * the configuration switch rules off. Throws a UserError for names that no rule has.
 */
export function chooseRules(
  rules: readonly Rule[],
  names: RuleNames,
  changes: ReadonlyMap<Rule, Change>,
  { only, skip }: Inputs,
  kubernetesVersion: string,
): readonly ChosenRule[] {
  const mistakes = [...unknown('only', only, names), ...unknown('skip', skip, names)]
  if (mistakes.length > 0) throw new UserError(mistakes.map((message) => ({ message })))
  const named = found(only, names)
  const skipped = found(skip, names)
  return rules.flatMap((rule) => {
    const change = changes.get(rule)
    const wanted = only?.length ? named.has(rule) && !skipped.has(rule) : rule.default || change?.enabled === true
    if (!wanted) return []
    const off = !only?.length && (skipped.has(rule) || change?.enabled === false)
    return [{ rule: changed(rule, change), params: parameters(rule, change, kubernetesVersion), off }]
  })
}

function unknown(option: string, given: readonly string[] | undefined, names: RuleNames): readonly string[] {
  return (given ?? []).filter((name) => names.find(name).length === 0).map((name) => `--${option}: ${names.unknown(name)}`)
}

function found(given: readonly string[] | undefined, names: RuleNames): ReadonlySet<Rule> {
  return new Set((given ?? []).flatMap((name) => names.find(name)))
}

function changed(rule: Rule, change: Change | undefined): Rule {
  if (change?.severity === undefined && change?.stage === undefined) return rule
  return { ...rule, severity: change.severity ?? rule.severity, stage: change.stage ?? rule.stage }
}

// A rule that depends on the cluster's version declares a parameter of this name; it follows the configuration.
function parameters(rule: Rule, change: Change | undefined, kubernetesVersion: string): ChosenRule['params'] {
  const version = Object.hasOwn(rule.params, 'kubernetesVersion') ? { kubernetesVersion } : {}
  return { ...version, ...change?.params }
}
