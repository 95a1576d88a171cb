import type { Report } from '../model/report.ts'
import { points } from '../report/words.ts'

/** The action's outputs, but for the path of the report. Texts, as outputs are; what there is not is empty. */
export function outputsOf(report: Report): Record<string, string> {
  const { passed, reachedStage, requiredStage, nextStage, score } = report.verdict
  return {
    passed: String(passed),
    stage: String(reachedStage),
    'required-stage': String(requiredStage ?? ''),
    'next-stage': String(nextStage ?? ''),
    score: score === null ? '' : points(score),
    gaps: String(gapsOf(report)),
    badge: JSON.stringify(badge(report)),
  }
}

/** Failing controls up to the stage after the one reached, added up over the targets. */
export function gapsOf(report: Report): number {
  const counted = report.targets.flatMap((target) => target.stages.filter(({ stage }) => stage <= target.reachedStage + 1))
  return counted.reduce((sum, { controls }) => sum + controls.failed, 0)
}

const COLORS = ['red', 'orange', 'yellow', 'yellowgreen', 'green', 'brightgreen'] as const

// https://shields.io/badges/endpoint-badge
function badge({ verdict }: Report): object {
  const nothing = verdict.outcome === 'nothing-scanned'
  const message = nothing ? 'nothing scanned' : `stage ${verdict.reachedStage} of 5`
  return { schemaVersion: 1, label: 'container maturity', message, color: nothing ? 'lightgrey' : COLORS[verdict.reachedStage] }
}
