import type { Finding, RelatedPlace } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import { byRuleAndFile, type Choice, choose, type Group, parted, secretLines } from '../choose.ts'
import type { RenderContext } from '../context.ts'
import { clip, printable } from '../escape.ts'
import { excerpt } from '../excerpt.ts'
import { cropPath, pad, wrap } from '../layout.ts'
import { painter } from '../paint.ts'
import { aboveWords, alsoWords, count, grouped, list } from '../words.ts'

/** Whoever has the thing in an example would take "there is none" for a mistake of ours. */
const NO_PROOF = 'What stands in examples, samples, tests and documentation does not count here.'
/** Of one rule, so many further files are named. */
const NAMED = 4
/** Of one rule in one file, so many further places are named. */
const PLACES = 6
/** Of one finding, so many related places are named. */
const SEEN = 3
/** Characters of a message. */
const MESSAGE = 600
/** Characters of a name; Kubernetes takes no longer ones where they are labels. */
const NAME = 63
/** Room for `line:column` before the text. */
const GUTTER = 10

interface Painter {
  readonly context: RenderContext
  readonly also: Choice['also']
  readonly secret: (file: string, line: number) => boolean
}

/** Gaps by file; what a rule says a fourth time is only named; what lies above is counted. */
export function findingLines(report: Report, context: RenderContext): string[] {
  const { gaps, also, above } = choose(report, context)
  const tools = { context, also, secret: secretLines(report) }
  const { shown, further } = parted(byRuleAndFile(gaps))
  const lines: string[] = []
  let file: string | undefined
  for (const group of shown) {
    if (group.file !== file) lines.push(...header(group.file, context))
    file = group.file
    lines.push(...block(group, tools), '')
  }
  lines.push(...furtherLines(further, context))
  if (above.length > 0) lines.push(...aboveLines(above, context), '')
  return lines
}

function header(file: string, context: RenderContext): string[] {
  const paint = painter(context.color)
  if (file !== '.') return [paint.strong(cropPath(printable(file), context.width)), '']
  return [paint.strong('The repository as a whole'), ...wrap(NO_PROOF, context.width).map(paint.faint), '']
}

function block(group: Group, { context, also, secret }: Painter): string[] {
  const paint = painter(context.color)
  const { first } = group
  const margin = ' '.repeat(GUTTER)
  const room = context.width - GUTTER
  const lines = headline(group, context)
  lines.push(`${margin}${paint.severity(first.severity, first.severity)}${paint.faint(` · stage ${first.stage} · ${group.rule}`)}`)
  for (const part of wrap(alsoWords(also(group.findings)), room)) lines.push(margin + paint.faint(part))
  const hidden = group.file === '.' || secret(first.file, first.line)
  const quoted = hidden ? undefined : excerpt(first, context.line(first.file, first.line), room - 2)
  const bar = paint.faint('│')
  if (quoted) {
    lines.push(`${margin}${bar} ${quoted.text}`)
    lines.push(`${margin}${bar} ${' '.repeat(quoted.indent)}${paint.severity(first.severity, '^'.repeat(quoted.carets))}`)
  }
  wrap(printable(clip(first.fix ?? '', MESSAGE)), room - 2).forEach((part, index) => {
    lines.push(`${margin}${index === 0 ? paint.good('→') : ' '} ${part}`)
  })
  return [...lines, ...placeLines(group, context)]
}

function headline(group: Group, context: RenderContext): string[] {
  const paint = painter(context.color)
  const { first } = group
  const place = group.file === '.' ? '' : `${first.line}:${first.column}`
  const margin = ' '.repeat(GUTTER)
  return wrap(printable(clip(first.message, MESSAGE)), context.width - GUTTER).map(
    (part, index) => (index === 0 ? `  ${paint.place(pad(place, GUTTER - 2))}` : margin) + part,
  )
}

/** `also 40:9 container db, 58:9 container proxy and 3 more`; of one finding alone where else to look. */
function placeLines(group: Group, context: RenderContext): string[] {
  if (group.findings.length === 1) return seeLines(group.first, context)
  const rest = group.findings.slice(1)
  const places = rest
    .slice(0, PLACES)
    .map((finding) => [`${finding.line}:${finding.column}`, thing(finding, group.first)].filter(Boolean).join(' '))
  if (rest.length > PLACES) places.push(`${grouped(rest.length - PLACES)} more`)
  const paint = painter(context.color)
  return wrap(printable(`also ${list(places)}`), context.width - GUTTER).map((part) => ' '.repeat(GUTTER) + paint.faint(part))
}

/** `see Dockerfile:12:1, what the image runs as`; `also 7:3` where nothing else is to be said of the place. */
function seeLines({ file, message, related }: Finding, context: RenderContext): string[] {
  const paint = painter(context.color)
  const where = (place: RelatedPlace) => `${place.file === file ? '' : `${place.file}:`}${place.line}:${place.column}`
  const shown = related.slice(0, SEEN)
  const same = shown.filter((place) => place.message === message).map(where)
  const other = shown.filter((place) => place.message !== message)
  return [
    ...(same.length > 0 ? [`also ${list(same)}`] : []),
    ...other.map((place) => `see ${where(place)}, ${clip(place.message, MESSAGE)}`),
  ].flatMap((text) => wrap(printable(text), context.width - GUTTER).map((part) => ' '.repeat(GUTTER) + paint.faint(part)))
}

function thing(finding: Finding, first: Finding): string {
  if (finding.container !== undefined && finding.container !== first.container) return `container ${clip(finding.container, NAME)}`
  if (finding.resource && finding.resource.name !== first.resource?.name)
    return `${clip(finding.resource.kind, NAME)} ${clip(finding.resource.name, NAME)}`
  return ''
}

function furtherLines(further: readonly (readonly Group[])[], context: RenderContext): string[] {
  if (further.length === 0) return []
  const paint = painter(context.color)
  const lines = [paint.strong('The same in other files'), '']
  for (const groups of further) {
    const rule = groups[0]?.rule ?? ''
    const findings = groups.reduce((sum, group) => sum + group.findings.length, 0)
    const places = groups.slice(0, NAMED).map(({ file, first }) => `${file}:${first.line}`)
    if (groups.length > NAMED) places.push(`${grouped(groups.length - NAMED)} more`)
    lines.push(`  ${rule} ${paint.faint(`· ${count(findings, 'finding')} in ${count(groups.length, 'file')}`)}`)
    lines.push(...wrap(printable(list(places)), context.width - GUTTER).map((part) => ' '.repeat(GUTTER) + paint.faint(part)))
  }
  return [...lines, '']
}

function aboveLines(above: ReturnType<typeof choose>['above'], context: RenderContext): string[] {
  const sentence = `Not listed, since they lie above the next stage: ${aboveWords(above)}. --format json has them all.`
  return wrap(sentence, context.width).map(painter(context.color).faint)
}
