import type { Finding, Judgement, Offence } from '../model/finding.ts'
import type { Unknown } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import { fingerprint } from './fingerprint.ts'
import { compare, type Tally } from './tally.ts'

export interface Ordered {
  /** In one total order, each said once. */
  readonly findings: readonly Finding[]
  /** Which finding says an offence. */
  readonly of: ReadonlyMap<Offence, Finding>
}

interface Draft {
  readonly rule: Rule
  readonly judgement: Judgement
  readonly offence: Offence
  readonly target: string
}

/** `targets` names the targets by number; a finding of the repository as a whole that several share has none. */
export function putInOrder(tallies: readonly Pick<Tally, 'rule' | 'failures'>[], targets: readonly string[]): Ordered {
  const drafts = tallies.flatMap(({ rule, failures }) =>
    failures.flatMap(({ judgement, targets: numbers }) => {
      const shared = judgement.subject.file === '.' && numbers.length > 1
      const target = shared ? '' : (targets[numbers[0] ?? -1] ?? '')
      return judgement.offences.map((offence): Draft => ({ rule, judgement, offence, target }))
    }),
  )
  drafts.sort(byPlace)
  return unique(drafts)
}

function unique(drafts: readonly Draft[]): Ordered {
  const findings: Finding[] = []
  const of = new Map<Offence, Finding>()
  const ordinals = new Map<string, number>()
  for (let start = 0, end = 0; start < drafts.length; start = end) {
    const first = drafts[start] as Draft
    for (end = start + 1; end < drafts.length && byWords(first, drafts[end] as Draft) === 0; end++);
    const same = drafts.slice(start, end)
    const { container } = first.judgement.subject
    // What a pod says for its containers is none of one of them.
    const isShared = same.some(({ judgement }) => judgement.subject.container !== container)
    const finding = toFinding(first, isShared ? undefined : container, ordinals)
    findings.push(finding)
    for (const { offence } of same) of.set(offence, finding)
  }
  return { findings, of }
}

function toFinding({ rule, judgement, offence, target }: Draft, container: string | undefined, ordinals: Map<string, number>): Finding {
  const first = fingerprint(rule.id, judgement.subject, offence, 0)
  const ordinal = ordinals.get(first) ?? 0
  ordinals.set(first, ordinal + 1)
  const { resource } = judgement.subject
  const { file, line, column, endLine, endColumn, related, waived } = offence
  const fix = offence.remedy ?? rule.remedy
  const message = Object.getOwnPropertyDescriptor(offence, 'message') ?? {}
  const finding = {
    rule: rule.id,
    stage: rule.stage,
    severity: rule.severity,
    message: message.get ? '' : offence.message,
    file,
    line,
    column,
    endLine,
    endColumn,
    ...(resource ? { resource } : {}),
    ...(container === undefined ? {} : { container }),
    target,
    related,
    ...(waived ? { waived } : {}),
    fingerprint: ordinal === 0 ? first : fingerprint(rule.id, judgement.subject, offence, ordinal),
    ...(fix === '' ? {} : { fix }),
  }
  return message.get ? Object.defineProperty(finding, 'message', message) : finding
}

// File, line, column, rule, message: two that agree in all of these are one finding. What is not waived comes first and stays.
function byPlace(a: Draft, b: Draft): number {
  return byWords(a, b) || Number(a.offence.waived !== undefined) - Number(b.offence.waived !== undefined)
}

function byWords({ offence: a, rule: one }: Draft, { offence: b, rule: two }: Draft): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(one.id, two.id) ||
    compare(a.message, b.message) ||
    compare(a.identity, b.identity)
  )
}

/** What is not settled, in the same order, each said once. */
export function unknownsOf(tallies: readonly Tally[]): readonly Unknown[] {
  const all = tallies.flatMap(({ rule, unknowns }) => unknowns.map(({ file, line, reason }) => ({ rule: rule.id, file, line, reason })))
  all.sort(compareUnknown)
  return all.filter((one, index) => index === 0 || compareUnknown(all[index - 1] as Unknown, one) !== 0)
}

function compareUnknown(a: Unknown, b: Unknown): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule) || compare(a.reason, b.reason)
}
