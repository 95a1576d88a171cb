import type { Report, Unknown } from '../model/report.ts'
import { choose } from './choose.ts'
import type { Formatter, RenderContext } from './context.ts'
import { inLog, printable } from './escape.ts'
import { cropPath, wrap } from './layout.ts'
import { painter } from './paint.ts'
import { findingLines } from './text-findings.ts'
import { ladderLines } from './text-ladder.ts'
import { wayUpLines } from './text-way-up.ts'
import { count, list, scannedSentence, verdictSentence } from './words.ts'

/** For people at a terminal: where, what to write, then the ladder, the way up and, last, the verdict. */
export const text: Formatter = (report, context) => {
  const blocks = [...findingLines(report, context), ...unsettledLines(report, context), ...problemLines(report, context)]
  if (!context.only) blocks.push(...ladderLines(report, context), ...wayUpLines(report, context))
  blocks.push(...verdictLines(report, context))
  return inLog(`${blocks.join('\n')}\n`)
}

const LISTED = 5

function unsettledLines(report: Report, context: RenderContext): string[] {
  if (report.unknown.length === 0) return []
  const paint = painter(context.color)
  const groups = new Map<string, Unknown[]>()
  for (const unknown of report.unknown) {
    const key = `${unknown.file}\n${unknown.reason}`
    groups.set(key, [...(groups.get(key) ?? []), unknown])
  }
  const items = [...groups.values()].map((group) => {
    const rules = new Set(group.map(({ rule }) => rule))
    const message = `${group[0]?.reason} (${rules.size === 1 ? [...rules].join('') : count(rules.size, 'rule')})`
    return { place: placeOf(group), message }
  })
  const title = `${count(report.unknown.length, 'answer')} unknown: the files do not settle what decides`
  return [...listed(items, paint.strong(title), context), '']
}

/** `web/Dockerfile:3, 7 and 2 more`. */
function placeOf(group: readonly Unknown[]): string {
  const file = group[0]?.file ?? '.'
  const lines = [...new Set(group.map(({ line }) => String(line)))]
  const named = lines.length > LISTED ? [...lines.slice(0, LISTED), `${lines.length - LISTED} more`] : lines
  return file === '.' ? '' : `${file}:${list(named)}`
}

function problemLines(report: Report, context: RenderContext): string[] {
  if (report.problems.length === 0) return []
  const paint = painter(context.color)
  const items = report.problems.map(({ file, line, message }) => ({ place: line > 1 ? `${file}:${line}` : file, message }))
  const title = `${count(report.problems.length, 'problem')}: could not be judged, and counted as failing`
  return [...listed(items, paint.bad(title), context), '']
}

function listed(items: readonly { place: string; message: string }[], title: string, context: RenderContext): string[] {
  const paint = painter(context.color)
  const lines = [title]
  for (const { place, message } of items.slice(0, LISTED)) {
    if (place !== '') lines.push(`  ${paint.place(cropPath(printable(place), context.width - 2))}`)
    lines.push(...wrap(printable(message), context.width - 4).map((part) => `    ${part}`))
  }
  if (items.length > LISTED) lines.push(`  ${paint.faint(`and ${items.length - LISTED} more`)}`)
  return lines
}

function verdictLines(report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const { gaps, waived } = choose(report, context)
  const sentence = context.only ? (gaps.length === 0 ? 'no finding' : count(gaps.length, 'finding')) : verdictSentence(report)
  const good = report.verdict.passed
  const facts = [scannedSentence(report.scanned)]
  if (!context.only && gaps.length > 0) facts.unshift(count(gaps.length, 'finding'))
  if (waived.length > 0) facts.push(`${waived.length} waived`)
  if (!good && !context.enforce) facts.unshift('report mode: the exit code is 0')
  return [
    ...wrap(`${good ? '✓' : '✗'} ${printable(sentence)}`, context.width).map(good ? paint.good : paint.bad),
    ...wrap(facts.join(' · '), context.width - 2).map((line) => `  ${paint.faint(line)}`),
  ]
}
