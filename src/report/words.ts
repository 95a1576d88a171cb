import { type Finding, NODE_AGENT, ROLE_OF_THE_CLUSTER } from '../model/finding.ts'
import type { AttestationResult, Report, ReportedProblem, Scanned, TargetResult } from '../model/report.ts'
import type { Choice } from './choose.ts'

export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`
}

/** `12,345` */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** `40 findings for stage 3 and 33 for stage 4` */
export function aboveWords(above: Choice['above']): string {
  return list(
    above.map(({ stage, findings }, index) => `${index === 0 ? count(findings, 'finding') : grouped(findings)} for stage ${stage}`),
  )
}

/** So many further rules that a problem fails are named. */
const ALSO = 4

/** `also fails only-core-volume-types`: rules whose finding is not printed, since it would say the same. */
export function alsoWords(rules: readonly string[]): string {
  if (rules.length === 0) return ''
  const more = rules.length > ALSO + 1 ? [`${rules.length - ALSO} more rules`] : rules.slice(ALSO)
  return `also fails ${list([...rules.slice(0, ALSO), ...more])}`
}

/** One decimal; scores are rounded down where they are made. */
export function points(score: number | null): string {
  return score === null ? '–' : score.toFixed(1)
}

/** `passed: stage 2 is required and reached` — the verdict in one sentence, without markup. */
export function verdictSentence(report: Report): string {
  const { outcome, requiredStage, reachedStage, passed } = report.verdict
  if (outcome === 'nothing-scanned') return 'nothing to judge: no manifest, Dockerfile or compose file was found'
  const reached = reachedStage === 0 ? 'no stage is reached yet' : `stage ${reachedStage} is reached`
  const short = report.targets.filter((target) => !target.passed)
  if (report.targets.length > 1 && short.length > 0) return `failed: ${shortTargets(short)}`
  if (report.targets.length > 1 && requiredStage !== null) {
    return `passed: each of ${report.targets.length} targets reaches the stage it is held to, the lowest stage ${reachedStage}`
  }
  if (requiredStage === null) return `${passed ? 'passed' : 'failed'}: no stage is required, ${reached}`
  if (reachedStage === requiredStage) return `${passed ? 'passed' : 'failed'}: stage ${requiredStage} is required and reached`
  return `${passed ? 'passed' : 'failed'}: stage ${requiredStage} is required, ${reached}`
}

function shortTargets(targets: readonly TargetResult[]): string {
  const named = targets
    .slice(0, 3)
    .map((target) => `${target.name} reaches stage ${target.reachedStage}, not ${target.requiredStage ?? '–'}`)
  if (targets.length > 3) named.push(count(targets.length - 3, 'more target'))
  return list(named)
}

/** What could not be judged, and the waivers that waive nothing. */
export function partProblems({ problems }: Report): readonly [readonly ReportedProblem[], readonly ReportedProblem[]] {
  return [problems.filter(({ about }) => about === undefined), problems.filter(({ about }) => about === 'waiver')]
}

export function unjudgedTitle(problems: number): string {
  return `${count(problems, 'problem')}: could not be judged, and counted as failing`
}

export function idleTitle(waivers: number): string {
  return waivers === 1 ? '1 waiver waives nothing' : `${count(waivers, 'waiver')} waive nothing`
}

const BUILT_IN: ReadonlySet<string> = new Set([NODE_AGENT, ROLE_OF_THE_CLUSTER])

/** `3 waived, 2 of them without an end`: debt, and debt that nobody has to look at again. */
export function waivedWords(waived: readonly Finding[]): string {
  const endless = waived.filter((finding) => finding.waived?.expires === null && !BUILT_IN.has(finding.waived.by)).length
  if (endless === 0) return `${grouped(waived.length)} waived`
  return `${grouped(waived.length)} waived, ${endless === waived.length ? '' : `${grouped(endless)} of them `}without an end`
}

/** From so many days before its end on an attestation is named. */
const SOON = 30

export function endingSoon({ attestations = [] }: Report): readonly AttestationResult[] {
  return attestations.filter(({ holds, daysLeft }) => holds && daysLeft <= SOON)
}

export function daysLeft(days: number): string {
  return days === 0 ? 'ends today' : `${count(days, 'day')} left`
}

/** What there is to know beside the findings. */
export function notices({ notices = [], baseline }: Report): readonly string[] {
  const fixed = baseline?.fixed.length ?? 0
  if (fixed === 0) return notices
  const are = fixed === 1 ? '1 finding of the baseline is' : `${grouped(fixed)} findings of the baseline are`
  return [...notices, `${are} fixed: run maturity-gate baseline to drop ${fixed === 1 ? 'it' : 'them'}.`]
}

/** `12 known from the baseline` */
export function knownWords(known: number): string {
  return `${grouped(known)} known from the baseline`
}

export function scannedSentence(scanned: Scanned): string {
  const parts = [
    scanned.resources > 0 ? count(scanned.resources, 'Kubernetes object') : '',
    scanned.dockerfiles > 0 ? count(scanned.dockerfiles, 'Dockerfile') : '',
    scanned.composeFiles > 0 ? count(scanned.composeFiles, 'compose file') : '',
    scanned.workflows > 0 ? count(scanned.workflows, 'workflow') : '',
  ].filter(Boolean)
  return parts.length === 0 ? `${count(scanned.files, 'file')} looked at` : `${list(parts)} in ${count(scanned.files, 'file')}`
}
