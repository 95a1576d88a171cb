import type { Model, Rule } from '../model/rule.ts'
import type { KnownRule } from './context.ts'
import { inLog, jsonText, printable } from './escape.ts'
import { crop, pad, wrap } from './layout.ts'
import { painter } from './paint.ts'
import { count } from './words.ts'

export interface RulesContext {
  readonly color: boolean
  readonly width: number
}

/** `rules --format json`: what programs that choose among rules need. */
export function rulesJson(rules: readonly Rule[]): string {
  const entries = rules.map(({ id, title, stage, practice, severity, kind, scope, covers, aliases, frameworks, default: on }) => {
    return { id, title, stage, practice, severity, kind, scope, covers, aliases, frameworks, default: on }
  })
  return `${jsonText(JSON.stringify(entries, null, 2))}\n`
}

/** All rules, by stage and practice, one a line. */
export function rulesText(rules: readonly Rule[], model: Model, context: RulesContext): string {
  const paint = painter(context.color)
  const lines: string[] = []
  for (const stage of model.stages) {
    const inStage = rules.filter((rule) => rule.stage === stage.stage)
    if (inStage.length === 0) continue
    lines.push(
      `${paint.strong(`Stage ${stage.stage} · ${printable(stage.title)}`)} ${paint.faint(`· ${count(inStage.length, 'rule')}`)}`,
      '',
    )
    for (const practice of new Set(inStage.map((rule) => rule.practice))) {
      const inPractice = inStage.filter((rule) => rule.practice === practice)
      // Each practice has its own column, so that one long name costs the titles of a few rules alone.
      const name = Math.max(...inPractice.map(({ id }) => id.length))
      lines.push(`  ${paint.faint(printable(practice))}`, ...inPractice.map((rule) => line(rule, name, context)))
      lines.push('')
    }
  }
  lines.push(`${count(rules.length, 'rule')}. maturity-gate rules ID explains one.`)
  return inLog(`${lines.join('\n')}\n`)
}

function line(rule: Rule, name: number, context: RulesContext): string {
  const paint = painter(context.color)
  const off = rule.default ? '' : '(off) '
  const room = Math.max(20, context.width - name - 15)
  return `    ${pad(rule.id, name)}  ${paint.severity(rule.severity, pad(rule.severity, 8))} ${crop(off + printable(rule.title), room)}`
}

/** One rule: what it asks for, why, what to write, its names elsewhere, and an example of each side. */
export function explain({ rule, text }: KnownRule, model: Model, context: RulesContext): string {
  const paint = painter(context.color)
  const width = Math.min(context.width, 100)
  const stage = model.stages.find((one) => one.stage === rule.stage)?.title ?? ''
  const kind = rule.kind === 'static' ? '' : ` · ${rule.kind}`
  const lines = [
    ...wrap(printable(rule.title), width).map(paint.strong),
    ...wrap(`${rule.id} · ${rule.severity} · stage ${rule.stage} (${printable(stage)}) · ${rule.practice}${kind}`, width).map(paint.faint),
    ...(rule.default ? [] : ['Off unless the configuration enables it.']),
    '',
    ...paragraphs(text?.why ?? '', width),
    ...section('What to write', wrap(printable(rule.remedy), width - 2), context),
    ...section('Example that fails', example(text?.examples.fail[0]), context),
    ...section('Example that passes', example(text?.examples.pass[0]), context),
    ...section(
      'Settings',
      Object.entries(rule.params).flatMap(([key, parameter]) => setting(key, parameter, width)),
      context,
    ),
    ...section('Also decides', wrap(rule.covers.join(', '), width - 2), context),
    ...section(
      'In other linters',
      Object.entries(rule.aliases).flatMap(([tool, ids]) => names(tool, ids, width)),
      context,
    ),
  ]
  return inLog(`${lines.join('\n').trimEnd()}\n`)
}

function section(title: string, body: readonly string[], context: RulesContext): string[] {
  return body.length === 0 ? [] : [painter(context.color).strong(title), ...body.map((part) => `  ${part}`.trimEnd()), '']
}

function paragraphs(text: string, width: number): string[] {
  return text.split(/\n\s*\n/).flatMap((part) => (part.trim() === '' ? [] : [...wrap(printable(part), width), '']))
}

function names(tool: string, ids: readonly string[], width: number): string[] {
  return wrap(ids.join(', '), width - 18).map((part, index) => `${pad(index === 0 ? tool : '', 14)}  ${part}`)
}

function setting(key: string, { default: value, description }: Rule['params'][string], width: number): string[] {
  return [`${key}: ${printable(JSON.stringify(value))}`, ...wrap(printable(description), width - 4).map((part) => `  ${part}`)]
}

function example(one: NonNullable<KnownRule['text']>['examples']['fail'][number] | undefined): string[] {
  if (one === undefined) return []
  if (typeof one === 'string') return one.trimEnd().split('\n').map(code)
  return Object.entries(one.files).flatMap(([path, content]) => [`# ${printable(path)}`, ...content.trimEnd().split('\n').map(code)])
}

// Indentation is all that printable() must not touch.
const code = (text: string) => printable(text.replaceAll('\t', '  '))
