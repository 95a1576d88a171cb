import { type Mistake, UserError } from '../errors.ts'
import type { Tree } from '../model/document.ts'
import type { Rule, Stage } from '../model/rule.ts'
import { embeddedRules } from '../rules/embedded.ts'
import { type Accountable, accountable, accountableMistakes } from './accountable.ts'
import { oldBaseline, readBaseline } from './baseline.ts'
import { overlaid, ruleChanges } from './check.ts'
import type { Change } from './choose.ts'
import { type CustomRules, customRules } from './custom.ts'
import { imageMistakes, toImages } from './images.ts'
import { type ConfigFiles, type Layer, readLayers } from './layers.ts'
import { type HeldLocks, heldLocks, lockMistakes } from './locks.ts'
import { mergeConfigs } from './merge.ts'
import { RuleNames } from './names.ts'
import type { Config } from './schema.ts'
import type { Baseline, ConfigText, ImageSource } from './settings.ts'
import { toStage } from './stage.ts'

/** What a configuration says together with all that it extends, with nothing wrong in it. */
export interface Checked {
  readonly config: Pick<Config, 'threshold' | 'mode' | 'include' | 'exclude' | 'kubernetes-version'>
  readonly requiredStage: Stage | null
  readonly targets: readonly OwnTarget[]
  readonly changes: ReadonlyMap<Rule, Change>
  readonly custom: CustomRules
  readonly images: ReadonlyMap<string, ImageSource>
  readonly baseline: Baseline | undefined
  readonly locks: HeldLocks
  readonly notices: readonly string[]
  readonly owed: Accountable
}

/** A target with what is written at it, and nothing that it inherits. */
interface OwnTarget {
  readonly name: string
  readonly paths: readonly string[]
  readonly requiredStage: Stage | undefined
  readonly threshold: number | undefined
  readonly owner: string | null
}

/** Throws a UserError with all mistakes of all files. */
export async function checkConfig(tree: Tree, own: ConfigText, files: ConfigFiles, anew: boolean): Promise<Checked> {
  const { layers, mistakes: wrong } = await readLayers(own, files)
  const mistakes: Mistake[] = [...wrong]
  const shipped = embeddedRules()
  const custom = await customRules(tree, layers, shipped, mistakes)
  const names = new RuleNames([...shipped, ...custom.rules])
  const changes = new Map<Layer, ReadonlyMap<Rule, Change>>()
  for (const layer of layers) {
    const found = ruleChanges(layer.yaml, names, custom.ids)
    changes.set(layer, found.changes)
    mistakes.push(...found.mistakes, ...imageMistakes(layer, tree), ...accountableMistakes(layer.yaml, names, custom.ids))
  }
  mistakes.push(...lockMistakes(layers, changes, names))
  const baseline = await baselineOf(layers, files, anew, mistakes)
  if (mistakes.length > 0) throw new UserError(mistakes.sort(byPlace))
  const merged = mergeConfigs(layers.flatMap(({ config }) => config ?? []))
  const required = merged['required-stage']
  return {
    config: merged,
    requiredStage: required === undefined ? null : toStage(required),
    targets: targetsOf(merged),
    changes: allChanges([...changes.values()]),
    custom,
    images: toImages(merged.images),
    baseline,
    locks: heldLocks(layers, names),
    notices: layers.flatMap(notice),
    owed: accountable(
      layers.flatMap(({ config, yaml, pinned }) => (config ? [{ config, yaml, path: pathOf(own, yaml.file, pinned) }] : [])),
      merged,
      names,
    ),
  }
}

// What was fetched has no line in this repository.
function pathOf(own: ConfigText, file: string, pinned: boolean): string | undefined {
  if (pinned) return undefined
  return file === own.file ? own.path : file
}

function allChanges(maps: readonly ReadonlyMap<Rule, Change>[]): ReadonlyMap<Rule, Change> {
  const all = new Map<Rule, Change>()
  for (const map of maps) for (const [rule, change] of map) all.set(rule, overlaid(all.get(rule), change))
  return all
}

function targetsOf({ targets = [] }: Config): readonly OwnTarget[] {
  return targets.map(({ name, paths, owner, threshold, 'required-stage': stage }) => ({
    name,
    paths,
    requiredStage: stage === undefined ? undefined : toStage(stage),
    threshold,
    owner: owner ?? null,
  }))
}

async function baselineOf(layers: readonly Layer[], files: ConfigFiles, anew: boolean, mistakes: Mistake[]): Promise<Baseline | undefined> {
  const layer = layers.findLast(({ config }) => config?.baseline !== undefined)
  const file = layer?.config?.baseline
  if (!layer || file === undefined) return undefined
  if (anew) return oldBaseline(file, files)
  let text: string
  try {
    text = await files.read(file)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    mistakes.push({ ...layer.yaml.place(['baseline']), message: `baseline: ${file}: ${error.message}; maturity-gate baseline writes it` })
    return undefined
  }
  try {
    return await readBaseline(text, file)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    mistakes.push(...error.mistakes)
    return undefined
  }
}

function notice({ yaml, config, pinned }: Layer): readonly string[] {
  if (pinned || config?.locks === undefined) return []
  return [
    `The locks in ${yaml.file} hold nothing here, since a change of this repository can edit them; they hold where another repository extends this file at a commit.`,
  ]
}

function byPlace(a: Mistake, b: Mistake): number {
  const [one, two] = [a.file ?? '', b.file ?? '']
  return one < two ? -1 : one > two ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
