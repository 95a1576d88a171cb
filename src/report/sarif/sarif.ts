import type { Finding, RelatedPlace } from '../../model/finding.ts'
import type { Report } from '../../model/report.ts'
import { SEVERITIES, type Severity } from '../../model/rule.ts'
import { spoken } from '../choose.ts'
import type { Formatter, RenderContext } from '../context.ts'
import { jsonText, sarifText } from '../escape.ts'
import { descriptor } from './rule.ts'

// GitHub keeps the 5,000 most severe of at most 25,000 results, and 100 related locations of each.
const RESULTS = 5000
const RELATED = 100
const MESSAGE = 1024

const LEVEL: Readonly<Record<Severity, string>> = { low: 'note', medium: 'warning', high: 'error', critical: 'error' }

/** SARIF 2.1.0 as GitHub's code scanning takes it. */
export const sarif: Formatter = (report, context) => {
  const said = spoken(report.findings)
  const kept = mostSevere(said)
  const rules = [...new Set(kept.map((finding) => finding.rule))].sort()
  const index = new Map(rules.map((rule, at) => [rule, at]))
  const run = {
    tool: {
      driver: {
        name: 'Container Maturity Gate',
        semanticVersion: report.tool.version,
        rules: rules.map((id) => descriptor(id, report, context)),
      },
    },
    // A partial upload in one category closes the alerts of the other uploads in it.
    automationDetails: { id: `${sarifText(context.name, 100).replaceAll('/', '-')}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report, said.length - kept.length, context) }],
    results: kept.map((finding) => result(finding, index.get(finding.rule) ?? -1, context)),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${jsonText(JSON.stringify(log, null, 2))}\n`
}

function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= RESULTS) return findings
  const severe = (finding: Finding) => SEVERITIES.indexOf(finding.severity)
  const kept = new Set([...findings].sort((a, b) => severe(b) - severe(a)).slice(0, RESULTS))
  return findings.filter((finding) => kept.has(finding))
}

function result(finding: Finding, ruleIndex: number, context: RenderContext) {
  // Messages have no full stop.
  const fix = finding.fix === undefined ? '' : `${/[.…]$/.test(finding.message) ? '' : '.'} ${finding.fix}`
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVEL[finding.severity],
    message: { text: sarifText(finding.message + fix, MESSAGE) },
    locations: [{ physicalLocation: physical(finding.file, region(finding, context), context), ...logical(finding) }],
    ...related(finding.related, context),
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...suppression(finding),
  }
}

function physical(file: string, region: object, context: RenderContext) {
  return { artifactLocation: { uri: uri(file, context), uriBaseId: '%SRCROOT%' }, region }
}

// An alert needs a file. What concerns the repository as a whole is answered for in its configuration.
function uri(file: string, context: RenderContext): string {
  const path = file === '.' ? '.maturity-gate.yaml' : file
  const below = context.base === '' ? path : `${context.base}/${path}`
  return below
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}

// An alert shows on a pull request only when all of its lines are in the change: one line, whatever the span.
function region(finding: Finding, context: RenderContext) {
  const { line: startLine, column: startColumn } = finding
  if (finding.line === finding.endLine) return { startLine, startColumn, endLine: startLine, endColumn: finding.endColumn }
  const length = context.line(finding.file, startLine)?.length
  return { startLine, startColumn, endLine: startLine, ...(length === undefined ? {} : { endColumn: Math.max(startColumn, length + 1) }) }
}

function logical({ resource, container }: Finding) {
  if (!resource) return {}
  const name = [resource.kind, resource.namespace, resource.name, container].filter(Boolean).join('/')
  return { logicalLocations: [{ fullyQualifiedName: sarifText(name, MESSAGE), kind: 'resource' }] }
}

function related(places: readonly RelatedPlace[], context: RenderContext) {
  if (places.length === 0) return {}
  return {
    relatedLocations: places.slice(0, RELATED).map((place, id) => ({
      id,
      physicalLocation: physical(place.file, { startLine: place.line, startColumn: place.column }, context),
      message: { text: sarifText(place.message, MESSAGE) },
    })),
  }
}

function suppression({ waived }: Finding) {
  if (!waived) return {}
  const whose = [waived.owner || waived.by, ...(waived.expires === null ? [] : [`until ${waived.expires}`])].join(', ')
  const kind = /comment|annotation|label/.test(waived.by) ? 'inSource' : 'external'
  const justification = sarifText(`${waived.reason} (${whose})`, MESSAGE)
  return { suppressions: [{ kind, status: 'accepted', justification }] }
}

function notifications(report: Report, left: number, context: RenderContext) {
  const problems = report.problems.slice(0, RELATED).map(({ file, line, message }) => ({
    level: 'warning',
    message: { text: sarifText(message, MESSAGE) },
    locations: [{ physicalLocation: physical(file, { startLine: line }, context) }],
  }))
  if (left === 0) return problems
  const text = `${left} findings of lower severity are left out: code scanning keeps ${RESULTS}.`
  return [...problems, { level: 'note', message: { text } }]
}
