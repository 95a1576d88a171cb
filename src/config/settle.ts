import { type Mistake, UserError } from '../errors.ts'
import type { Tree } from '../model/document.ts'
import type { Rule, Stage } from '../model/rule.ts'
import { embeddedRules } from '../rules/embedded.ts'
import { type Change, chooseRules } from './choose.ts'
import { type CustomRules, customRules, NO_RULES } from './custom.ts'
import { RuleNames } from './names.ts'
import type { Config } from './schema.ts'
import { simpleConfig } from './simple.ts'
import type { ConfigText, Inputs, Settings, Target } from './settings.ts'
import { toStage } from './stage.ts'

const THRESHOLD = 80
const KUBERNETES = '1.36'
/** What the one target is called where the configuration names none. */
const REPOSITORY = 'repository'

/** What a configuration file says, with nothing wrong in it. */
interface Checked {
  readonly config: Omit<Config, 'required-stage' | 'targets'>
  readonly requiredStage: Stage | null
  readonly targets: readonly OwnTarget[]
  readonly changes: ReadonlyMap<Rule, Change>
  readonly custom: CustomRules
}

/** A target with what is written at it, and nothing that it inherits. */
interface OwnTarget {
  readonly name: string
  readonly paths: readonly string[]
  readonly requiredStage: Stage | undefined
  readonly threshold: number | undefined
  readonly owner: string | null
}

const NOTHING: Checked = { config: {}, requiredStage: null, targets: [], changes: new Map(), custom: NO_RULES }

/** The settings of a run out of a configuration's text, or none, and the inputs. All mistakes of the file come in one UserError. */
export async function settle(tree: Tree, config: ConfigText | undefined, inputs: Inputs): Promise<Settings> {
  const checked = config === undefined ? NOTHING : await check(tree, config)
  const rules = [...embeddedRules(), ...checked.custom.rules]
  const { mode = 'enforce', include = [], exclude = [], 'kubernetes-version': kubernetesVersion = KUBERNETES } = checked.config
  const chosen = chooseRules(rules, new RuleNames(rules), checked.changes, inputs, kubernetesVersion)
  const only = (inputs.only ?? []).length > 0
  const targets = targetsOf(checked, inputs)
  return {
    selection: { paths: inputs.paths, include, exclude: [...exclude, ...inputs.exclude] },
    targets: only ? targets.map((target) => ({ ...target, requiredStage: null })) : targets,
    requiredStage: only ? null : (inputs.requiredStage ?? checked.requiredStage),
    threshold: thresholdOf(checked, inputs),
    mode: inputs.mode ?? mode,
    rules: chosen,
    texts: checked.custom.texts,
    only,
    kubernetesVersion,
  }
}

function thresholdOf({ config }: Checked, inputs: Inputs): number {
  return inputs.threshold ?? config.threshold ?? THRESHOLD
}

// An input is a floor: what a target asks for itself may be more, never less.
function targetsOf(checked: Checked, inputs: Inputs): readonly Target[] {
  const requiredStage = inputs.requiredStage ?? checked.requiredStage
  const threshold = thresholdOf(checked, inputs)
  if (checked.targets.length === 0) {
    return [{ name: REPOSITORY, paths: inputs.paths.length > 0 ? inputs.paths : ['.'], requiredStage, threshold, owner: null }]
  }
  return checked.targets.map((own) => ({
    ...own,
    requiredStage: own.requiredStage === undefined ? requiredStage : (Math.max(own.requiredStage, inputs.requiredStage ?? 1) as Stage),
    threshold: own.threshold === undefined ? threshold : Math.max(own.threshold, inputs.threshold ?? 0),
  }))
}

// The schema and the YAML reader with places cost more than all the rest of the start, and many a root has no configuration.
async function check(tree: Tree, { file, text }: ConfigText): Promise<Checked> {
  const simple = simpleConfig(text)
  if (simple) return { ...NOTHING, ...shapeOf(simple) }
  const { parsePlaced } = await import('../source/yaml/placed.ts')
  const { shapeMistakes, ruleChanges } = await import('./check.ts')
  const yaml = parsePlaced(text, file)
  const shape = shapeMistakes(yaml)
  const mistakes: Mistake[] = [...shape.mistakes]
  const shipped = embeddedRules()
  const custom = await customRules(tree, yaml, shipped, mistakes)
  const { changes, mistakes: wrong } = ruleChanges(yaml, new RuleNames([...shipped, ...custom.rules]), custom.ids)
  mistakes.push(...wrong)
  if (mistakes.length > 0 || !shape.config) throw new UserError(mistakes.sort(byPlace))
  return { ...shapeOf(shape.config), changes, custom }
}

function shapeOf({ 'required-stage': required, targets = [], ...config }: Config): Pick<Checked, 'config' | 'requiredStage' | 'targets'> {
  return {
    config,
    requiredStage: required === undefined ? null : toStage(required),
    targets: targets.map(({ name, paths, owner, threshold, 'required-stage': stage }) => ({
      name,
      paths,
      requiredStage: stage === undefined ? undefined : toStage(stage),
      threshold,
      owner: owner ?? null,
    })),
  }
}

function byPlace(a: Mistake, b: Mistake): number {
  const [one, two] = [a.file ?? '', b.file ?? '']
  return one < two ? -1 : one > two ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
