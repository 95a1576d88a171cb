import type { Settings } from '../config/settings.ts'
import type { AttestationResult, ControlResult, PodSecurity, Report, ReportedProblem, TargetResult, Verdict } from '../model/report.ts'
import type { Model, Stage } from '../model/rule.ts'
import type { Sources } from '../model/sources.ts'
import { TOOL } from '../model/tool.ts'
import type { Assessment } from './assess.ts'
import { baselineOf, noticesOf } from './notices.ts'
import { putInOrder, unknownsOf } from './order.ts'
import type { Placing } from './placing.ts'
import { saidOnce } from './said.ts'
import { nextStage } from './stages.ts'
import { compare, statusOf, type Tally } from './tally.ts'
import { overallStages, targetResult } from './targets.ts'
import type { Known } from './waivers/baseline.ts'

/** What is reported beside what the rules say. */
export interface Beside {
  readonly podSecurity: readonly PodSecurity[] | undefined
  readonly known: Known | undefined
  readonly attestations: readonly AttestationResult[]
  /** Waivers that do not hold. */
  readonly problems: readonly ReportedProblem[]
}

/** Puts the report together. Of the same input it is the same to the byte: no clock, no random id, no absolute path. */
export function toReport(
  assessment: Assessment,
  settings: Settings,
  sources: Sources,
  placing: Placing,
  model: Model,
  beside: Beside,
): Report {
  const { tallies } = assessment
  const names = settings.targets.map(({ name }) => name)
  const ordered = saidOnce(tallies, putInOrder(tallies, names))
  const targets = settings.targets.map((target, index) => targetResult(target, index, assessment, placing, model, ordered))
  const stages = overallStages(targets)
  const { problems, faults, scanned } = sources
  const nothing = scanned.resources + scanned.dockerfiles + scanned.composeFiles + faults.length + problems.length === 0
  const clean = assessment.tallies.every(({ counts }) => counts.failed === 0)
  return {
    schemaVersion: 1,
    tool: TOOL,
    verdict: nothing ? nothingScanned(settings) : verdict(settings, targets, clean),
    asOf: settings.day.asked ?? null,
    targets: nothing ? targets.map((target) => ({ ...target, reachedStage: 0, passed: false })) : targets,
    stages,
    controls: assessment.tallies.map(controlResult).sort((a, b) => a.stage - b.stage || compare(a.id, b.id)),
    findings: ordered.findings,
    ...(beside.attestations.length === 0 ? {} : { attestations: beside.attestations }),
    podSecurity: beside.podSecurity,
    unknown: unknownsOf(assessment.tallies),
    problems: [...problems.map(({ file, line, message }) => ({ file, line, message })), ...beside.problems].sort(byPlace),
    scanned,
    notices: noticesOf(settings, assessment, placing),
    baseline: baselineOf(settings, beside.known, placing, sources),
  }
}

function verdict(settings: Settings, targets: readonly TargetResult[], clean: boolean): Verdict {
  const reached = Math.min(...targets.map(({ reachedStage }) => reachedStage)) as 0 | Stage
  const passed = settings.only ? clean : targets.every((target) => target.passed)
  return {
    outcome: passed ? 'passed' : 'failed',
    passed,
    requiredStage: requiredOf(targets),
    reachedStage: reached,
    nextStage: nextStage(reached),
    threshold: settings.threshold,
    score: lowestScore(targets),
  }
}

function nothingScanned(settings: Settings): Verdict {
  const { requiredStage, threshold } = settings
  return { outcome: 'nothing-scanned', passed: false, requiredStage, reachedStage: 0, nextStage: 1, threshold, score: null }
}

// The highest that a target is held to.
function requiredOf(targets: readonly TargetResult[]): Stage | null {
  const stages = targets.flatMap(({ requiredStage }) => requiredStage ?? [])
  return stages.length === 0 ? null : (Math.max(...stages) as Stage)
}

// Of the stage each target is held to; of its next one, or the last, where none is required.
function lowestScore(targets: readonly TargetResult[]): number | null {
  const scores = targets.flatMap(({ requiredStage, reachedStage, stages }) => {
    const stage = requiredStage ?? nextStage(reachedStage) ?? 5
    return stages.find((result) => result.stage === stage)?.score ?? []
  })
  return scores.length === 0 ? null : Math.min(...scores)
}

function controlResult({ rule, counts, evidence }: Tally): ControlResult {
  const { id, title, stage, practice, severity, kind } = rule
  const { passed, failed, unknown, waived } = counts
  const subjects = { passed, failed, unknown, waived }
  return { id, title, stage, practice, severity, kind, status: statusOf(counts), subjects, evidence }
}

function byPlace(a: ReportedProblem, b: ReportedProblem): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message)
}
