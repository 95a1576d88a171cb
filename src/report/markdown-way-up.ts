import type { Report, Step, TargetResult } from '../model/report.ts'
import type { RenderContext } from './context.ts'
import { markdown as inert } from './escape.ts'
import { place } from './markdown-place.ts'
import type { Listing } from './room.ts'
import { count } from './words.ts'

const STEPS = 25

/** What is missing for the next stage: the smallest set of edits, what gains most first. */
export function wayUp(report: Report, context: RenderContext): Listing[] {
  return report.targets
    .filter((target) => target.wayUp.length > 0)
    .slice(0, STEPS)
    .map((target) => steps(target, report, context))
}

function steps(target: TargetResult, report: Report, context: RenderContext): Listing {
  const whose = report.targets.length > 1 ? ` for ${inert(target.name, 80)}` : ''
  const shown = target.wayUp.slice(0, STEPS)
  const beyond = target.wayUp.length - shown.length
  const more = (left: number) => `| | | and ${count(left, 'more edit')} |\n`
  return {
    open: `**Shortest way to stage ${target.reachedStage + 1}${whose}: ${count(target.wayUp.length, 'edit')}**\n\n| Gain | Where | What to write |\n|--:|:--|:--|\n`,
    items: shown.map((step) => row(step, context)),
    close: `${beyond > 0 ? more(beyond) : ''}\n`,
    more,
  }
}

function row(step: Step, context: RenderContext): string {
  const where = place(step.file ?? '.', step.line === null ? [] : [step.line], context)
  const closes = step.closes.length > 1 ? ` (closes ${step.closes.length} findings)` : ''
  return `| +${step.scoreGain.toFixed(1)} | ${where} | ${inert(step.edit)}${closes} |\n`
}
