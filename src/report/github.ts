import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { SEVERITIES } from '../model/rule.ts'
import { byRuleAndFile, choose, type Group, parted } from './choose.ts'
import type { Formatter, RenderContext } from './context.ts'
import { clip, commandData, commandProperty, inAnnotation, inLog } from './escape.ts'
import { alsoWords, count, list, notices, verdictSentence, waivedWords } from './words.ts'

/** An annotation as `@actions/core` takes it; `file` is relative to the workspace. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly endLine?: number | undefined
  readonly col?: number | undefined
  readonly endColumn?: number | undefined
}

export interface AnnotationOptions {
  /** `gaps`: up to the required or the next stage, whichever is higher; `changed`: those of them in the change; `all`: every stage. */
  readonly select: 'gaps' | 'changed' | 'all'
  /** Whether a line is in the change; nothing is known about it when undefined. */
  readonly isChanged?: ((file: string, line: number) => boolean) | undefined
  /** Where those that are not shown are found: `in the job summary`. */
  readonly rest: string
}

// A step keeps ten of each level. One error is left for the verdict itself, one notice for the count of what is not shown.
const BUDGET = { error: 9, warning: 10, notice: 9 } as const
// The runner cuts a message here.
const MESSAGE = 4096
const TITLE = 255
const LINES = 10

/** What to annotate, most important first, within what the runner keeps of a step. */
export function annotations(report: Report, context: RenderContext, options: AnnotationOptions): Annotation[] {
  const isChanged = options.isChanged
  const blocks = blocking(report, context)
  const choice = choose(report, context)
  const gaps = new Set(choice.gaps)
  const levelOf = (group: Group): Annotation['level'] => {
    if (group.findings.some(blocks)) return context.enforce ? 'error' : 'warning'
    return group.first.severity === 'low' || !gaps.has(group.first) ? 'notice' : 'warning'
  }
  const all = byRuleAndFile(chosen(report, context, options))
  const telling = new Set(parted(all).shown)
  const important = (group: Group) => [
    group.findings.some(blocks) ? 0 : 1,
    isChanged && group.findings.some((finding) => isChanged(finding.file, finding.line)) ? 0 : 1,
    -SEVERITIES.indexOf(group.first.severity),
    // Of what is as severe the next stage comes before those above it.
    gaps.has(group.first) ? 0 : 1,
    // Of a rule that fails everywhere the first files say it, and leave room for the other rules.
    telling.has(group) ? 0 : 1,
  ]
  const groups = all
    .map((group) => ({ group, order: important(group) }))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ group }) => ({
      annotation: annotation(group, levelOf(group), choice.also(group.findings), report, context),
      findings: group.findings.length,
    }))
  const kept = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    groups.filter((one) => one.annotation.level === level).slice(0, BUDGET[level]),
  )
  const left = groups.reduce((sum, one) => sum + one.findings, 0) - kept.reduce((sum, one) => sum + one.findings, 0)
  const shown = kept.map((one) => one.annotation)
  return left === 0 ? shown : [...shown, rest(left, options)]
}

/** The same as workflow commands, for a step that runs the command line. */
export const github: Formatter = (report, context) => {
  const all = annotations(report, context, { select: 'gaps', rest: 'in the report (--format text or json)' })
  const { waived } = choose(report, context)
  const title = `${context.name}: ${[verdictSentence(report), ...(waived.length === 0 ? [] : [waivedWords(waived)])].join('; ')}`
  const lines = [title, ...notices(report)].map((line) => `${inLog(inAnnotation(clip(line, MESSAGE)))}\n`)
  return `${lines.join('')}${all.map((one) => `${command(one)}\n`).join('')}`
}

function chosen(report: Report, context: RenderContext, options: AnnotationOptions): readonly Finding[] {
  const gaps = new Set(choose(report, context).gaps)
  const required = new Map(report.targets.map((target) => [target.name, target.requiredStage ?? 0]))
  const wanted = report.findings.filter((finding) => {
    if (finding.waived || finding.saidBy !== undefined) return false
    return options.select === 'all' || gaps.has(finding) || finding.stage <= (required.get(finding.target) ?? 0)
  })
  const { isChanged } = options
  return options.select === 'changed' && isChanged ? onChanged(wanted, report, ({ file, line }) => isChanged(file, line)) : wanted
}

// What is said on a line that did not change is said once more on the one that did.
function onChanged(wanted: readonly Finding[], report: Report, isChanged: (finding: Finding) => boolean): readonly Finding[] {
  const unseen = new Set(wanted.filter((finding) => !isChanged(finding)).map(({ fingerprint }) => fingerprint))
  const instead = report.findings.filter(({ saidBy, waived }) => !waived && saidBy !== undefined && unseen.has(saidBy))
  const shown = new Set([...wanted, ...instead].filter(isChanged))
  return report.findings.filter((finding) => shown.has(finding))
}

function blocking(report: Report, context: RenderContext): (finding: Finding) => boolean {
  if (context.only) return () => !report.verdict.passed
  const failing = new Map(report.targets.filter((target) => !target.passed).map((target) => [target.name, target.requiredStage ?? 0]))
  return (finding) => finding.stage <= (failing.get(finding.target) ?? 0)
}

function annotation(group: Group, level: Annotation['level'], also: readonly string[], report: Report, context: RenderContext): Annotation {
  const { first, findings } = group
  const title = context.rules.get(group.rule)?.rule.title ?? group.rule
  const parts = [inAnnotation(first.message)]
  if (first.fix !== undefined) parts.push(inAnnotation(first.fix))
  if (findings.length > 1) parts.push(`and ${findings.length - 1} more in this file${linesOf(findings.slice(1))}`)
  const more = also.length === 0 ? '' : ` · ${alsoWords(also)}`
  parts.push(`${group.rule} · ${first.severity} · stage ${first.stage}${stageTitle(report, first)}${more}`)
  return { level, title: clip(inAnnotation(title), TITLE), message: clip(parts.join('\n'), MESSAGE), ...position(first, context) }
}

function stageTitle(report: Report, finding: Finding): string {
  const title = report.stages.find((stage) => stage.stage === finding.stage)?.title
  return title === undefined ? '' : ` (${inAnnotation(title)})`
}

function linesOf(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.map((finding) => String(finding.line)))]
  if (findings[0]?.file === '.') return ''
  const named = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines
  return `: ${lines.length === 1 ? 'line' : 'lines'} ${list(named)}`
}

// Columns count only where the span is one line; GitHub draws a span of many lines over all of them, so the first line stands for it.
function position(finding: Finding, context: RenderContext): Partial<Annotation> {
  if (finding.file === '.') return {}
  const file = inAnnotation(context.base === '' ? finding.file : `${context.base}/${finding.file}`)
  const place = { file, line: finding.line, endLine: finding.line }
  return finding.endLine === finding.line ? { ...place, col: finding.column, endColumn: finding.endColumn } : place
}

function rest(left: number, options: AnnotationOptions): Annotation {
  const message = `${count(left, 'further finding')} not shown here: GitHub keeps ten annotations of a kind. All of them are ${options.rest}.`
  return { level: 'notice', title: `${count(left, 'further finding')}`, message }
}

function command(annotation: Annotation): string {
  const { level, message, ...properties } = annotation
  const named = Object.entries(properties).filter(([, value]) => value !== undefined)
  const text = named.map(([name, value]) => `${name}=${commandProperty(String(value))}`).join(',')
  return `::${level} ${text}::${commandData(message)}`
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
