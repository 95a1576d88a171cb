import { roundDown } from '../score.ts'
import { FLOOR } from '../stages.ts'

/** A control of the stage to climb to, decided for this many subjects. */
export interface ClimbControl {
  readonly weight: number
  readonly practice: string
  readonly critical: boolean
  readonly decided: number
  readonly failed: number
}

/** One failing subject: closed when all of its edits are made. */
export interface Gap {
  /** Index of its control. */
  readonly control: number
  readonly edits: readonly number[]
  /** The workload it lies in, with the weight that closing it adds there; undefined for what lies in none. */
  readonly workload?: { readonly number: number; readonly gain: number } | undefined
}

export interface Slope {
  readonly controls: readonly ClimbControl[]
  readonly gaps: readonly Gap[]
  /** Those in which a subject fails, by number. */
  readonly workloads: ReadonlyMap<number, { readonly weight: number; readonly gained: number }>
  readonly edits: number
  readonly threshold: number
}

/** A stage as it would be after some edits. Edits are made and taken back; what a stage is met by is asked in between. */
export class Climb {
  readonly slope: Slope
  readonly #failed: number[]
  /** Edits that a gap still waits for. */
  readonly #open: number[]
  readonly #gapsOf: readonly number[][]
  readonly #gained = new Map<number, number>()
  #low = 0
  #critical = 0

  constructor(slope: Slope) {
    this.slope = slope
    this.#failed = slope.controls.map(({ failed }) => failed)
    this.#open = slope.gaps.map(({ edits }) => edits.length)
    const gapsOf: number[][] = Array.from({ length: slope.edits }, () => [])
    slope.gaps.forEach(({ edits, control }, gap) => {
      for (const edit of edits) gapsOf[edit]?.push(gap)
      if (slope.controls[control]?.critical) this.#critical++
    })
    this.#gapsOf = gapsOf
    for (const [number, { gained }] of slope.workloads) {
      this.#gained.set(number, gained)
      if (this.isLow(number)) this.#low++
    }
  }

  make(edit: number): void {
    for (const gap of this.#gapsOf[edit] ?? []) {
      this.#open[gap] = (this.#open[gap] ?? 0) - 1
      if (this.#open[gap] === 0) this.#turn(gap, 1)
    }
  }

  takeBack(edit: number): void {
    for (const gap of this.#gapsOf[edit] ?? []) {
      if (this.#open[gap] === 0) this.#turn(gap, -1)
      this.#open[gap] = (this.#open[gap] ?? 0) + 1
    }
  }

  #turn(gap: number, sign: 1 | -1): void {
    const { control, workload } = this.slope.gaps[gap] as Gap
    this.#failed[control] = (this.#failed[control] ?? 0) - sign
    if (this.slope.controls[control]?.critical) this.#critical -= sign
    if (!workload) return
    const before = this.isLow(workload.number)
    this.#gained.set(workload.number, (this.#gained.get(workload.number) ?? 0) + sign * workload.gain)
    this.#low += Number(this.isLow(workload.number)) - Number(before)
  }

  isLow(workload: number): boolean {
    const { weight = 0 } = this.slope.workloads.get(workload) ?? {}
    return weight > 0 && roundDown((100 * (this.#gained.get(workload) ?? 0)) / weight) < FLOOR
  }

  /** Of all controls, or of one practice's; not rounded. */
  score(practice?: string): number {
    let weight = 0
    let gained = 0
    this.slope.controls.forEach((control, index) => {
      if (control.decided === 0 || (practice !== undefined && control.practice !== practice)) return
      weight += control.weight
      gained += (control.weight * (control.decided - (this.#failed[index] ?? 0))) / control.decided
    })
    return weight === 0 ? 100 : (100 * gained) / weight
  }

  isPoor(practice: string): boolean {
    return roundDown(this.score(practice)) < FLOOR
  }

  enough(): boolean {
    return roundDown(this.score()) >= this.slope.threshold
  }

  /** Every floor that edits can lift; how much is decided they do not change. */
  met(practices: readonly string[]): boolean {
    return this.#critical === 0 && this.#low === 0 && this.enough() && !practices.some((practice) => this.isPoor(practice))
  }
}
