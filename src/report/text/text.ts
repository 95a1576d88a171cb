import type { Report, ReportedProblem, Unknown } from '../../model/report.ts'
import { choose } from '../choose.ts'
import type { Formatter, RenderContext } from '../context.ts'
import { clip, inLog, printable } from '../escape.ts'
import { wrap } from '../layout.ts'
import { painter } from '../paint.ts'
import {
  count,
  daysLeft,
  endingSoon,
  grouped,
  idleTitle,
  knownWords,
  list,
  notices,
  partProblems,
  scannedSentence,
  unjudgedTitle,
  verdictSentence,
  waivedWords,
} from '../words.ts'
import { findingLines } from './findings.ts'
import { ladderLines } from './ladder.ts'
import { wayUpLines } from './way-up.ts'

/** For people at a terminal: where, what to write, then the ladder, the way up and, last, the verdict. */
export const text: Formatter = (report, context) => {
  const lists = [unsettledLines, problemLines, endingLines].flatMap((lines) => lines(report, context))
  const blocks = [...findingLines(report, context), ...lists]
  if (!context.only) blocks.push(...ladderLines(report, context), ...wayUpLines(report, context))
  blocks.push(...noticeLines(report, context), ...verdictLines(report, context))
  return inLog(`${blocks.join('\n')}\n`)
}

/** Characters of one reason, problem or notice. */
const LONGEST = 600
/** So many reasons or problems are named, and so many places of each. */
const LISTED = 4
const PLACES = 2

interface Item {
  readonly message: string
  readonly places: readonly string[]
}

function unsettledLines(report: Report, context: RenderContext): string[] {
  const byReason = new Map<string, Unknown[]>()
  for (const unknown of report.unknown) byReason.set(unknown.reason, [...(byReason.get(unknown.reason) ?? []), unknown])
  const byFrequency = [...byReason].sort(([, a], [, b]) => b.length - a.length)
  const items = byFrequency.map(([reason, group]) => {
    const rules = new Set(group.map(({ rule }) => rule))
    return { message: `${reason} (${rules.size === 1 ? [...rules].join('') : count(rules.size, 'rule')})`, places: placesOf(group) }
  })
  const title = `${count(report.unknown.length, 'answer')} unknown: the files do not settle what decides`
  return listed(items, painter(context.color).strong(title), context)
}

function problemLines(report: Report, context: RenderContext): string[] {
  const [unjudged, idle] = partProblems(report)
  const item = (problem: ReportedProblem) => ({ message: problem.message, places: placesOf([problem]) })
  const { bad } = painter(context.color)
  return [
    ...listed(unjudged.map(item), bad(unjudgedTitle(unjudged.length)), context),
    ...listed(idle.map(item), bad(idleTitle(idle.length)), context),
  ]
}

/** Nobody is to be surprised by a gap on the day after. */
function endingLines(report: Report, context: RenderContext): string[] {
  const ending = endingSoon(report)
  const items = ending.map((one) => ({
    message: `${one.rule}: ${daysLeft(one.daysLeft)}, until ${one.expires} (${one.owner})`,
    places: placesOf([one]),
  }))
  return listed(items, painter(context.color).strong(`${count(ending.length, 'attestation')} to renew`), context)
}

function placesOf(group: readonly { readonly file: string; readonly line: number }[]): string[] {
  const places = group.flatMap(({ file, line }) => (file === '.' ? [] : [line > 1 ? `${file}:${line}` : file]))
  return [...new Set(places)]
}

function listed(items: readonly Item[], title: string, context: RenderContext): string[] {
  if (items.length === 0) return []
  const paint = painter(context.color)
  const lines = [title, '']
  for (const { message, places } of items.slice(0, LISTED)) {
    lines.push(...indented(message, 2, context))
    const named = places.length > PLACES ? [...places.slice(0, PLACES), `${grouped(places.length - PLACES)} more`] : places
    lines.push(...indented(list(named), 6, context).map(paint.place))
  }
  if (items.length > LISTED) lines.push(`  ${paint.faint(`and ${items.length - LISTED} more of other kinds`)}`)
  return [...lines, '']
}

function indented(text: string, indent: number, context: RenderContext): string[] {
  return wrap(printable(clip(text, LONGEST)), context.width - indent).map((part) => ' '.repeat(indent) + part)
}

function noticeLines(report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const lines = notices(report).flatMap((notice) =>
    wrap(printable(clip(notice, LONGEST)), context.width - 2).map((part, index) => `${index === 0 ? paint.strong('!') : ' '} ${part}`),
  )
  return lines.length === 0 ? [] : [...lines, '']
}

function verdictLines(report: Report, context: RenderContext): string[] {
  const paint = painter(context.color)
  const { gaps, waived, known } = choose(report, context)
  const sentence = context.only ? (gaps.length === 0 ? 'no finding' : count(gaps.length, 'finding')) : verdictSentence(report)
  const good = report.verdict.passed
  const facts = [scannedSentence(report.scanned)]
  if (!context.only && gaps.length > 0) facts.unshift(count(gaps.length, 'finding'))
  if (waived.length > 0) facts.push(waivedWords(waived))
  if (known.length > 0) facts.push(knownWords(known.length))
  if (!good && !context.enforce) facts.unshift('report mode: the exit code is 0')
  return [
    ...wrap(`${good ? '✓' : '✗'} ${printable(clip(sentence, LONGEST))}`, context.width).map(good ? paint.good : paint.bad),
    ...wrap(facts.join(' · '), context.width - 2).map((line) => `  ${paint.faint(line)}`),
  ]
}
