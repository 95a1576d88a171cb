import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { byRuleAndFile, choose, type Group, secretLines } from './choose.ts'
import type { RenderContext } from './context.ts'
import { printable } from './escape.ts'
import { excerpt } from './excerpt.ts'
import { cropPath, pad, padStart, wrap } from './layout.ts'
import { painter } from './paint.ts'
import { count, list } from './words.ts'

/** Of one rule, so many files are shown with the line itself, and so many are listed at all. */
const SHOWN = 3
const NAMED = 10
/** Of one rule in one file, so many further places are named. */
const PLACES = 6
/** Room for `line:column` before the text. */
const GUTTER = 10

interface Painter {
  readonly context: RenderContext
  readonly secret: (file: string, line: number) => boolean
}

/** Gaps by file, identical ones together; what lies above is counted. */
export function findingLines(report: Report, context: RenderContext): string[] {
  const { gaps, above } = choose(report, context)
  const seen = new Map<string, number>()
  const tools = { context, secret: secretLines(report) }
  const lines: string[] = []
  let file: string | undefined
  const groups = byRuleAndFile(gaps)
  for (const group of [...groups.filter((one) => one.file !== '.'), ...groups.filter((one) => one.file === '.')]) {
    const nth = (seen.get(group.rule) ?? 0) + 1
    seen.set(group.rule, nth)
    if (nth > NAMED) continue
    if (group.file !== file) lines.push(...header(group.file, context))
    file = group.file
    lines.push(...(nth > SHOWN ? named(group, tools) : shown(group, tools)), '')
  }
  lines.push(...furtherLines(groups, context))
  if (above.length > 0) lines.push(...aboveLines(above, context), '')
  return lines
}

function header(file: string, context: RenderContext): string[] {
  const name = file === '.' ? 'The repository as a whole' : cropPath(printable(file), context.width)
  return [painter(context.color).strong(name), '']
}

function shown(group: Group, { context, secret }: Painter): string[] {
  const paint = painter(context.color)
  const { first } = group
  const margin = ' '.repeat(GUTTER)
  const room = context.width - GUTTER
  const lines = headline(group, context)
  lines.push(`${margin}${paint.severity(first.severity, first.severity)}${paint.faint(` · stage ${first.stage} · ${group.rule}`)}`)
  const hidden = group.file === '.' || secret(first.file, first.line)
  const quoted = hidden ? undefined : excerpt(first, context.line(first.file, first.line), room - 2)
  const bar = paint.faint('│')
  if (quoted) {
    lines.push(`${margin}${bar} ${quoted.text}`)
    lines.push(`${margin}${bar} ${' '.repeat(quoted.indent)}${paint.severity(first.severity, '^'.repeat(quoted.carets))}`)
  }
  wrap(printable(first.fix ?? ''), room - 2).forEach((part, index) => {
    lines.push(`${margin}${index === 0 ? paint.good('→') : ' '} ${part}`)
  })
  return [...lines, ...placeLines(group, context)]
}

/** A further file with a problem that was shown in full already. */
function named(group: Group, { context }: Painter): string[] {
  return [...headline(group, context), ...placeLines(group, context)]
}

function headline(group: Group, context: RenderContext): string[] {
  const paint = painter(context.color)
  const { first } = group
  const place = group.file === '.' ? '' : `${first.line}:${first.column}`
  const margin = ' '.repeat(GUTTER)
  return wrap(printable(first.message), context.width - GUTTER).map(
    (part, index) => (index === 0 ? pad('', 2) + paint.place(pad(place, GUTTER - 2)) : margin) + part,
  )
}

/** `also 40:9 container db, 58:9 container proxy and 3 more`. */
function placeLines(group: Group, context: RenderContext): string[] {
  if (group.findings.length === 1) return []
  const rest = group.findings.slice(1)
  const places = rest
    .slice(0, PLACES)
    .map((finding) => [`${finding.line}:${finding.column}`, thing(finding, group.first)].filter(Boolean).join(' '))
  if (rest.length > PLACES) places.push(`${rest.length - PLACES} more`)
  const paint = painter(context.color)
  return wrap(printable(`also ${list(places)}`), context.width - GUTTER).map((part) => ' '.repeat(GUTTER) + paint.faint(part))
}

function thing(finding: Finding, first: Finding): string {
  if (finding.container !== undefined && finding.container !== first.container) return `container ${finding.container}`
  if (finding.resource && finding.resource.name !== first.resource?.name) return `${finding.resource.kind} ${finding.resource.name}`
  return ''
}

function furtherLines(groups: readonly Group[], context: RenderContext): string[] {
  const rest = new Map<string, { files: number; findings: number }>()
  const seen = new Map<string, number>()
  for (const group of groups) {
    const nth = (seen.get(group.rule) ?? 0) + 1
    seen.set(group.rule, nth)
    if (nth <= NAMED) continue
    const sum = rest.get(group.rule) ?? { files: 0, findings: 0 }
    rest.set(group.rule, { files: sum.files + 1, findings: sum.findings + group.findings.length })
  }
  if (rest.size === 0) return []
  const paint = painter(context.color)
  const lines = [paint.strong('More of the same'), '']
  for (const [rule, { files, findings }] of [...rest].sort(([, a], [, b]) => b.findings - a.findings)) {
    lines.push(`  ${padStart(String(findings), 6)}  ${rule} ${paint.faint(`in ${count(files, 'more file')}`)}`)
  }
  return [...lines, '']
}

function aboveLines(above: ReturnType<typeof choose>['above'], context: RenderContext): string[] {
  const parts = above.map(({ stage, findings }, index) => `${index === 0 ? count(findings, 'finding') : findings} for stage ${stage}`)
  const sentence = `Not listed, since they lie above the next stage: ${list(parts)}. --format json has them all.`
  return wrap(sentence, context.width).map(painter(context.color).faint)
}
