import type { Place } from './position.ts'
import type { CompiledRule, Severity, Stage } from './rule.ts'
import type { ResourceName, Subject } from './subject.ts'

export interface RelatedPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface Waiver {
  readonly by: string
  readonly reason: string
  readonly owner: string
  readonly expires: string | null
}

/** Who waives what the baseline knows. */
export const BASELINE = 'baseline'

/** Who waives what the model itself lets pass. */
export const NODE_AGENT = 'node agent'
export const ROLE_OF_THE_CLUSTER = 'role of the cluster'

/** How a fingerprint is written. */
export const FINGERPRINT = /^[0-9a-f]{20}$/

/** Its digits, or what makes them when somebody asks for them; of one finding it is always the same. */
export type Fingerprint = string | { toString(): string; toJSON(): string }

/** One offence at one place. The property order is the JSON report's. */
export interface Finding {
  readonly rule: string
  readonly stage: Stage
  readonly severity: Severity
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly resource?: ResourceName | undefined
  readonly container?: string | undefined
  readonly target: string
  readonly related: readonly RelatedPlace[]
  readonly waived?: Waiver | undefined
  /** The fingerprint of the finding that says the same problem: no report prints both. */
  readonly saidBy?: Fingerprint | undefined
  readonly fingerprint: Fingerprint
  /** What to write, in a sentence. */
  readonly fix?: string | undefined
}

export type Answer = 'pass' | 'fail' | 'unknown' | 'waived'

/** One rule's answer for one subject, with what it found and where. */
export interface Judgement {
  readonly rule: CompiledRule
  readonly subject: Subject
  readonly answer: Answer
  /** One for each failing item; without target and fingerprint, which come when findings are put in order. */
  readonly offences: readonly Offence[]
  readonly unknown?: (Place & { readonly reason: string }) | undefined
  /** What satisfied it and where: the subject itself, or each piece of evidence. */
  readonly evidence: readonly Evidence[]
  /** It passes by an attestation alone. */
  readonly attested?: boolean | undefined
}

export interface Offence extends Place {
  readonly message: string
  /** The message of a finding that no other one says, where finding that out takes as long as judging did. */
  readonly wholeMessage?: (() => string) | undefined
  readonly related: readonly RelatedPlace[]
  readonly waived?: Waiver | undefined
  /** What to write, where the rule says it for each finding. */
  readonly remedy?: string | undefined
  /** Where the item of `each` stands, which rules may have in common; undefined for what an expression makes. */
  readonly item?: string | undefined
  /** The path of `at` that was pointed at, '' where the subject itself was: tells which block an edit has to touch. */
  readonly path: string
  /** The path plus the item's identity: what the fingerprint is made of, with no line in it. */
  readonly identity: string
}

export interface Evidence {
  readonly file: string
  readonly line: number
  readonly what: string
}
