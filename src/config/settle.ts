import { UserError } from '../errors.ts'
import { Day } from '../model/day.ts'
import type { Tree } from '../model/document.ts'
import type { Stage } from '../model/rule.ts'
import { embeddedRules } from '../rules/embedded.ts'
import { NOTHING_OWED } from './accountable.ts'
import type { Checked } from './checked.ts'
import { chooseRules } from './choose.ts'
import { NO_RULES } from './custom.ts'
import type { ConfigFiles } from './layers.ts'
import { RuleNames } from './names.ts'
import type { Config } from './schema.ts'
import type { ConfigText, Inputs, Settings, Target } from './settings.ts'
import { simpleConfig } from './simple.ts'
import { toStage } from './stage.ts'

const THRESHOLD = 80
export const KUBERNETES = '1.36'
/** What the one target is called where the configuration names none. */
const REPOSITORY = 'repository'

const NOTHING: Checked = {
  config: {},
  requiredStage: null,
  targets: [],
  changes: new Map(),
  custom: NO_RULES,
  images: new Map(),
  baseline: undefined,
  locks: { requiredStage: undefined, threshold: undefined, rules: new Map(), unwaivable: [], inlineWaivers: true, by: '' },
  notices: [],
  owed: NOTHING_OWED,
}

/**
 * The settings of a run out of a configuration's text, or none, and the inputs. All mistakes of its files come in one UserError.
 * The schema and the YAML reader with places cost more than all the rest of the start, and many a root has no configuration.
 */
export async function settle(tree: Tree, config: ConfigText | undefined, inputs: Inputs, files: ConfigFiles): Promise<Settings> {
  const anew = inputs.baseline === 'anew'
  const read = async (own: ConfigText) => (await import('./checked.ts')).checkConfig(tree, own, files, anew)
  if (config === undefined) return fromChecked(NOTHING, inputs)
  const simple = simpleConfig(config.text)
  return fromChecked(simple ? alone(simple) : await read(config), inputs)
}

function alone({ 'required-stage': required, ...config }: Config): Checked {
  return { ...NOTHING, config, requiredStage: required === undefined ? null : toStage(required) }
}

function fromChecked(checked: Checked, inputs: Inputs): Settings {
  const rules = [...embeddedRules(), ...checked.custom.rules]
  const names = new RuleNames(rules)
  const { mode = 'enforce', include = [], exclude = [], 'kubernetes-version': kubernetesVersion = KUBERNETES } = checked.config
  const chosen = chooseRules(rules, names, checked.changes, inputs, kubernetesVersion)
  refuseLocked(checked, names, inputs)
  const only = (inputs.only ?? []).length > 0
  const targets = targetsOf(checked, inputs)
  const { unwaivable, inlineWaivers } = checked.locks
  return {
    selection: { paths: inputs.paths, include, exclude: [...exclude, ...inputs.exclude] },
    targets: only ? targets.map((target) => ({ ...target, requiredStage: null })) : targets,
    requiredStage: only ? null : requiredStageOf(checked, inputs),
    threshold: thresholdOf(checked, inputs),
    mode: inputs.mode ?? mode,
    rules: chosen,
    texts: checked.custom.texts,
    only,
    kubernetesVersion,
    images: checked.images,
    baseline: checked.baseline,
    locks: { unwaivable, inlineWaivers },
    names,
    day: inputs.day ?? NO_DAY,
    ...checked.owed,
    notices: only ? [] : [...checked.notices, ...raised(checked, inputs)],
  }
}

const NO_DAY = new Day(() => {
  throw new Error('something can expire, and no day was handed over')
})

function requiredStageOf({ requiredStage, locks }: Checked, inputs: Inputs): Stage | null {
  const asked = inputs.requiredStage ?? requiredStage ?? locks.requiredStage ?? null
  return asked === null ? null : (Math.max(asked, locks.requiredStage ?? 1) as Stage)
}

function thresholdOf({ config, locks }: Checked, inputs: Inputs): number {
  return Math.max(inputs.threshold ?? config.threshold ?? Math.max(THRESHOLD, locks.threshold ?? 0), locks.threshold ?? 0)
}

// An input is a floor: what a target asks for itself may be more, never less.
function targetsOf(checked: Checked, inputs: Inputs): readonly Target[] {
  const requiredStage = requiredStageOf(checked, inputs)
  const threshold = thresholdOf(checked, inputs)
  if (checked.targets.length === 0) {
    return [{ name: REPOSITORY, paths: inputs.paths.length > 0 ? inputs.paths : ['.'], requiredStage, threshold, owner: null }]
  }
  const { locks } = checked
  const least = Math.max(inputs.requiredStage ?? 1, locks.requiredStage ?? 1)
  const lowest = Math.max(inputs.threshold ?? 0, locks.threshold ?? 0)
  return checked.targets.map((own) => ({
    ...own,
    requiredStage: own.requiredStage === undefined ? requiredStage : (Math.max(own.requiredStage, least) as Stage),
    threshold: own.threshold === undefined ? threshold : Math.max(own.threshold, lowest),
  }))
}

function refuseLocked({ locks }: Checked, names: RuleNames, { skip = [], only = [] }: Inputs): void {
  // Under --only no stage is required: nothing is loosened.
  if (only.length > 0) return
  const held = skip.flatMap((name) => {
    const by = names.find(name).flatMap((rule) => locks.rules.get(rule) ?? [])[0]
    return by === undefined ? [] : [{ message: `--skip: ${name} may not be switched off: ${by} locks it` }]
  })
  if (held.length > 0) throw new UserError(held)
}

// Whoever asks for less is told why more is required.
function raised({ locks }: Checked, inputs: Inputs): readonly string[] {
  const stage = locks.requiredStage !== undefined && inputs.requiredStage !== undefined && inputs.requiredStage < locks.requiredStage
  const threshold = locks.threshold !== undefined && inputs.threshold !== undefined && inputs.threshold < locks.threshold
  return [
    ...(stage ? [`Stage ${locks.requiredStage} is required, and not ${inputs.requiredStage}: ${locks.by} locks it.`] : []),
    ...(threshold ? [`The threshold is ${locks.threshold}, and not ${inputs.threshold}: ${locks.by} locks it.`] : []),
  ]
}
