import { Api } from './api/api.ts'
import type { Settings } from './config/settings.ts'
import { assess } from './engine/assess.ts'
import { Placing } from './engine/placing.ts'
import { PodSecurityLevels } from './engine/pod-security.ts'
import { toReport } from './engine/report.ts'
import { Attestations } from './engine/waivers/attestations.ts'
import { Known } from './engine/waivers/baseline.ts'
import { BuiltInWaivers } from './engine/waivers/built-in.ts'
import { runOf, waiversOf } from './engine/waivers/debt.ts'
import { exceptionItems } from './engine/waivers/exceptions.ts'
import type { Tree } from './model/document.ts'
import type { Judgement } from './model/finding.ts'
import type { Report } from './model/report.ts'
import type { Scope } from './model/subject.ts'
import { compileRule } from './rules/compile.ts'
import { model, podSecurityChecks } from './rules/embedded.ts'
import { readSources } from './source/read.ts'
import { collectSubjects } from './subjects/collect.ts'

/**
 * The whole story: files become documents, documents become subjects, rules judge the subjects, and what they say becomes scores,
 * stages and a verdict. Nothing after this decides anything.
 */
export function gate(tree: Tree, settings: Settings): Report {
  const sources = readSources(tree, settings.selection)
  const controls = settings.rules.map(({ rule, params, off }) => ({ compiled: compileRule(rule, params), off }))
  const api = new Api(settings.kubernetesVersion, sources.definitions, sources.isEvidence)
  const wanted = new Set<Scope>([...settings.rules.map(({ rule }) => rule.scope), 'pod'])
  const subjects = collectSubjects(sources, wanted, (resource) => api.errorsOf(resource), settings.images, {
    attestations: () => attestations.items(),
    exceptions: () => exceptionItems(sources, settings, pods, waivers.claims),
  })
  const placing = new Placing(settings.targets, sources.isSubject)
  const builtIn = new BuiltInWaivers(model, settings.locks.unwaivable)
  const attestations = new Attestations(settings.attestations, settings.terms, settings.day)
  const pods = (subjects.get('pod') ?? []).filter(({ file }) => sources.isSubject(file))
  const waivers = waiversOf(sources, settings, pods)
  const accept = (judgement: Judgement) => builtIn.waive(waivers.waive(attestations.weigh(judgement)))
  const known = settings.baseline && new Known(settings.baseline, settings.locks.unwaivable)
  const assessment = assess(controls, { sources, subjects, placing, accept, known, targets: settings.targets.length })
  const levels = new PodSecurityLevels(podSecurityChecks(), settings)
  return toReport(assessment, settings, sources, placing, model, {
    podSecurity: settings.only ? undefined : levels.of(pods, assessment.tallies),
    known,
    attestations: attestations.results(),
    problems: waivers.problems(runOf(settings)),
  })
}
