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

/** The five stages with their scores, and for the next one each floor that was missed. */
export function ladderLines(report: Report, context: RenderContext): string[] {
  const [target] = report.targets
  if (report.verdict.outcome === 'nothing-scanned' || !target) return []
  return [...(report.targets.length > 1 ? matrix(report, context) : ladder(target, context)), '']
}

function ladder(target: TargetResult, context: RenderContext): string[] {
  const paint = painter(context.color)
  const required = target.requiredStage === null ? '' : `, stage ${target.requiredStage} required`
  const reached = target.reachedStage === 0 ? 'No stage reached yet' : `Stage ${target.reachedStage} of 5 reached`
  const bar = barWidth(context)
  const widest = Math.max(...target.stages.map((stage) => columns(stage.title)))
  const name = Math.min(widest, Math.max(8, context.width - bar - 26))
  return [
    paint.strong(reached + required),
    '',
    ...target.stages.flatMap((stage) => [
      rung(stage, target, name, context),
      ...missedLines(stage, target, context),
      ...attestedLines(stage, context),
    ]),
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

/** Several targets: one line each, and what the next stage of those that fail misses. */
function matrix(report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const name = Math.min(Math.max(6, ...report.targets.map((target) => columns(printable(target.name)))), context.width - 64)
  const head = report.stages.map(({ stage }) => padStart(`stage ${stage}`, 8)).join('')
  const rows = report.targets.flatMap((target) => {
    const look = target.passed ? paint.good : paint.bad
    const title = `${look(target.passed ? '✓' : '✗')} ${pad(crop(printable(target.name), name), name)}`
    const scores = target.stages.map((stage) => (stage.met ? paint.good : paint.faint)(padStart(points(stage.score), 8)))
    const missed = target.passed ? [] : target.stages.flatMap((stage) => missedLines(stage, target, context))
    return [
      `  ${title}${scores.join('')}${padStart(String(target.reachedStage), 9)}${padStart(String(target.requiredStage ?? '–'), 10)}`,
      ...missed,
    ]
  })
  return [paint.strong('Targets'), '', paint.faint(`    ${' '.repeat(name)}${head}  reached  required`), ...rows]
}

function barWidth(context: RenderContext): number {
  return context.width < 80 ? SHORT_BAR : BAR
}

function attestedLines({ attested }: StageResult, context: RenderContext): string[] {
  return attested === undefined
    ? []
    : [painter(context.color).faint(`       · ${attested.toFixed(1)} of these points rest on attestations`)]
}

function missedLines(stage: StageResult, target: TargetResult, context: RenderContext): string[] {
  const next: Stage | number = target.reachedStage + 1
  if (stage.stage !== next) return []
  return stage.missed.flatMap((reason) =>
    wrap(printable(reason), context.width - 9).map((part, index) => `       ${index === 0 ? '·' : ' '} ${part}`),
  )
}
