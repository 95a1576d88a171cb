import type { Model, Rule } from '../../model/rule.ts'
import { inline, prose, table } from './markdown.ts'

const SEVERITY = ['critical', 'high', 'medium', 'low']

/** All rules by stage and practice, each with a link to its page. */
export function overview(rules: readonly Rule[], model: Model): string {
  const off = rules.filter((rule) => !rule.default).length
  return [
    '# Rules',
    `${rules.length} rules${off > 0 ? `, ${off} of them off unless the configuration enables them` : ''}. Each is one file in [rules/](../../rules), whose examples are its tests and the examples on its page. ` +
      '[How to write one](../guides/writing-rules.md).',
    ...model.stages.flatMap(({ stage, title, summary }) => [
      `## Stage ${stage}: ${inline(title)}`,
      prose(summary),
      ...practices(rules, model, stage),
    ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function practices(rules: readonly Rule[], model: Model, stage: number): string[] {
  return model.practices.flatMap((practice) => {
    const members = rules.filter((rule) => rule.stage === stage && rule.practice === practice.id).sort(bySeverity)
    if (members.length === 0) return []
    return [`### ${inline(practice.title)}`, table(['Rule', 'Severity', 'What holds'], members.map(row))]
  })
}

function bySeverity(a: Rule, b: Rule): number {
  return SEVERITY.indexOf(a.severity) - SEVERITY.indexOf(b.severity) || (a.id < b.id ? -1 : 1)
}

function row(rule: Rule): string[] {
  const notes = [...(rule.kind === 'static' ? [] : [rule.kind]), ...(rule.default ? [] : ['off'])]
  const note = notes.length > 0 ? ` *(${notes.join(', ')})*` : ''
  return [`[${rule.id}](${rule.id}.md)`, rule.severity, `${inline(rule.title)}${note}`]
}
