import { type Rule, WEIGHT } from '../model/rule.ts'
import { type Counts, statusOf } from './tally.ts'

/** A control with what was counted: over a target, or over everything. */
export interface Counted {
  readonly rule: Pick<Rule, 'id' | 'practice' | 'severity' | 'stage'>
  readonly counts: Readonly<Counts>
}

/** Rounded down to one decimal. */
export function roundDown(score: number): number {
  // Sums of fractions miss whole numbers by less than this: 80 must not become 79.9.
  return Math.floor(score * 10 + 1e-9) / 10
}

/** Passing among passing and failing subjects; undefined where nothing was decided. */
export function ratio({ passed, failed }: Readonly<Counts>): number | undefined {
  return passed + failed === 0 ? undefined : passed / (passed + failed)
}

/** 100 × Σ weight × ratio / Σ weight over the decided controls, rounded down; null where none is decided. */
export function scoreOf(controls: readonly Counted[]): number | null {
  let weight = 0
  let gained = 0
  for (const { rule, counts } of controls) {
    const share = ratio(counts)
    if (share === undefined) continue
    weight += WEIGHT[rule.severity]
    gained += WEIGHT[rule.severity] * share
  }
  return weight === 0 ? null : roundDown((100 * gained) / weight)
}

/** How many points of the score rest on attestations, rounded down. */
export function attestedPoints(controls: readonly Counted[]): number {
  let weight = 0
  let gained = 0
  for (const { rule, counts } of controls) {
    const decided = counts.passed + counts.failed
    if (decided === 0) continue
    weight += WEIGHT[rule.severity]
    gained += (WEIGHT[rule.severity] * (counts.attested ?? 0)) / decided
  }
  return weight === 0 ? 0 : roundDown((100 * gained) / weight)
}

/** Weight of the decided controls and of the applicable ones, which also count those left open. */
export function decidedWeight(controls: readonly Counted[]): { readonly decided: number; readonly applicable: number } {
  let decided = 0
  let applicable = 0
  for (const { rule, counts } of controls) {
    if (statusOf(counts) === 'not-applicable') continue
    applicable += WEIGHT[rule.severity]
    if (ratio(counts) !== undefined) decided += WEIGHT[rule.severity]
  }
  return { decided, applicable }
}
