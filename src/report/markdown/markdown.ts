import type { Report } from '../../model/report.ts'
import { choose } from '../choose.ts'
import type { Formatter, RenderContext } from '../context.ts'
import { markdown as inert } from '../escape.ts'
import { type Section, size, within } from '../room.ts'
import { count, scannedSentence, verdictSentence } from '../words.ts'
import { aboveSentence, findingsListing } from './findings.ts'
import { ladder } from './ladder.ts'
import { attestations, known, loosened, noted, problems, unknowns, waivers } from './lists.ts'
import { wayUp } from './way-up.ts'

// GitHub drops the upload of a larger job summary (1 MiB a step).
const SUMMARY = 1024 * 1024
// GitHub answers 422 to a longer comment.
const COMMENT = 65_536

/** A page for the job summary: verdict, ladder, way up, and every gap behind a fold. */
export const markdown: Formatter = (report, context) => {
  const body = context.only ? [] : [...ladder(report), ...wayUp(report, context)]
  return within([heading(report, context), ...loosened(context), ...body, ...details(report, context), footer(report)], SUMMARY)
}

export interface CommentOptions {
  /** Characters of the final body, marker included. */
  readonly limit?: number | undefined
  /** Hidden text by which the comment is found again; already safe. */
  readonly marker?: string | undefined
}

/** The comment of a pull request: what is missing for the next stage comes first. */
export function renderComment(report: Report, context: RenderContext, options: CommentOptions = {}): string {
  const marker = options.marker ? `${options.marker}\n` : ''
  const sections = [
    heading(report, context),
    ...loosened(context),
    ...wayUp(report, context),
    ...ladder(report),
    ...details(report, context),
    footer(report),
  ]
  return marker + within(sections, (options.limit ?? COMMENT) - size(marker))
}

function heading(report: Report, context: RenderContext): string {
  const { passed, reachedStage } = report.verdict
  const { gaps } = choose(report, context)
  const mark = passed ? '✅' : '❌'
  const named = context.name === 'maturity-gate' ? '' : ` · ${inert(context.name, 100)}`
  if (context.only) return `## ${mark} Container maturity${named}: ${gaps.length === 0 ? 'no finding' : count(gaps.length, 'finding')}\n\n`
  const title = report.verdict.outcome === 'nothing-scanned' ? 'nothing to judge' : `stage ${reachedStage} of 5`
  const sentence = inert(verdictSentence(report))
  const mode = passed || context.enforce ? '' : ' The job does not fail for it: the gate only reports.'
  return `## ${mark} Container maturity${named}: ${title}\n\nThe gate ${sentence}.${mode}\n\n`.replace('The gate nothing', 'Nothing')
}

function details(report: Report, context: RenderContext): Section[] {
  const choice = choose(report, context)
  const above = aboveSentence(choice.above)
  return [
    ...findingsListing(choice, report, context),
    ...problems(report),
    ...unknowns(report),
    ...waivers(choice.waived),
    ...known(choice.known.length),
    ...attestations(report),
    above,
    ...noted(report),
  ]
}

function footer(report: Report): string {
  const day = report.asOf === null ? '' : ` Expiry judged on ${report.asOf}.`
  return `<small>${scannedSentence(report.scanned)}.${day} Container Maturity Gate ${report.tool.version}</small>\n`
}
