import { BASELINE, type Finding, type Fingerprint } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import type { Stage } from '../model/rule.ts'
import type { RenderContext } from './context.ts'

/** Findings of one rule in one file that one remedy ends: what a person reads as one problem. */
export interface Group {
  readonly rule: string
  readonly file: string
  readonly first: Finding
  readonly findings: readonly Finding[]
}

export interface Choice {
  /** Gaps: not waived, said by no other finding, at or below the stage after the one that their target reaches. */
  readonly gaps: readonly Finding[]
  /** Rules that fail by the same problem as a finding, and are not printed beside it. */
  readonly also: (findings: readonly Finding[]) => readonly string[]
  /** How many lie above, by stage, lowest first. */
  readonly above: readonly { readonly stage: Stage; readonly findings: number; readonly rules: number }[]
  readonly waived: readonly Finding[]
  /** Known from the baseline: debt too, counted apart. */
  readonly known: readonly Finding[]
}

/** What a report is about first, and what it only counts. */
export function choose(report: Report, context: Pick<RenderContext, 'only'>): Choice {
  const limits = new Map(report.targets.map((target) => [target.name, target.reachedStage + 1]))
  const limitOf = (finding: Finding) => (context.only ? 5 : (limits.get(finding.target) ?? report.verdict.nextStage ?? 5))
  const open = spoken(report.findings).filter((finding) => !finding.waived)
  return {
    gaps: open.filter((finding) => finding.stage <= limitOf(finding)),
    also: alsoOf(report.findings.filter((finding) => finding.stage <= limitOf(finding))),
    // Where nothing was judged there is no stage to be above.
    above: report.verdict.outcome === 'nothing-scanned' ? [] : countAbove(open.filter((finding) => finding.stage > limitOf(finding))),
    waived: report.findings.filter(({ waived }) => waived !== undefined && waived.by !== BASELINE),
    known: report.findings.filter(({ waived }) => waived?.by === BASELINE),
  }
}

/** Each problem once. */
export function spoken(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ saidBy }) => saidBy === undefined)
}

function alsoOf(findings: readonly Finding[]): Choice['also'] {
  const byMain = new Map<Fingerprint, Set<string>>()
  for (const { rule, saidBy } of findings) {
    if (saidBy !== undefined) byMain.set(saidBy, (byMain.get(saidBy) ?? new Set()).add(rule))
  }
  return (mains) => {
    const rules = new Set(mains.flatMap(({ fingerprint }) => [...(byMain.get(fingerprint) ?? [])]))
    for (const { rule } of mains) rules.delete(rule)
    return [...rules].sort()
  }
}

function countAbove(findings: readonly Finding[]): Choice['above'] {
  const stages = [...new Set(findings.map((finding) => finding.stage))].sort()
  return stages.map((stage) => {
    const those = findings.filter((finding) => finding.stage === stage)
    return { stage, findings: those.length, rules: new Set(those.map((finding) => finding.rule)).size }
  })
}

/** In the report's order, with what concerns the repository as a whole last. */
export function byRuleAndFile(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.file}\n${finding.fix ?? ''}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  const all = [...groups.values()].flatMap((group) => {
    const first = group[0]
    return first ? [{ rule: first.rule, file: first.file, first, findings: group }] : []
  })
  return [...all.filter(({ file }) => file !== '.'), ...all.filter(({ file }) => file === '.')]
}

/** Of one rule and remedy, so many files are shown; the others are named together. */
const SHOWN = 3

/** What a rule says in a fourth file is no longer shown, only named. */
export function parted(groups: readonly Group[]): { readonly shown: readonly Group[]; readonly further: readonly (readonly Group[])[] } {
  const alike = new Map<string, Group[]>()
  const shown: Group[] = []
  for (const group of groups) {
    const key = `${group.rule}\n${group.first.fix ?? ''}`
    const same = alike.get(key)
    if (same) same.push(group)
    else alike.set(key, [group])
    if ((same?.length ?? 0) <= SHOWN) shown.push(group)
  }
  return { shown, further: [...alike.values()].map((all) => all.slice(SHOWN)).filter((rest) => rest.length > 0) }
}

const SECRETS = new Set(['no-secrets-in-source', 'secrets-handling'])

/** Whether a line may hold a secret that a rule found: such a line is never printed. */
export function secretLines(report: Report): (file: string, line: number) => boolean {
  const practices = new Map(report.controls.map((control) => [control.id, control.practice]))
  const spans = new Map<string, Finding[]>()
  for (const finding of report.findings) {
    if (!SECRETS.has(practices.get(finding.rule) ?? '')) continue
    const inFile = spans.get(finding.file)
    if (inFile) inFile.push(finding)
    else spans.set(finding.file, [finding])
  }
  return (file, line) => (spans.get(file) ?? []).some((finding) => finding.line <= line && line <= finding.endLine)
}
