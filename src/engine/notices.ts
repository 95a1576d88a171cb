import type { Settings } from '../config/settings.ts'
import type { Report } from '../model/report.ts'
import type { Sources } from '../model/sources.ts'
import type { Assessment } from './assess.ts'
import type { Placing } from './placing.ts'
import type { Known } from './waivers/baseline.ts'

const NAMED = 3

/** What whoever reads the report should know beside the findings, in sentences. */
export function noticesOf({ notices }: Settings, { tallies }: Assessment, placing: Placing): Report['notices'] {
  const files = placing.outside()
  if (files.length === 0) return notices.length === 0 ? undefined : notices
  const findings = tallies.reduce((sum, { outside }) => sum + outside, 0)
  const named = [...files.slice(0, NAMED), ...(files.length > NAMED ? [`${files.length - NAMED} more`] : [])].join(', ')
  const lie = files.length === 1 ? 'file lies' : 'files lie'
  return [
    ...notices,
    `${files.length} ${lie} in no target, and ${findings === 1 ? '1 finding' : `${findings} findings`} there count for none: ${named}.`,
  ]
}

/** How many findings the baseline knows, and which of them are fixed; undefined where there is no baseline. */
export function baselineOf(
  { baseline, rules }: Settings,
  known: Known | undefined,
  placing: Placing,
  { faults, problems }: Sources,
): Report['baseline'] {
  if (!baseline || !known) return undefined
  const judged = new Set(rules.filter(({ off }) => !off).map(({ rule }) => rule.id))
  // What could not be read is not fixed.
  const broken = new Set([...faults, ...problems].map(({ file }) => file))
  const fixed = known.fixed(({ rule, file }) => judged.has(rule) && !broken.has(file) && placing.targetsOf(file).length > 0)
  return {
    file: baseline.file,
    known: baseline.entries.length,
    fixed: fixed.map(({ rule, file, fingerprint }) => ({ rule, file, fingerprint })),
  }
}
