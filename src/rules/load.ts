import { type Mistake, UserError } from '../errors.ts'
import type { Model, Rule, RuleText } from '../model/rule.ts'
import { type PlacedYaml, parsePlaced, placedMistakes } from '../source/yaml/placed.ts'
import { model as embedded } from './embedded.ts'
import { DEFAULT_VARIANTS, expressionMistakes, expressionsOf } from './expressions.ts'
import { meaningMistakes } from './meaning.ts'
import { type RuleFile, ruleSchema } from './schema.ts'

export interface LoadedRule {
  readonly rule: Rule
  readonly text: RuleText
}

/** Reads rule files, the project's own or a user's. Throws one UserError with every mistake of all of them. */
export function loadRules(files: readonly { readonly path: string; readonly text: string }[], model: Model = embedded): LoadedRule[] {
  const mistakes: Mistake[] = []
  const loaded: LoadedRule[] = []
  const seen = new Map<string, string>()
  for (const { path, text } of files) {
    const found: Mistake[] = []
    const rule = read(parsePlaced(text, path), model, found)
    const other = seen.get(idOf(path))
    if (other) found.push({ message: `there is a rule ${idOf(path)} already, in ${other}`, file: path, line: 1, column: 1 })
    seen.set(idOf(path), path)
    mistakes.push(...found.sort(byPlace))
    if (rule) loaded.push(rule)
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
  return loaded
}

function read(yaml: PlacedYaml, model: Model, mistakes: Mistake[]): LoadedRule | undefined {
  const before = mistakes.length
  mistakes.push(...yaml.mistakes)
  if (yaml.mistakes.length > 0) return undefined
  const id = idOf(yaml.file)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    mistakes.push({ ...yaml.place([]), message: `a rule's file is named like-this.yaml, not ${id}` })
  const parsed = ruleSchema.safeParse(yaml.value, { reportInput: true })
  if (parsed.success) mistakes.push(...meaningMistakes(parsed.data, yaml, model))
  else mistakes.push(...placedMistakes(parsed.error.issues, yaml, ruleSchema))
  mistakes.push(...expressionMistakes(expressionsOf(yaml.value), yaml))
  return parsed.success && mistakes.length === before ? split(id, parsed.data) : undefined
}

/** A rule's id is the name of its file. */
function idOf(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '')
}

function split(id: string, file: RuleFile): LoadedRule {
  const { why, examples, at, kinds, in: variants, ...rest } = file
  return {
    rule: {
      id,
      ...rest,
      stage: file.stage as Rule['stage'],
      kinds: kinds ?? [],
      in: variants ?? (file.scope === 'image' ? DEFAULT_VARIANTS : []),
      at: at === undefined ? [] : [at].flat(),
    },
    text: { why, examples },
  }
}

function byPlace(a: Mistake, b: Mistake): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
