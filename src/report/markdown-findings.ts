import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { byRuleAndFile, type Choice, type Group } from './choose.ts'
import type { RenderContext } from './context.ts'
import { markdown as inert, markdownCode } from './escape.ts'
import { place } from './markdown-place.ts'
import type { Listing } from './room.ts'
import { count, list } from './words.ts'

const LINES = 8

/** The gaps behind a fold, those of one rule in one file in a row. */
export function findingsListing(gaps: readonly Finding[], report: Report, context: RenderContext): Listing[] {
  if (gaps.length === 0) return []
  const groups = byRuleAndFile(gaps)
  const upTo = context.only || report.targets.length > 1 ? '' : ` up to stage ${report.verdict.nextStage ?? 5}`
  return [
    {
      open: `<details><summary>${count(gaps.length, 'finding')}${upTo}</summary>\n\n| Where | What | What to write |\n|:--|:--|:--|\n`,
      items: groups.map((group) => row(group, context)),
      close: '\n</details>\n\n',
      more: (left) => `| and ${left} more rows: see the full report | | |\n`,
    },
  ]
}

function row({ rule, file, first, findings }: Group, context: RenderContext): string {
  const lines = [...new Set(findings.map((finding) => finding.line))]
  const where = place(file, lines.slice(0, LINES), context) + (lines.length > LINES ? ` and ${lines.length - LINES} more` : '')
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  const kind = `<br><sub>${markdownCode(rule)} · ${first.severity} · stage ${first.stage}</sub>`
  return `| ${where} | ${inert(first.message)}${more}${kind} | ${inert(first.fix ?? '')} |\n`
}

/** What lies above the next stage is counted, not spilled. */
export function aboveSentence(above: Choice['above']): string {
  if (above.length === 0) return ''
  const parts = above.map(({ stage, findings }, index) => `${index === 0 ? count(findings, 'finding') : findings} for stage ${stage}`)
  return `Above the next stage: ${list(parts)}.\n\n`
}
