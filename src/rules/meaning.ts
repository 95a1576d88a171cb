import { type Mistake, nearest } from '../errors.ts'
import type { Model, Parameter } from '../model/rule.ts'
import type { PlacedYaml } from '../source/yaml/placed.ts'
import { exampleMistakes } from './examples.ts'
import type { RuleFile } from './schema.ts'

const IN_OBJECTS: ReadonlySet<string> = new Set(['resource', 'pod', 'container', 'volume', 'image'])

/** What a schema cannot tell: whether the keys of a rule fit each other and the model. */
export function meaningMistakes(rule: RuleFile, yaml: PlacedYaml, model: Model): Mistake[] {
  const mistakes: Mistake[] = []
  const wrong = (path: readonly PropertyKey[], message: string) => mistakes.push({ ...yaml.place(path), message })
  practice(rule, model, wrong)
  decision(rule, wrong)
  if (rule.message !== undefined && rule.messageExpression !== undefined)
    wrong(['message'], 'either message or messageExpression, not both')
  if (rule.message === undefined && rule.messageExpression === undefined) wrong([], 'missing: message or messageExpression')
  if (rule.kinds && !IN_OBJECTS.has(rule.scope)) wrong(['kinds'], `kinds mean nothing in scope ${rule.scope}`)
  if (rule.scope === 'resource' && !rule.kinds) wrong(['scope'], 'a rule of scope resource says which kinds; all: ["*"]')
  if (rule.together && rule.each === undefined) wrong(['together'], 'together means nothing without each')
  if (rule.in && rule.scope !== 'image') wrong(['in'], `in means nothing in scope ${rule.scope}`)
  for (const [name, parameter] of Object.entries(rule.params)) {
    const problem = parameterProblem(parameter)
    if (problem) wrong(['params', name, 'default'], `params.${name}.default: ${problem}`)
  }
  mistakes.push(...exampleMistakes(rule, yaml))
  return mistakes
}

type Wrong = (path: readonly PropertyKey[], message: string) => void

function practice(rule: RuleFile, model: Model, wrong: Wrong): void {
  const known = model.practices.find(({ id }) => id === rule.practice)
  if (known) {
    if (known.stage !== rule.stage) wrong(['stage'], `practice ${rule.practice} belongs to stage ${known.stage}, not ${rule.stage}`)
    return
  }
  const ids = model.practices.map(({ id }) => id)
  const meant = nearest(rule.practice, ids)
  wrong(
    ['practice'],
    `unknown practice ${JSON.stringify(rule.practice)}${meant ? `; did you mean ${meant}?` : `; one of ${ids.join(', ')}`}`,
  )
}

function decision(rule: RuleFile, wrong: Wrong): void {
  const { kind, require, evidence, what } = rule
  if (kind === 'static' && require === undefined) wrong([], 'missing: require')
  if (kind === 'attested' && (require ?? evidence) !== undefined)
    wrong([require === undefined ? 'evidence' : 'require'], 'an attested rule is decided by an attestation alone')
  if (kind === 'evidence' && (require === undefined) === (evidence === undefined))
    wrong([], 'a rule of kind evidence has evidence or require')
  if (kind !== 'evidence' && evidence !== undefined) wrong(['evidence'], `evidence belongs to kind evidence, not ${kind}`)
  if (kind !== 'static' && rule.scope !== 'repository') wrong(['scope'], `a rule of kind ${kind} has scope repository`)
  if (evidence !== undefined && what === undefined) wrong(['evidence'], 'missing: what, the text for one piece of evidence')
  if (what !== undefined && evidence === undefined) wrong(['what'], 'what means nothing without evidence')
  if (rule.givesWayWhen !== undefined && rule.givesWayTo.length === 0)
    wrong(['givesWayWhen'], 'givesWayWhen means nothing without givesWayTo')
}

/** Why a value does not fit a parameter; undefined when it does. */
export function parameterProblem(parameter: Parameter, value: unknown = parameter.default): string | undefined {
  if (!fits(parameter, value)) return `not ${parameter.items ? `a ${parameter.type} of ${parameter.items}s` : `of type ${parameter.type}`}`
  const allowed = parameter.enum
  const stray = allowed ? [value].flat().find((item) => !allowed.includes(String(item))) : undefined
  return stray === undefined ? undefined : `${JSON.stringify(stray)} is none of ${allowed?.join(', ')}`
}

function fits(parameter: Parameter, value: unknown): boolean {
  const { type, items } = parameter
  if (type === 'list') return Array.isArray(value) && value.every((item) => items === undefined || plain(items, item))
  if (type === 'map')
    return (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((item) => items === undefined || plain(items, item))
    )
  return plain(type, value)
}

function plain(type: string, value: unknown): boolean {
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type
}
