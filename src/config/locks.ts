import { type Mistake, nearest } from '../errors.ts'
import type { Rule, Stage } from '../model/rule.ts'
import type { Change } from './choose.ts'
import type { Layer } from './layers.ts'
import type { RuleNames } from './names.ts'
import { type Config, KEYS } from './schema.ts'
import { toStage } from './stage.ts'

/** What the locks of all pinned configurations come to. */
export interface HeldLocks {
  readonly requiredStage: Stage | undefined
  readonly threshold: number | undefined
  /** Rules that may not be switched off, moved or changed, with who says so. */
  readonly rules: ReadonlyMap<Rule, string>
  readonly unwaivable: readonly string[]
  readonly inlineWaivers: boolean
  /** Who holds the stage and the threshold. */
  readonly by: string
}

interface Holder {
  readonly layer: Layer
  readonly locks: NonNullable<Config['locks']>
}

/** Only a pinned configuration can lock: any other is edited by the change that it is to hold. */
export function heldLocks(layers: readonly Layer[], names: RuleNames): HeldLocks {
  const holders = holdersOf(layers)
  const stages = holders.flatMap(({ locks }) => (locks['required-stage'] === undefined ? [] : toStage(locks['required-stage'])))
  const thresholds = holders.flatMap(({ locks }) => locks.threshold ?? [])
  const rules = holders.flatMap(({ layer, locks }) =>
    (locks.rules ?? []).flatMap((name) => names.find(name).map((rule) => [rule, layer.yaml.file] as const)),
  )
  const unwaivable = holders.flatMap(({ locks }) => (locks.unwaivable ?? []).flatMap((name) => names.find(name).map(({ id }) => id)))
  return {
    requiredStage: stages.length === 0 ? undefined : (Math.max(...stages) as Stage),
    threshold: thresholds.length === 0 ? undefined : Math.max(...thresholds),
    rules: new Map(rules),
    unwaivable: [...new Set(unwaivable)].sort(),
    inlineWaivers: holders.every(({ locks }) => locks['inline-waivers'] !== false),
    by: [...new Set(holders.map(({ layer }) => layer.yaml.file))].join(' and '),
  }
}

/** Names in locks that nothing has, and what a configuration says against the locks of one that it extends. */
export function lockMistakes(
  layers: readonly Layer[],
  changes: ReadonlyMap<Layer, ReadonlyMap<Rule, Change>>,
  names: RuleNames,
): readonly Mistake[] {
  const unknown = layers.flatMap((layer) => unknownNames(layer, names))
  const broken = holdersOf(layers).flatMap((holder) => {
    const index = layers.indexOf(holder.layer)
    // What it extends itself it has already overruled.
    const held = layers.filter((_, other) => other > index || other < holder.layer.first)
    return held.flatMap((layer) => brokenIn(layer, holder, changes.get(layer) ?? new Map(), names))
  })
  return [...unknown, ...broken]
}

function holdersOf(layers: readonly Layer[]): readonly Holder[] {
  return layers.flatMap((layer) => (layer.pinned && layer.config?.locks ? [{ layer, locks: layer.config.locks }] : []))
}

function unknownNames({ yaml, config }: Layer, names: RuleNames): readonly Mistake[] {
  const { rules = [], unwaivable = [], keys = [] } = config?.locks ?? {}
  const inRules = Object.entries({ rules, unwaivable }).flatMap(([list, written]) =>
    written.flatMap((name, index) =>
      names.find(name).length > 0 ? [] : [{ ...yaml.place(['locks', list, index]), message: `locks.${list}: ${names.unknown(name)}` }],
    ),
  )
  const inKeys = keys.flatMap((key, index) => {
    if (Object.hasOwn(KEYS, key)) return []
    const meant = nearest(key, Object.keys(KEYS))
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    return [{ ...yaml.place(['locks', 'keys', index]), message: `locks.keys: no key is called ${JSON.stringify(key)}${hint}` }]
  })
  return [...inRules, ...inKeys]
}

function brokenIn({ yaml, config }: Layer, { layer, locks }: Holder, changes: ReadonlyMap<Rule, Change>, names: RuleNames): Mistake[] {
  const mistakes: Mistake[] = []
  const refuse = (path: readonly PropertyKey[], words: string) =>
    mistakes.push({ ...yaml.place(path), message: `${words}: ${layer.yaml.file} locks it` })
  for (const key of locks.keys ?? []) if (config && Object.hasOwn(config, key)) refuse([key], `${key} may not be set here`)
  const least = locks['required-stage'] === undefined ? 0 : toStage(locks['required-stage'])
  const lowest = locks.threshold ?? 0
  for (const { path, stage, threshold } of heldValues(config)) {
    if (stage !== undefined && stage < least) refuse([...path, 'required-stage'], `required-stage: not below ${least}`)
    if (threshold !== undefined && threshold < lowest) refuse([...path, 'threshold'], `threshold: not below ${lowest}`)
  }
  const locked = new Set((locks.rules ?? []).flatMap((name) => names.find(name)))
  for (const name of Object.keys(config?.rules ?? {})) {
    const touched = names.find(name).filter((rule) => locked.has(rule) && weakens(changes.get(rule)))
    if (touched.length > 0) refuse(['rules', name], `rules.${name} may not be switched off, moved or given other parameters`)
  }
  return mistakes
}

function weakens(change: Change | undefined): boolean {
  const { enabled, severity, stage, params } = change ?? {}
  return enabled === false || severity !== undefined || stage !== undefined || params !== undefined
}

function heldValues(config: Config | undefined) {
  const all = [
    { path: [] as PropertyKey[], own: config },
    ...(config?.targets ?? []).map((own, index) => ({ path: ['targets', index], own })),
  ]
  return all.map(({ path, own }) => {
    const stage = own?.['required-stage']
    return { path, stage: stage === undefined ? undefined : toStage(stage), threshold: own?.threshold }
  })
}
