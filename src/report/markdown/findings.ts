import type { Finding } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import { byRuleAndFile, type Choice, type Group, parted } from '../choose.ts'
import type { RenderContext } from '../context.ts'
import { markdown as inert, markdownCode } from '../escape.ts'
import type { Listing } from '../room.ts'
import { aboveWords, alsoWords, count, grouped } from '../words.ts'
import { place } from './place.ts'

const LINES = 8
/** Of one rule, so many further files are named. */
const NAMED = 5

/** The gaps behind a fold, those of one rule in one file in a row, and those of one rule in a fourth file and more in one row together. */
export function findingsListing({ gaps, also }: Pick<Choice, 'gaps' | 'also'>, report: Report, context: RenderContext): Listing[] {
  if (gaps.length === 0) return []
  const { shown, further } = parted(byRuleAndFile(gaps))
  const upTo = context.only || report.targets.length > 1 ? '' : ` up to stage ${report.verdict.nextStage ?? 5}`
  return [
    {
      open: `<details><summary>${count(gaps.length, 'finding')}${upTo}</summary>\n\n| Where | What | What to write |\n|:--|:--|:--|\n`,
      items: [...shown.map((group) => row(group, also(group.findings), context)), ...further.map((groups) => furtherRow(groups, context))],
      close: '\n</details>\n\n',
      more: (left) => `| and ${count(left, 'more row')}: see the full report | | |\n`,
    },
  ]
}

function row({ rule, file, first, findings }: Group, also: readonly string[], context: RenderContext): string {
  const lines = [...new Set(findings.map((finding) => finding.line))]
  const where = place(file, lines.slice(0, LINES), context) + (lines.length > LINES ? ` and ${grouped(lines.length - LINES)} more` : '')
  const more = findings.length > 1 ? ` (and ${grouped(findings.length - 1)} more)` : ''
  return `| ${where} | ${inert(first.message)}${more}${kind(rule, first, also)} | ${inert(first.fix ?? '')} |\n`
}

function furtherRow(groups: readonly Group[], context: RenderContext): string {
  const [{ rule, first }] = groups as readonly [Group]
  const findings = groups.reduce((sum, group) => sum + group.findings.length, 0)
  const where = groups.slice(0, NAMED).map((group) => place(group.file, [group.first.line], context))
  if (groups.length > NAMED) where.push(`and ${grouped(groups.length - NAMED)} more`)
  const what = `The same: ${count(findings, 'finding')} in ${count(groups.length, 'further file')}`
  return `| ${where.join('<br>')} | ${what}${kind(rule, first)} | ${inert(first.fix ?? '')} |\n`
}

function kind(rule: string, { severity, stage }: Finding, also: readonly string[] = []): string {
  const words = [markdownCode(rule), severity, `stage ${stage}`, ...(also.length === 0 ? [] : [inert(alsoWords(also))])]
  return `<br><small>${words.join(' · ')}</small>`
}

/** What lies above the next stage is counted, not spilled. */
export function aboveSentence(above: Choice['above']): string {
  return above.length === 0 ? '' : `Above the next stage: ${aboveWords(above)}.\n\n`
}
