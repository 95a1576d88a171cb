import type { Judgement } from '../model/finding.ts'
import type { CompiledRule } from '../model/rule.ts'
import type { ScannedFile, Sources } from '../model/sources.ts'
import type { Subject } from '../model/subject.ts'
import { plain } from './plain.ts'

/** Decided by the parsers and not by an expression: its subjects are files, broken ones too. */
export const MANIFEST_PARSES = 'manifest-parses'

/**
 * What reading the files says of a rule: `manifest-parses` is judged by its faults alone, and what could not be judged at all is a
 * failing subject of the rule that the problem names. A problem is reported as such, so it has no offence of its own.
 */
export function judgeReading(rule: CompiledRule, sources: Sources): readonly Judgement[] {
  const problems = new Set(sources.problems.filter((problem) => problem.rule === rule.rule.id).map((problem) => problem.file))
  const read = rule.rule.id === MANIFEST_PARSES ? sources.manifests.filter(({ source }) => !problems.has(source.path)) : []
  const judged = read.map((file) => judgeFile(rule, file))
  for (const file of problems) judged.push({ rule, subject: fileSubject(file), answer: 'fail', offences: [], evidence: [] })
  return judged
}

function judgeFile(rule: CompiledRule, { source, faults }: ScannedFile): Judgement {
  const offences = faults
    .filter((fault) => fault.answer === 'fail')
    .map(({ answer: _, message, ...place }) => ({
      ...place,
      message: plain(message, 500),
      related: [],
      path: '',
      identity: plain(message, 500),
    }))
  const open = faults.find((fault) => fault.answer === 'unknown')
  const unknown = open && { ...open, reason: plain(open.message, 500) }
  const answer = offences.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass'
  return { rule, subject: fileSubject(source.path), answer, offences, unknown, evidence: [] }
}

function fileSubject(file: string): Subject {
  return {
    scope: 'repository',
    origin: undefined,
    file,
    resource: undefined,
    container: undefined,
    workload: undefined,
    label: plain(file, 200),
    value: undefined,
    variables: {},
    variant: 'file',
    group: undefined,
  }
}
