import type { Day } from '../model/day.ts'
import type { JsonValue, Rule, RuleText, Stage } from '../model/rule.ts'
import type { Selection } from '../model/sources.ts'
import type { RuleNames } from './names.ts'
import type { Honoured } from './schema-accountable.ts'

export type Mode = 'enforce' | 'report'
export type OnNothingScanned = 'fail' | 'warn' | 'ignore'

/** What the command line and the action hand over; what is undefined is left to the configuration. */
export interface Inputs {
  readonly requiredStage?: Stage | undefined
  readonly threshold?: number | undefined
  readonly mode?: Mode | undefined
  /** Relative to the root. */
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  /** Without one nothing may expire. */
  readonly day?: Day | undefined
  /** The baseline is to be written anew: it is read where it is there and can be, else it is empty. */
  readonly baseline?: 'anew' | undefined
}

/** A configuration file's text, and what mistakes call it. */
export interface ConfigText {
  readonly file: string
  readonly text: string
  /** Its path below the root, for reports; absent where it lies elsewhere. */
  readonly path?: string | undefined
}

/** Everything that a run depends on beside the files: configuration and inputs, checked and put together. */
export interface Settings {
  readonly selection: Selection
  /** At least one. */
  readonly targets: readonly Target[]
  readonly requiredStage: Stage | null
  readonly threshold: number
  /** Changes the exit code only. */
  readonly mode: Mode
  /** Every rule that is judged or counts as switched off. */
  readonly rules: readonly ChosenRule[]
  /** Explanations of the user's own rules, by id. */
  readonly texts: ReadonlyMap<string, RuleText>
  /** The rules were named by `--only`: no stage is required. */
  readonly only: boolean
  /** `1.36` */
  readonly kubernetesVersion: string
  /** All rules by any of their names, also those that are not judged. */
  readonly names: RuleNames
  readonly day: Day
  readonly attestations: readonly Attestation[]
  readonly waivers: readonly ConfiguredWaiver[]
  readonly terms: Terms
  readonly honour: readonly Honoured[]
  /** What an image is built from, by its name without tag or digest. */
  readonly images: ReadonlyMap<string, ImageSource>
  /** Findings known on adoption day; undefined where the configuration names no such file. */
  readonly baseline: Baseline | undefined
  readonly locks: Locks
  /** What the configuration has to say to whoever reads the report, in sentences. */
  readonly notices: readonly string[]
}

/** Where the configuration says something: `.` where its file lies outside the root. */
export interface ConfigLine {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What no file can show, with somebody who answers for it. */
export interface Attestation {
  /** Ids of the rules that it satisfies. */
  readonly rules: readonly string[]
  readonly statement: string
  readonly owner: string
  readonly link: string
  /** YYYY-MM-DD */
  readonly expires: string
  readonly place: ConfigLine
}

/** A waiver of the configuration. */
export interface ConfiguredWaiver {
  /** As written. */
  readonly name: string
  readonly rules: readonly string[]
  /** Globs; [] means everywhere. */
  readonly paths: readonly string[]
  /** `Kind/name` or `Kind/namespace/name` with `*`; [] means every subject. */
  readonly resources: readonly string[]
  readonly containers: readonly string[]
  readonly reason: string
  readonly owner: string | undefined
  readonly expires: string | undefined
  readonly place: ConfigLine
}

/** How long debt may last, in days. */
export interface Terms {
  readonly attestationDays: number
  readonly waiverDays: number
  /** A waiver without an end holds too. */
  readonly openEnded: boolean
}

export interface ImageSource {
  /** Path relative to the root. */
  readonly dockerfile: string
  /** The stage that is built; the last one where it is undefined. */
  readonly target?: string | undefined
}

/** Of a configuration that is extended at a commit: what a change of the repository cannot loosen. */
export interface Locks {
  /** Ids of rules whose findings no waiver and no baseline covers. */
  readonly unwaivable: readonly string[]
  /** Whether comments and annotations may waive. */
  readonly inlineWaivers: boolean
}

export interface Baseline {
  /** Relative to the root, as reports call it. */
  readonly file: string
  readonly entries: readonly BaselineEntry[]
}

/** A finding as the baseline knows it. */
export interface BaselineEntry {
  readonly rule: string
  readonly file: string
  /** `Deployment shop/web`; '' for what lies in no object. */
  readonly resource: string
  readonly container: string
  readonly fingerprint: string
}

/** A rule as the configuration leaves it: its severity and stage may have been moved. */
export interface ChosenRule {
  readonly rule: Rule
  readonly params: Readonly<Record<string, JsonValue>>
  /** Switched off by configuration or `--skip`: not judged, but counted as undecided where it would apply. */
  readonly off: boolean
}

/** A service of the repository, scored on its own files and the repository's shared evidence. */
export interface Target {
  readonly name: string
  /** Globs relative to the root. */
  readonly paths: readonly string[]
  readonly requiredStage: Stage | null
  readonly threshold: number
  readonly owner: string | null
}
