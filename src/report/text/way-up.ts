import type { Report, TargetResult } from '../../model/report.ts'
import { type Climb, climbs, extent } from '../climb.ts'
import type { RenderContext } from '../context.ts'
import { clip, printable } from '../escape.ts'
import { padStart, wrap } from '../layout.ts'
import { painter } from '../paint.ts'
import { count, grouped, list } from '../words.ts'

const TARGETS = 5
const CLIMBS = 8
const PLACES = 3
/** Characters of what to write. */
const EDIT = 600
/** Characters of a target's name. */
const NAME = 100
/** Room for the gain before the text. */
const GUTTER = 10

/** The smallest set of edits that meets the next stage, what gains most first; the same edit in several places is said once. */
export function wayUpLines(report: Report, context: RenderContext): string[] {
  const climbing = report.targets.filter((target) => target.wayUp.length > 0).slice(0, TARGETS)
  return climbing.flatMap((target) => [...wayUp(target, report, context), ''])
}

function wayUp(target: TargetResult, report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const whose = report.targets.length > 1 ? ` for ${clip(target.name, NAME)}` : ''
  const title = `Shortest way to stage ${target.reachedStage + 1}${whose}: ${count(target.wayUp.length, 'edit')}`
  const all = climbs(target.wayUp)
  const lines = [...wrap(printable(title), context.width).map(paint.strong), '']
  for (const climb of all.slice(0, CLIMBS)) lines.push(...climbLines(climb, context))
  const left = all.slice(CLIMBS).reduce((sum, { edits }) => sum + edits, 0)
  return left === 0 ? lines : [...lines, `  ${paint.faint(`and ${count(left, 'more edit')}`)}`]
}

function climbLines(climb: Climb, context: RenderContext): string[] {
  const paint = painter(context.color)
  const named = climb.places.slice(0, PLACES).map(({ file, line }) => (line === null ? file : `${file}:${line}`))
  if (climb.places.length > PLACES) named.push(`${grouped(climb.places.length - PLACES)} more`)
  const room = context.width - GUTTER
  const places = wrap(printable(list(named)), room).map(paint.place)
  const lines = [...wrap(printable(clip(climb.edit, EDIT)) + extent(climb), room), ...places]
  const gain = paint.good(padStart(`+${climb.gain.toFixed(1)}`, GUTTER - 2))
  return lines.map((line, index) => (index === 0 ? `${gain}  ${line}` : `${' '.repeat(GUTTER)}${line}`))
}
