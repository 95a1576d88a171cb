import type { Report, StageResult, TargetResult } from '../model/report.ts'
import type { Stage } from '../model/rule.ts'
import type { RenderContext } from './context.ts'
import { printable } from './escape.ts'
import { columns, crop, pad, padStart, wrap } from './layout.ts'
import { painter } from './paint.ts'
import { points } from './words.ts'

/** Columns of the bar, on a wide and on a narrow terminal. */
const BAR = 20
const SHORT_BAR = 10

/** The five stages with their scores, and for the next one each floor that was missed; one ladder a target. */
export function ladderLines(report: Report, context: RenderContext): string[] {
  if (report.verdict.outcome === 'nothing-scanned') return []
  return report.targets.flatMap((target) => [...ladder(target, report, context), ''])
}

function ladder(target: TargetResult, report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const title = report.targets.length > 1 ? `${target.name}: ` : ''
  const required = target.requiredStage === null ? '' : `, stage ${target.requiredStage} required`
  const reached = target.reachedStage === 0 ? 'no stage reached yet' : `stage ${target.reachedStage} of 5 reached`
  const sentence = `${title}${reached}${required}`
  const bar = barWidth(context)
  const widest = Math.max(...target.stages.map((stage) => columns(stage.title)))
  const name = Math.min(widest, Math.max(8, context.width - bar - 26))
  return [
    paint.strong(crop(printable(sentence.charAt(0).toUpperCase() + sentence.slice(1)), context.width)),
    '',
    ...target.stages.flatMap((stage) => [rung(stage, target, name, context), ...missedLines(stage, target, context)]),
  ]
}

function rung(stage: StageResult, target: TargetResult, name: number, context: RenderContext): string {
  const paint = painter(context.color)
  const reached = stage.stage <= target.reachedStage
  const next = stage.stage === target.reachedStage + 1
  const look = reached ? paint.good : next ? paint.bad : paint.faint
  const mark = stage.met ? '✓' : '✗'
  const width = barWidth(context)
  const filled = Math.floor(((stage.score ?? 0) / 100) * width)
  const bar = look('━'.repeat(filled)) + paint.faint('╌'.repeat(width - filled))
  const title = pad(crop(printable(stage.title), name), name)
  const required = stage.stage === target.requiredStage ? paint.faint('  required') : ''
  return `  ${look(mark)} ${stage.stage}  ${reached || next ? title : paint.faint(title)}  ${padStart(points(stage.score), 5)}  ${bar}${required}`
}

function barWidth(context: RenderContext): number {
  return context.width < 80 ? SHORT_BAR : BAR
}

function missedLines(stage: StageResult, target: TargetResult, context: RenderContext): string[] {
  const next: Stage | number = target.reachedStage + 1
  if (stage.stage !== next) return []
  return stage.missed.flatMap((reason) =>
    wrap(printable(reason), context.width - 9).map((part, index) => `       ${index === 0 ? '·' : ' '} ${part}`),
  )
}
