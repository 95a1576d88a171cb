import type { Example, Model, Rule, RuleText } from '../../model/rule.ts'
import { exampleFiles } from '../examples.ts'
import { exportable } from '../expressions.ts'
import { block, code, inline, prose, table } from './markdown.ts'
import { frameworkName, languageOf, linterName, subjectsOf } from './words.ts'

/** A rule explained on a page of its own. */
export function rulePage(rule: Rule, text: RuleText, model: Model): string {
  const parts = [
    `# ${inline(rule.title)}`,
    facts(rule, model),
    prose(text.why),
    '## What is checked',
    ...checked(rule),
    '## What to write',
    prose(rule.remedy),
    ...fix(rule),
    ...examples(rule, text),
    ...parameters(rule),
    ...names(rule),
  ]
  return `${parts.join('\n\n')}\n`
}

function facts(rule: Rule, model: Model): string {
  const stage = model.stages.find((one) => one.stage === rule.stage)
  const practice = model.practices.find(({ id }) => id === rule.practice)
  return table(
    ['Rule', 'Stage', 'Practice', 'Severity', 'Decided from', 'By default'],
    [
      [
        code(rule.id),
        `${rule.stage} ${inline(stage?.title ?? '')}`,
        inline(practice?.title ?? rule.practice),
        rule.severity,
        DECIDED[rule.kind],
        rule.default ? 'on' : 'off',
      ],
    ],
  )
}

const DECIDED: Readonly<Record<Rule['kind'], string>> = {
  static: 'the files alone',
  evidence: 'whether the repository shows the practice',
  attested: 'an attestation in the configuration',
}

function checked(rule: Rule): string[] {
  const subjects = `The rule looks at ${subjectsOf(rule)}.`
  const parts = [rule.kind === 'attested' ? 'No file can show it: it passes by an unexpired attestation alone.' : subjects]
  if (rule.when) parts.push('It applies where', block(rule.when, 'cel'))
  if (rule.each) parts.push(`and is held against each of ${code(rule.each)}, called ${code('item')}.`)
  if (rule.require) parts.push('It passes where', block(rule.require, 'cel'))
  if (rule.evidence) parts.push('It passes where there is any of', block(rule.evidence, 'cel'))
  if (exportable(rule)) parts.push('It names nothing that an admission policy in a cluster cannot see.')
  if (rule.waivedFor.includes('node-agent')) parts.push('DaemonSets made only of well-known node agents are waived, and listed as such.')
  if (rule.waivedFor.includes('cluster-role')) parts.push('Roles and bindings of the cluster itself are waived, and listed as such.')
  if (rule.covers.length > 0) parts.push(`It decides ${rule.covers.map(code).join(', ')} as well.`)
  if (rule.givesWayTo.length > 0)
    parts.push(
      `Where ${rule.givesWayTo.map(code).join(', ')} finds the same problem, that alone is printed${rule.givesWayWhen ? ', if' : '.'}`,
    )
  if (rule.givesWayWhen) parts.push(block(rule.givesWayWhen, 'cel'))
  return parts
}

function fix(rule: Rule): string[] {
  if (!rule.fix) return []
  return [
    rule.fix.safety === 'safe'
      ? 'The change is safe: nothing that works can stop working.'
      : 'The change may stop what works today from working: try it before you rely on it.',
  ]
}

function examples(rule: Rule, text: RuleText): string[] {
  const { fail, pass } = text.examples
  const marked = fail.some((example) => JSON.stringify(example).includes('# finding'))
  return [
    '## Examples',
    marked ? `Fails, on the line after ${code('# finding')}:` : 'Fails:',
    ...fail.flatMap((example) => shownExample(example, rule)),
    'Passes:',
    ...pass.flatMap((example) => shownExample(example, rule)),
  ]
}

function shownExample(example: Example, rule: Rule): string[] {
  const files = Object.entries(exampleFiles(example, rule.scope))
  return files.flatMap(([file, text]) => {
    const shown = block(text, languageOf(file))
    return files.length > 1 || typeof example !== 'string' ? [`${code(file)}:`, shown] : [shown]
  })
}

function parameters(rule: Rule): string[] {
  const all = Object.entries(rule.params)
  if (all.length === 0) return []
  const rows = all.map(([name, parameter]) => [
    code(name),
    parameter.items ? `${parameter.type} of ${parameter.items}s` : parameter.type,
    code(JSON.stringify(parameter.default)),
    inline(parameter.description) + (parameter.enum ? ` One of ${parameter.enum.map(code).join(', ')}.` : ''),
  ])
  const example = `rules:\n  ${rule.id}:\n    params:\n      ${all[0]?.[0]}: ${JSON.stringify(all[0]?.[1].default)}`
  return [
    '## Parameters',
    table(['Name', 'Type', 'Default', 'Meaning'], rows),
    `Set in ${code('.maturity-gate.yaml')}:`,
    block(example, 'yaml'),
  ]
}

function names(rule: Rule): string[] {
  const aliases = Object.entries(rule.aliases).map(([linter, ids]) => [linterName(linter), ids.map(code).join(', ')])
  const frameworks = Object.entries((rule.frameworks ?? {}) as Readonly<Record<string, string | readonly string[]>>).map(
    ([framework, parts]) => [inline(frameworkName(framework)), [parts].flat().map(inline).join(', ')],
  )
  return [
    ...(aliases.length > 0 ? ['## What other linters call it', table(['Linter', 'Checks'], aliases)] : []),
    ...(frameworks.length > 0 ? ['## Where it is asked for', table(['Source', 'Part'], frameworks)] : []),
  ]
}
