import type { Evidence, Finding, Fingerprint } from './finding.ts'
import type { RuleKind, Severity, Stage } from './rule.ts'
import type { ResourceName } from './subject.ts'

/** The JSON report, schemaVersion 1. Property order is print order. */
export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly verdict: Verdict
  readonly asOf: string | null
  readonly targets: readonly TargetResult[]
  readonly stages: readonly StageResult[]
  readonly controls: readonly ControlResult[]
  readonly findings: readonly Finding[]
  /** Absent where no control that is not proved by files has one. */
  readonly attestations?: readonly AttestationResult[] | undefined
  /** Absent under --only, and until Pod Security is decided as a whole. */
  readonly podSecurity?: readonly PodSecurity[] | undefined
  readonly unknown: readonly Unknown[]
  readonly problems: readonly ReportedProblem[]
  readonly scanned: Scanned
  /** What whoever reads the report should know beside the findings, in sentences; absent where there is nothing. */
  readonly notices?: readonly string[] | undefined
  /** Absent where the configuration names no baseline. */
  readonly baseline?: Known | undefined
}

/** Findings known on adoption day. */
export interface Known {
  readonly file: string
  /** How many it lists. */
  readonly known: number
  /** Those that were looked for and not found: they can be dropped. */
  readonly fixed: readonly { readonly rule: string; readonly file: string; readonly fingerprint: string }[]
}

export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'nothing-scanned'
  readonly passed: boolean
  readonly requiredStage: Stage | null
  readonly reachedStage: 0 | Stage
  readonly nextStage: Stage | null
  readonly threshold: number
  /** Score of the required stage; of the next one where none is required. */
  readonly score: number | null
}

export interface TargetResult {
  readonly name: string
  readonly paths: readonly string[]
  readonly owner: string | null
  readonly requiredStage: Stage | null
  readonly reachedStage: 0 | Stage
  readonly passed: boolean
  readonly stages: readonly StageResult[]
  readonly wayUp: readonly Step[]
}

export interface StageResult {
  readonly stage: Stage
  readonly id: string
  readonly title: string
  readonly score: number | null
  readonly met: boolean
  /** How many points of the score rest on attestations; absent where none do. */
  readonly attested?: number | undefined
  /** Why it is not met, in words, naming the floor that was missed; [] when met. */
  readonly missed: readonly string[]
  readonly controls: {
    readonly passed: number
    readonly failed: number
    readonly unknown: number
    readonly waived: number
    readonly notApplicable: number
  }
}

/** What could not be judged, or a waiver that does not hold. */
export interface ReportedProblem {
  readonly file: string
  readonly line: number
  readonly message: string
  /** What is said of a waiver changes no score: the finding is there. */
  readonly about?: 'waiver' | undefined
}

/** What an attestation is worth on the day. */
export interface AttestationResult {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly statement: string
  readonly owner: string
  readonly link: string
  readonly expires: string
  /** Negative when its end is past. */
  readonly daysLeft: number
  readonly holds: boolean
}

/** One edit of the shortest way up. */
export interface Step {
  readonly edit: string
  readonly file: string | null
  readonly line: number | null
  readonly closes: readonly { readonly rule: string; readonly fingerprint: Fingerprint }[]
  readonly scoreGain: number
}

export interface ControlResult {
  readonly id: string
  readonly title: string
  readonly stage: Stage
  readonly practice: string
  readonly severity: Severity
  readonly kind: RuleKind
  readonly status: 'pass' | 'fail' | 'unknown' | 'waived' | 'not-applicable'
  readonly subjects: { readonly passed: number; readonly failed: number; readonly unknown: number; readonly waived: number }
  readonly evidence: readonly Evidence[]
}

export interface PodSecurity {
  readonly file: string
  readonly line: number
  readonly resource: ResourceName
  readonly level: 'restricted' | 'baseline' | 'privileged' | 'unknown'
  readonly blockedBy: readonly string[]
}

export interface Unknown {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly reason: string
}

export interface Scanned {
  readonly files: number
  readonly resources: number
  readonly dockerfiles: number
  readonly composeFiles: number
  readonly workflows: number
}
