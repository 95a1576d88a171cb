import type { Judgement } from '../model/finding.ts'
import { type Rule, type Stage, WEIGHT } from '../model/rule.ts'

/**
 * What each workload scores at each stage, over the controls whose subjects lie in it. Controls come one after the other, so that
 * two numbers for each workload and stage are all that is kept.
 */
export class WorkloadScores {
  readonly #passed: Uint32Array
  readonly #failed: Uint32Array
  #touched: number[] = []
  readonly #weight: readonly Float64Array[]
  readonly #gained: readonly Float64Array[]

  constructor(workloads: number) {
    this.#passed = new Uint32Array(workloads)
    this.#failed = new Uint32Array(workloads)
    this.#weight = Array.from({ length: 6 }, () => new Float64Array(workloads))
    this.#gained = Array.from({ length: 6 }, () => new Float64Array(workloads))
  }

  count(workload: number, answer: Judgement['answer']): void {
    if (answer !== 'pass' && answer !== 'fail') return
    if (this.#passed[workload] === 0 && this.#failed[workload] === 0) this.#touched.push(workload)
    const counts = answer === 'pass' ? this.#passed : this.#failed
    counts[workload] = (counts[workload] ?? 0) + 1
  }

  /** All subjects of one control have been counted. Says how many were decided in each workload in which some failed. */
  close(rule: Rule): ReadonlyMap<number, number> {
    const decidedIn = new Map<number, number>()
    const weight = this.#weight[rule.stage]
    const gained = this.#gained[rule.stage]
    for (const workload of this.#touched) {
      const passed = this.#passed[workload] ?? 0
      const decided = passed + (this.#failed[workload] ?? 0)
      if (decided > passed) decidedIn.set(workload, decided)
      if (weight) weight[workload] = (weight[workload] ?? 0) + WEIGHT[rule.severity]
      if (gained) gained[workload] = (gained[workload] ?? 0) + (WEIGHT[rule.severity] * passed) / decided
      this.#passed[workload] = 0
      this.#failed[workload] = 0
    }
    this.#touched = []
    return decidedIn
  }

  /** Weight of the decided controls, and how much of it the workload holds. */
  of(workload: number, stage: Stage): { readonly weight: number; readonly gained: number } {
    return { weight: this.#weight[stage]?.[workload] ?? 0, gained: this.#gained[stage]?.[workload] ?? 0 }
  }
}
