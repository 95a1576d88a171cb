import type { Mistake } from '../errors.ts'
import type { JsonValue, Rule } from '../model/rule.ts'
import { type PlacedYaml, placedMistakes } from '../source/yaml/placed.ts'
import type { Change } from './choose.ts'
import type { RuleNames } from './names.ts'
import { parameterMistake } from './params.ts'
import { type Config, configSchema, type RuleConfig } from './schema.ts'
import { toStage } from './stage.ts'

/** What the file's own shape refuses: unknown keys, wrong types, values out of range. */
export function shapeMistakes(yaml: PlacedYaml): { readonly config: Config | undefined; readonly mistakes: readonly Mistake[] } {
  if (yaml.mistakes.length > 0) return { config: undefined, mistakes: yaml.mistakes }
  // A file in which nothing is written yet is an empty configuration.
  const result = configSchema.safeParse(yaml.value ?? {}, { reportInput: true })
  if (result.success) return { config: result.data, mistakes: targetMistakes(result.data, yaml) }
  return { config: undefined, mistakes: placedMistakes(result.error.issues, yaml, configSchema) }
}

function targetMistakes(config: Config, yaml: PlacedYaml): readonly Mistake[] {
  const names = (config.targets ?? []).map(({ name }) => name)
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ ...yaml.place(['targets', index, 'name']), message: `targets: the name ${JSON.stringify(name)} is given twice` }]
      : [],
  )
}

/**
 * What `rules` changes, and what is wrong with it: names that no rule has, moves without a reason, parameters that the rule does not
 * take. Takes the file as it is read, so that these mistakes come together with those of the shape.
 */
export function ruleChanges(
  yaml: PlacedYaml,
  names: RuleNames,
  custom: ReadonlySet<string>,
): { readonly changes: ReadonlyMap<Rule, Change>; readonly mistakes: readonly Mistake[] } {
  const changes = new Map<Rule, Change>()
  const mistakes: Mistake[] = []
  for (const [name, entry] of entries(member(yaml.value, 'rules'))) {
    const rules = names.find(name)
    if (rules.length === 0 && !custom.has(name)) mistakes.push({ ...yaml.place(['rules', name]), message: `rules: ${names.unknown(name)}` })
    mistakes.push(...reasonMistakes(yaml, name, entry))
    for (const [parameter, value] of entries(member(entry, 'params'))) {
      const wrong = new Set(rules.flatMap((rule) => parameterMistake(rule, parameter, value as JsonValue) ?? []))
      for (const message of wrong)
        mistakes.push({ ...yaml.place(['rules', name, 'params', parameter]), message: `rules.${name}: ${message}` })
    }
    if (mistakes.length === 0) for (const rule of rules) changes.set(rule, overlaid(changes.get(rule), toChange(entry as RuleConfig)))
  }
  return { changes, mistakes }
}

/** What is said twice of a rule, by two of its names or in two files: the later one wins, parameter by parameter. */
export function overlaid(under: Change | undefined, over: Change): Change {
  const params = { ...under?.params, ...over.params }
  return { ...under, ...over, ...(Object.keys(params).length === 0 ? {} : { params }) }
}

function reasonMistakes(yaml: PlacedYaml, name: string, entry: unknown): readonly Mistake[] {
  if (member(entry, 'reason') !== undefined) return []
  return ['severity', 'stage']
    .filter((key) => member(entry, key) !== undefined)
    .map((key) => ({
      ...yaml.place(['rules', name, key]),
      message: `rules.${name}.${key}: to move a rule takes a reason; write reason: beside it`,
    }))
}

function toChange({ enabled, severity, stage, params }: RuleConfig): Change {
  return {
    ...(enabled === undefined ? {} : { enabled }),
    ...(severity === undefined ? {} : { severity }),
    ...(stage === undefined ? {} : { stage: toStage(stage) }),
    ...(params === undefined ? {} : { params: params as Readonly<Record<string, JsonValue>> }),
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}
