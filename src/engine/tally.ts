import type { Evidence, Judgement } from '../model/finding.ts'
import type { ControlResult } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import { placeOf } from './evaluate.ts'
import type { Placed } from './placing.ts'
import type { WorkloadScores } from './workloads.ts'

/** How many subjects of a control got which answer. */
export interface Counts {
  passed: number
  failed: number
  unknown: number
  waived: number
  /** How many of those that passed did so by an attestation. */
  attested?: number
}

export type Status = ControlResult['status']

/** At most this many passing subjects are named for an auditor to follow. */
const SHOWN = 10

export function noCounts(): Counts {
  return { passed: 0, failed: 0, unknown: 0, waived: 0 }
}

/** A control is decided by any subject that passes or fails; waived and unknown ones leave it open. */
export function statusOf(counts: Readonly<Counts>): Status {
  if (counts.failed > 0) return 'fail'
  if (counts.passed > 0) return 'pass'
  if (counts.unknown > 0) return 'unknown'
  return counts.waived > 0 ? 'waived' : 'not-applicable'
}

/** Gathers one control's judgements: what passes is counted and forgotten, the rest is kept. */
export class Tally {
  readonly rule: Rule
  /** Each subject once. */
  readonly counts: Counts = noCounts()
  readonly byTarget: readonly Counts[]
  /** Judgements with offences, waived ones too, with the targets they lie in. */
  readonly failures: { readonly judgement: Judgement; readonly targets: readonly number[]; readonly workload: number }[] = []
  readonly unknowns: NonNullable<Judgement['unknown']>[] = []
  /** Decided subjects in each workload in which some failed. */
  decidedIn: ReadonlyMap<number, number> = new Map()
  /** Findings in files that lie in no target. */
  outside = 0
  /** What is named of it, each once. */
  readonly #evidence = new Map<string, Evidence>()

  constructor(rule: Rule, targets: number) {
    this.rule = rule
    this.byTarget = Array.from({ length: targets }, noCounts)
  }

  add(judgement: Judgement, { targets, workload, outside }: Placed, workloads: WorkloadScores): void {
    if (outside) {
      this.outside += judgement.offences.filter(({ waived }) => waived === undefined).length
      return
    }
    const answer = ANSWERS[judgement.answer]
    this.counts[answer]++
    for (const target of targets) (this.byTarget[target] as Counts)[answer]++
    if (judgement.attested) for (const counts of [this.counts, ...targets.map((target) => this.byTarget[target] as Counts)]) attest(counts)
    if (judgement.answer === 'pass') this.#pass(judgement)
    else if (judgement.answer !== 'unknown') this.failures.push({ judgement, targets, workload })
    if (judgement.unknown) this.unknowns.push(judgement.unknown)
    if (workload >= 0) workloads.count(workload, judgement.answer)
  }

  /** A switched-off control that would have applied here. */
  addSwitchedOff({ targets, outside }: Placed): void {
    if (outside) return
    this.counts.waived++
    for (const target of targets) (this.byTarget[target] as Counts).waived++
  }

  get evidence(): readonly Evidence[] {
    return statusOf(this.counts) === 'pass' ? [...this.#evidence.values()].sort(byPlace) : []
  }

  #pass(judgement: Judgement): void {
    if (this.#evidence.size >= SHOWN) return
    for (const evidence of judgement.evidence) this.#name(evidence)
    if (judgement.evidence.length > 0) return
    const { file, line } = placeOf(judgement.subject)
    this.#name({ file, line, what: judgement.subject.label })
  }

  #name(evidence: Evidence): void {
    if (this.#evidence.size < SHOWN) this.#evidence.set(`${evidence.file}:${evidence.line} ${evidence.what}`, evidence)
  }
}

function attest(counts: Counts): void {
  counts.attested = (counts.attested ?? 0) + 1
}

const ANSWERS = { pass: 'passed', fail: 'failed', unknown: 'unknown', waived: 'waived' } as const

function byPlace(a: Evidence, b: Evidence): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.what, b.what)
}

/** By UTF-16 code units: the same everywhere, whatever the locale. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
