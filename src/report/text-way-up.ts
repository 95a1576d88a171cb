import type { Report, Step, TargetResult } from '../model/report.ts'
import type { RenderContext } from './context.ts'
import { printable } from './escape.ts'
import { cropPath, padStart, wrap } from './layout.ts'
import { painter } from './paint.ts'
import { count } from './words.ts'

const STEPS = 10
const TARGETS = 5

/** The smallest set of edits that meets the next stage, what gains most first. */
export function wayUpLines(report: Report, context: RenderContext): string[] {
  const climbing = report.targets.filter((target) => target.wayUp.length > 0).slice(0, TARGETS)
  return climbing.flatMap((target) => [...wayUp(target, report, context), ''])
}

function wayUp(target: TargetResult, report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const whose = report.targets.length > 1 ? ` for ${printable(target.name)}` : ''
  const title = `Shortest way to stage ${target.reachedStage + 1}${whose}: ${count(target.wayUp.length, 'edit')}`
  const lines = [paint.strong(title), '']
  for (const step of target.wayUp.slice(0, STEPS)) lines.push(...stepLines(step, context))
  if (target.wayUp.length > STEPS) lines.push(`  ${paint.faint(`and ${target.wayUp.length - STEPS} more`)}`)
  return lines
}

function stepLines(step: Step, context: RenderContext): string[] {
  const paint = painter(context.color)
  const gain = padStart(`+${step.scoreGain.toFixed(1)}`, 6)
  const place = step.file === null || step.file === '.' ? '' : [step.file, step.line].filter((part) => part !== null).join(':')
  const closes = step.closes.length > 1 ? ` (closes ${step.closes.length} findings)` : ''
  const edit = wrap(printable(step.edit) + closes, context.width - 10)
  const lines = place === '' ? edit : [paint.place(cropPath(printable(place), context.width - 10)), ...edit]
  return lines.map((line, index) => (index === 0 ? `  ${paint.good(gain)}  ${line}` : `          ${line}`))
}
