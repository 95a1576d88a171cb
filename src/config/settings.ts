import type { JsonValue, Rule, Stage } from '../model/rule.ts'
import type { Selection } from '../model/sources.ts'

export type Mode = 'enforce' | 'report'
export type OnNothingScanned = 'fail' | 'warn' | 'ignore'

/** Everything that a run depends on beside the files: configuration and inputs, checked and put together. */
export interface Settings {
  readonly selection: Selection
  readonly targets: readonly Target[]
  /** For the repository as a whole; undefined targets take theirs from here. */
  readonly requiredStage: Stage | null
  readonly threshold: number
  /** Changes the exit code only. */
  readonly mode: Mode
  /** Every rule that is judged or counts as switched off. */
  readonly rules: readonly ChosenRule[]
  /** The rules were named by `--only`: no stage is required. */
  readonly only: boolean
  /** `1.36` */
  readonly kubernetesVersion: string
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
