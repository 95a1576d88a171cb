import type { StageResult } from '../model/report.ts'
import type { Model, Stage } from '../model/rule.ts'
import { attestedPoints, type Counted, decidedWeight, roundDown, scoreOf } from './score.ts'
import { statusOf } from './tally.ts'

/** The score a practice and a workload needs, whatever the threshold. */
export const FLOOR = 50

/** What one workload scores at a stage. */
export interface WorkloadScore {
  readonly name: string
  readonly weight: number
  readonly gained: number
}

export interface StageInput {
  readonly stage: Model['stages'][number]
  readonly practices: Model['practices']
  /** The controls of this stage. */
  readonly controls: readonly Counted[]
  readonly workloads: Iterable<WorkloadScore>
  readonly threshold: number
}

export function stageResult(input: StageInput): StageResult {
  const { stage, controls } = input
  const missed = missedFloors(input)
  const attested = attestedPoints(controls)
  const count = { passed: 0, failed: 0, unknown: 0, waived: 0, notApplicable: 0 }
  for (const { counts } of controls) count[NAMES[statusOf(counts)]]++
  return {
    stage: stage.stage,
    id: stage.id,
    title: stage.title,
    score: scoreOf(controls),
    met: missed.length === 0,
    ...(attested === 0 ? {} : { attested }),
    missed,
    controls: count,
  }
}

const NAMES = { pass: 'passed', fail: 'failed', unknown: 'unknown', waived: 'waived', 'not-applicable': 'notApplicable' } as const

/** The highest stage that is met with all below it. */
export function reachedStage(stages: readonly Pick<StageResult, 'stage' | 'met'>[]): 0 | Stage {
  let reached: 0 | Stage = 0
  for (const { stage, met } of stages) {
    if (!met) break
    reached = stage
  }
  return reached
}

export function nextStage(reached: 0 | Stage): Stage | null {
  return reached === 5 ? null : ((reached + 1) as Stage)
}

function missedFloors({ controls, practices, workloads, threshold }: StageInput): string[] {
  const score = scoreOf(controls)
  if (score === null) return ['too little decided: nothing could be decided at this stage']
  const missed: string[] = []
  const { decided, applicable } = decidedWeight(controls)
  if (decided * 3 < applicable * 2) {
    missed.push(
      `too little decided: controls that hold ${decided} of ${applicable} points of weight were decided, and two thirds are needed`,
    )
  }
  if (score < threshold) missed.push(`score ${score.toFixed(1)}, and ${threshold} is needed`)
  return [...missed, ...missedPractices(controls, practices), ...missedWorkloads(workloads), ...missedCritical(controls)]
}

function missedPractices(controls: readonly Counted[], practices: Model['practices']): string[] {
  return practices.flatMap(({ id, title }) => {
    const score = scoreOf(controls.filter(({ rule }) => rule.practice === id))
    return score !== null && score < FLOOR ? [`practice ${title} scores ${score.toFixed(1)}, and each practice needs ${FLOOR}`] : []
  })
}

function missedWorkloads(workloads: Iterable<WorkloadScore>): string[] {
  const low: { name: string; score: number }[] = []
  for (const { name, weight, gained } of workloads) {
    const score = weight === 0 ? FLOOR : roundDown((100 * gained) / weight)
    if (score < FLOOR) low.push({ name, score })
  }
  const [first] = low.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
  if (!first) return []
  const more = low.length > 1 ? ` (and ${low.length - 1} more below it)` : ''
  return [`workload ${first.name} scores ${first.score.toFixed(1)}, and each workload needs ${FLOOR}${more}`]
}

function missedCritical(controls: readonly Counted[]): string[] {
  const failing = controls.filter(({ rule, counts }) => rule.severity === 'critical' && counts.failed > 0)
  return failing.map(
    ({ rule, counts }) => `critical control ${rule.id} fails for ${counts.failed} ${counts.failed === 1 ? 'subject' : 'subjects'}`,
  )
}
