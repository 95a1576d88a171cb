import { type Mistake, nearest, UserError } from '../errors.ts'
import { type Tree, Unreadable } from '../model/document.ts'
import type { Rule, RuleText } from '../model/rule.ts'
import type { LoadedRule } from '../rules/load.ts'
import { globMatcher } from '../source/globs.ts'
import { decode } from '../source/text.ts'
import type { Layer } from './layers.ts'

/** The user's own rules with what explains them. */
export interface CustomRules {
  readonly rules: readonly Rule[]
  readonly texts: ReadonlyMap<string, RuleText>
  /** Ids of all files that were found, also of those with mistakes. */
  readonly ids: ReadonlySet<string>
}

export const NO_RULES: CustomRules = { rules: [], texts: new Map(), ids: new Set() }

/** The rules that `custom-rules` names, through the door that the shipped ones went through. Adds what is wrong with them to `mistakes`. */
export async function customRules(
  tree: Tree,
  layers: readonly Layer[],
  shipped: readonly Rule[],
  mistakes: Mistake[],
): Promise<CustomRules> {
  const files = layers.flatMap((layer) => filesOf(layer, tree, mistakes))
  if (files.length === 0) return NO_RULES
  const texts = [...new Set(files)].flatMap((path) => readRule(tree, path, mistakes))
  const loaded = await load(texts, mistakes)
  for (const { rule, file } of loaded) {
    const taken = shipped.some(({ id }) => id === rule.id)
    if (taken)
      mistakes.push({ file, line: 1, column: 1, message: `a shipped rule is called ${rule.id} already: give the file another name` })
  }
  mistakes.push(...strangersIn(loaded, shipped))
  return {
    rules: loaded.map(({ rule }) => rule),
    texts: new Map(loaded.map(({ rule, text }) => [rule.id, text])),
    ids: new Set(files.map((path) => path.replace(/^.*\/|\.ya?ml$/g, ''))),
  }
}

function strangersIn(loaded: readonly (LoadedRule & { readonly file: string })[], shipped: readonly Rule[]): Mistake[] {
  const known = new Set([...shipped, ...loaded.map(({ rule }) => rule)].map(({ id }) => id))
  return loaded.flatMap(({ rule, file }) =>
    rule.givesWayTo
      .filter((id) => !known.has(id))
      .map((id) => {
        const meant = nearest(id, known)
        const message = `givesWayTo: no rule is called ${JSON.stringify(id)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
        return { file, line: 1, column: 1, message }
      }),
  )
}

function filesOf({ yaml, pinned }: Layer, tree: Tree, mistakes: Mistake[]): readonly string[] {
  return globsOf(yaml.value).flatMap((glob, index) => {
    const place = yaml.place(['custom-rules', index])
    const found = pinned ? [] : tree.files.filter(globMatcher([glob], { anyDepth: false }))
    if (pinned) mistakes.push({ ...place, message: 'custom-rules: files of rules cannot come from another repository' })
    else if (found.length === 0) mistakes.push({ ...place, message: `custom-rules: no file matches ${glob}` })
    return found
  })
}

function globsOf(value: unknown): readonly string[] {
  const globs = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['custom-rules'] : undefined
  return Array.isArray(globs) ? globs.filter((glob): glob is string => typeof glob === 'string') : []
}

function readRule(tree: Tree, path: string, mistakes: Mistake[]): { path: string; text: string }[] {
  try {
    return [{ path, text: decode(tree.read(path)) }]
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    mistakes.push({ file: path, message: `the rule cannot be read: ${error.message}` })
    return []
  }
}

// The rules come back in the order of their files.
async function load(files: { path: string; text: string }[], mistakes: Mistake[]): Promise<(LoadedRule & { file: string })[]> {
  const { loadRules } = await import('../rules/load.ts')
  try {
    return loadRules(files).map((loaded, index) => ({ ...loaded, file: files[index]?.path ?? '' }))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    mistakes.push(...error.mistakes)
    return []
  }
}
