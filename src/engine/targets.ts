import type { Target } from '../config/settings.ts'
import type { StageResult, TargetResult } from '../model/report.ts'
import type { Model, Stage } from '../model/rule.ts'
import type { Assessment } from './assess.ts'
import type { Placing } from './placing.ts'
import type { Said } from './said.ts'
import { nextStage, reachedStage, stageResult, type WorkloadScore } from './stages.ts'
import { wayUp } from './way-up/way-up.ts'

/** One target's slice of what was judged: its stages, whether it passes, and its way up. */
export function targetResult(
  target: Target,
  index: number,
  assessment: Assessment,
  placing: Placing,
  model: Model,
  ordered: Said,
): TargetResult {
  const stages = model.stages.map((stage): StageResult => {
    const controls = assessment.tallies
      .filter(({ rule }) => rule.stage === stage.stage)
      .map(({ rule, byTarget }) => ({ rule, counts: byTarget[index] ?? NOTHING }))
    return stageResult({
      stage,
      practices: model.practices,
      controls,
      workloads: workloadsOf(assessment, placing, index, stage.stage),
      threshold: target.threshold,
    })
  })
  const reached = reachedStage(stages)
  const next = nextStage(reached)
  return {
    name: target.name,
    paths: target.paths,
    owner: target.owner,
    requiredStage: target.requiredStage,
    reachedStage: reached,
    passed: target.requiredStage === null || reached >= target.requiredStage,
    stages,
    wayUp: next === null ? [] : wayUp(assessment, index, next, target.threshold, ordered),
  }
}

const NOTHING = { passed: 0, failed: 0, unknown: 0, waived: 0 }

function* workloadsOf({ workloads }: Assessment, placing: Placing, target: number, stage: Stage): Iterable<WorkloadScore> {
  for (let number = 0; number < placing.workloads.length; number++) {
    const workload = placing.workloads[number]
    if (workload?.targets.includes(target)) yield { name: workload.name, ...workloads.of(number, stage) }
  }
}

/** The repository's stages out of its targets': the lowest score, met when all meet it, and counts that add up. */
export function overallStages(targets: readonly TargetResult[]): readonly StageResult[] {
  const [first] = targets
  if (!first || targets.length === 1) return first?.stages ?? []
  return first.stages.map((stage, index) => {
    const all = targets.map((target) => ({ target, result: target.stages[index] ?? stage }))
    const scores = all.flatMap(({ result }) => result.score ?? [])
    const { attested: _, ...shared } = stage
    const attested = Math.max(...all.map(({ result }) => result.attested ?? 0))
    return {
      ...shared,
      ...(attested === 0 ? {} : { attested }),
      score: scores.length === 0 ? null : Math.min(...scores),
      met: all.every(({ result }) => result.met),
      missed: all.flatMap(({ target, result }) => result.missed.map((words) => `${target.name}: ${words}`)),
      controls: all.map(({ result }) => result.controls).reduce(addUp),
    }
  })
}

function addUp(a: StageResult['controls'], b: StageResult['controls']): StageResult['controls'] {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    unknown: a.unknown + b.unknown,
    waived: a.waived + b.waived,
    notApplicable: a.notApplicable + b.notApplicable,
  }
}
