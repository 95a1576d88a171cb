import type { Report, StageResult, TargetResult } from '../../model/report.ts'
import type { Stage } from '../../model/rule.ts'
import type { RenderContext } from '../context.ts'
import { clip, printable } from '../escape.ts'
import { columns, crop, pad, padStart, wrap } from '../layout.ts'
import { painter } from '../paint.ts'
import { points } from '../words.ts'

/** Columns of the bar, on a wide and on a narrow terminal. */
const BAR = 20
const SHORT_BAR = 10
/** From here on a terminal is wide. */
const WIDE = 80
/** Characters of why a stage is not met. */
const REASON = 300
/** Columns of a table of targets; an owner is left out where it has fewer. */
const REACHED = 9
const REQUIRED = 10
const OWNER = 8

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
    paint.strong(reached + required) + answerable(target, context.width - columns(reached + required) - 3),
    '',
    ...target.stages.flatMap((stage) => [
      rung(stage, target, name, context),
      ...missedLines(stage, target, context),
      ...attestedLines(stage, context),
    ]),
  ]
}

function answerable({ owner }: TargetResult, room: number): string {
  return owner === null || room < OWNER ? '' : ` · ${crop(printable(owner), room)}`
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
  const cell = context.width < WIDE ? 6 : 8
  const fixed = 4 + cell * report.stages.length + REACHED + REQUIRED
  const names = report.targets.map((target) => columns(printable(target.name)))
  const name = Math.min(Math.max(6, ...names), Math.max(6, context.width - fixed))
  const room = context.width - fixed - name - 2
  const owners = room >= OWNER && report.targets.some(({ owner }) => owner !== null)
  const stages = report.stages.map(({ stage }) => padStart(cell < 8 ? String(stage) : `stage ${stage}`, cell)).join('')
  const head = `${stages}${padStart('reached', REACHED)}${padStart('required', REQUIRED)}${owners ? '  owner' : ''}`
  const rows = report.targets.flatMap((target) => {
    const look = target.passed ? paint.good : paint.bad
    const title = `${look(target.passed ? '✓' : '✗')} ${pad(crop(printable(target.name), name), name)}`
    const scores = target.stages.map((stage) => (stage.met ? paint.good : paint.faint)(padStart(points(stage.score), cell))).join('')
    const held = `${padStart(String(target.reachedStage), REACHED)}${padStart(String(target.requiredStage ?? '–'), REQUIRED)}`
    const owner = owners && target.owner !== null ? `  ${paint.faint(crop(printable(target.owner), room))}` : ''
    const missed = target.passed ? [] : target.stages.flatMap((stage) => missedLines(stage, target, context))
    return [`  ${title}${scores}${held}${owner}`, ...missed]
  })
  return [paint.strong('Targets'), '', paint.faint(`    ${' '.repeat(name)}${head}`), ...rows]
}

function barWidth(context: RenderContext): number {
  return context.width < WIDE ? SHORT_BAR : BAR
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
    wrap(printable(clip(reason, REASON)), context.width - 9).map((part, index) => `       ${index === 0 ? '·' : ' '} ${part}`),
  )
}
