import type { Report, TargetResult } from '../../model/report.ts'
import { type Climb, climbs, extent } from '../climb.ts'
import type { RenderContext } from '../context.ts'
import { markdown as inert } from '../escape.ts'
import type { Listing } from '../room.ts'
import { count, grouped } from '../words.ts'
import { place } from './place.ts'

const TARGETS = 25
const CLIMBS = 25
const PLACES = 5

/** What is missing for the next stage: the smallest set of edits, what gains most first. */
export function wayUp(report: Report, context: RenderContext): Listing[] {
  return report.targets
    .filter((target) => target.wayUp.length > 0)
    .slice(0, TARGETS)
    .map((target) => climbing(target, report, context))
}

function climbing(target: TargetResult, report: Report, context: RenderContext): Listing {
  const whose = report.targets.length > 1 ? ` for ${inert(target.name, 80)}` : ''
  const title = `**Shortest way to stage ${target.reachedStage + 1}${whose}: ${count(target.wayUp.length, 'edit')}**`
  const all = climbs(target.wayUp)
  const more = (left: number) => `| | and ${count(left, 'more row')} | |\n`
  return {
    open: `${title}\n\n| Gain | What to write | Where |\n|--:|:--|:--|\n`,
    items: all.slice(0, CLIMBS).map((climb) => row(climb, context)),
    close: `${all.length > CLIMBS ? more(all.length - CLIMBS) : ''}\n`,
    more,
  }
}

function row(climb: Climb, context: RenderContext): string {
  const shown = climb.places.slice(0, PLACES).map(({ file, line }) => place(file, line === null ? [] : [line], context))
  if (climb.places.length > PLACES) shown.push(`and ${grouped(climb.places.length - PLACES)} more`)
  return `| +${climb.gain.toFixed(1)} | ${inert(climb.edit)}${extent(climb)} | ${shown.join('<br>') || 'the repository'} |\n`
}
