import type { Finding } from '../../model/finding.ts'
import type { Report, ReportedProblem } from '../../model/report.ts'
import type { RenderContext } from '../context.ts'
import { markdown as inert, markdownCode } from '../escape.ts'
import type { Listing } from '../room.ts'
import { count, daysLeft, endingSoon, idleTitle, notices, partProblems, unjudgedTitle } from '../words.ts'
import { place } from './place.ts'

const LISTED = 50
const NOTICES = 10

/** What could not be judged; never behind a fold alone, since it counts as failing. */
export function problems(report: Report): Listing[] {
  const [unjudged, idle] = partProblems(report)
  const item = ({ file, line, message }: ReportedProblem) => `- ${place(file, [line], {})}: ${inert(message)}\n`
  return [...folded(`⚠️ ${unjudgedTitle(unjudged.length)}`, unjudged.map(item)), ...folded(`⚠️ ${idleTitle(idle.length)}`, idle.map(item))]
}

/** What stands on somebody's word, with how long it still does. */
export function attestations(report: Report): Listing[] {
  const all = (report.attestations ?? []).filter(({ holds }) => holds)
  const soon = endingSoon(report)
  const items = all.map((one) => {
    const left = soon.includes(one) ? `, **${daysLeft(one.daysLeft)}**` : ''
    return `- ${markdownCode(one.rule)}: ${inert(one.statement)} (${inert(one.owner, 80)}, until ${inert(one.expires, 20)}${left}; ${markdownCode(one.link)})\n`
  })
  const renew = soon.length === 0 ? '' : `, ⚠️ ${soon.length} to renew`
  return folded(`${count(items.length, 'attestation')}${renew}`, items)
}

export function unknowns(report: Report): Listing[] {
  const items = report.unknown.map(
    ({ rule, file, line, reason }) => `- ${place(file, [line], {})} ${inert(reason)} (${markdownCode(rule)})\n`,
  )
  return folded(`${count(items.length, 'answer')} unknown: the files do not settle what decides`, items)
}

/** Accepted debt, with who answers for it and until when. */
export function waivers(waived: readonly Finding[]): Listing[] {
  const items = waived.map(({ rule, file, line, waived: waiver }) => {
    const until = waiver?.expires ? ` until ${inert(waiver.expires, 20)}` : ''
    return `- ${place(file, [line], {})} ${markdownCode(rule)}: ${inert(waiver?.reason ?? '')} (${inert(waiver?.owner || waiver?.by || '', 80)}${until})\n`
  })
  return folded(`${count(items.length, 'finding')} waived`, items)
}

/** Findings of the baseline are named in it: only their number is said. */
export function known(findings: number): string[] {
  return findings === 0 ? [] : [`${count(findings, 'finding')} known from the baseline.\n\n`]
}

/** What there is to know beside the findings. */
export function noted(report: Report): string[] {
  return notices(report)
    .slice(0, NOTICES)
    .map((notice) => `ℹ️ ${inert(notice, 500)}\n\n`)
}

/** What a change takes away from what the gate asks for. */
export function loosened({ loosened = [] }: RenderContext): Listing[] {
  if (loosened.length === 0) return []
  return [
    {
      open: '⚠️ **This change loosens the configuration of the gate:**\n\n',
      items: loosened.map((sentence) => `- ${inert(sentence, 300)}\n`),
      close: '\n',
      more: (left) => `- and ${left} more\n`,
    },
  ]
}

function folded(title: string, all: readonly string[]): Listing[] {
  if (all.length === 0) return []
  const more = (left: number) => `- and ${left} more\n`
  const beyond = all.length - LISTED
  return [
    {
      open: `<details><summary>${title}</summary>\n\n`,
      items: all.slice(0, LISTED),
      close: `${beyond > 0 ? more(beyond) : ''}\n</details>\n\n`,
      more,
    },
  ]
}
