import type { Report, StageResult, TargetResult } from '../../model/report.ts'
import { markdown as inert } from '../escape.ts'
import type { Listing, Section } from '../room.ts'
import { count, points } from '../words.ts'

/** The stages with their scores; with several targets, target × stage. */
export function ladder(report: Report): Section[] {
  if (report.verdict.outcome === 'nothing-scanned') return []
  const [only] = report.targets
  return report.targets.length === 1 && only ? [rungs(only)] : [matrix(report), ...missedOfAll(report)]
}

function rungs(target: TargetResult): string {
  const rows = target.stages.map((stage) => {
    const next = stage.stage === target.reachedStage + 1
    const required = stage.stage === target.requiredStage ? ' *(required)*' : ''
    const why = next
      ? stage.missed
          .slice(0, 10)
          .map((reason) => inert(reason, 200))
          .join('<br>')
      : ''
    return `| ${mark(stage, target)} | ${stage.stage} · ${inert(stage.title, 80)}${required} | ${score(stage)} | ${why} |\n`
  })
  const owner = target.owner === null ? '' : `Owner: ${inert(target.owner, 80)}\n\n`
  return `${owner}| | Stage | Score | Missing |\n|:-:|:--|--:|:--|\n${rows.join('')}\n`
}

function score({ score, attested }: StageResult): string {
  return attested === undefined ? points(score) : `${points(score)} (${attested.toFixed(1)} attested)`
}

function mark(stage: StageResult, target: TargetResult): string {
  if (stage.stage <= target.reachedStage) return '✅'
  return stage.stage === target.reachedStage + 1 ? '❌' : stage.met ? '☑️' : '⬜'
}

function matrix(report: Report): Listing {
  const stages = report.stages.map(({ stage }) => ` Stage ${stage} |`).join('')
  return {
    open: `| | Target | Reached | Required |${stages}\n|:-:|:--|--:|--:|${report.stages.map(() => '--:|').join('')}\n`,
    items: report.targets.map((target) => {
      const scores = target.stages.map((stage) => ` ${points(stage.score)}${stage.met ? ' ✓' : ''} |`).join('')
      return `| ${target.passed ? '✅' : '❌'} | ${titled(target)} | ${target.reachedStage} | ${target.requiredStage ?? '–'} |${scores}\n`
    }),
    close: '\n',
    more: (left) => `| | and ${count(left, 'more target')} | | |${report.stages.map(() => ' |').join('')}\n`,
  }
}

function titled({ name, owner }: TargetResult): string {
  return owner === null ? inert(name, 80) : `${inert(name, 80)}<br><small>${inert(owner, 80)}</small>`
}

function missedOfAll(report: Report): Listing[] {
  const items = report.targets.flatMap((target) => {
    const next = target.stages.find((stage) => stage.stage === target.reachedStage + 1)
    if (target.passed || !next || next.missed.length === 0) return []
    return [
      `- **${inert(target.name, 80)}**, stage ${next.stage}: ${next.missed
        .slice(0, 5)
        .map((reason) => inert(reason, 200))
        .join('; ')}\n`,
    ]
  })
  return items.length === 0 ? [] : [{ open: '', items, close: '\n', more: (left) => `- and ${left} more\n` }]
}
