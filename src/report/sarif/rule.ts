import type { Report } from '../../model/report.ts'
import type { Severity } from '../../model/rule.ts'
import type { RenderContext } from '../context.ts'
import { sarifText } from '../escape.ts'

const SHORT = 1024
const LONG = 4096
// GitHub shows over 9 as critical, 7 to 8.9 as high, 4 to 6.9 as medium.
const SCORE: Readonly<Record<Severity, string>> = { low: '2.0', medium: '5.0', high: '8.0', critical: '9.5' }
const LEVEL: Readonly<Record<Severity, string>> = { low: 'note', medium: 'warning', high: 'error', critical: 'error' }

/** What code scanning shows of a rule. Rules may be the user's own, so their words are held to the same limits. */
export function descriptor(id: string, report: Report, context: RenderContext) {
  const known = context.rules.get(id)
  const control = report.controls.find((one) => one.id === id)
  const severity = control?.severity ?? known?.rule.severity ?? 'medium'
  const title = known?.rule.title ?? control?.title ?? id
  const why = known?.text?.why.trim() ?? title
  const remedy = known?.rule.remedy ?? ''
  const practice = control?.practice ?? known?.rule.practice
  const help = [why, remedy, stageOf(id, report), aliases(id, context)].filter((part) => part !== '')
  return {
    id,
    name: id,
    shortDescription: { text: sarifText(title, SHORT) },
    fullDescription: { text: sarifText(why, SHORT) },
    help: { text: help.map((part) => sarifText(part, LONG)).join('\n\n') },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: ['security', ...(control ? [`stage-${control.stage}`] : []), ...(practice === undefined ? [] : [practice])],
      precision: 'high',
      'problem.severity': severity === 'low' ? 'recommendation' : severity === 'medium' ? 'warning' : 'error',
      'security-severity': SCORE[severity],
    },
  }
}

function stageOf(id: string, report: Report): string {
  const control = report.controls.find((one) => one.id === id)
  const stage = report.stages.find((one) => one.stage === control?.stage)
  return control && stage ? `Stage ${control.stage} (${stage.title}), practice ${control.practice}.` : ''
}

function aliases(id: string, context: RenderContext): string {
  const all = Object.entries(context.rules.get(id)?.rule.aliases ?? {})
  return all.length === 0 ? '' : `Also known as ${all.map(([tool, ids]) => `${tool} ${ids.join(', ')}`).join('; ')}.`
}
