import type { RuleNames } from '../names.ts'
import { toReference } from '../reference.ts'
import type { BaselineEntry } from '../settings.ts'
import { loosenedFacts } from './facts.ts'
import { listOf, narrowed, numberOf, type Plain, shortened, stageOf, textsOf } from './loosening.ts'
import { loosenedRules } from './rules.ts'
import { loosenedTargets } from './targets.ts'

/** A configuration before or after a change, with all that it extends, and its baseline. */
export interface Side {
  readonly config: Plain
  /** What the file itself extends. */
  readonly extended: readonly string[]
  readonly baseline: readonly BaselineEntry[]
}

const THRESHOLD = 80
/** Days for which debt may last where a configuration does not say. */
const LONGEST = 366

/** What a change of the configuration takes away from what the gate asks for, in sentences. [] where it takes nothing. */
export function loosened(base: Side, head: Side, names: RuleNames): readonly string[] {
  const [before, after] = [base.config, head.config]
  return [
    ...loosenedExtends(base.extended, head.extended),
    ...loosenedNumbers(before, after),
    ...loosenedFiles(before, after),
    ...loosenedFacts(before, after),
    ...loosenedTargets(before, after),
    ...loosenedRules(before, after, names),
    ...loosenedDebt(before, after),
    ...loosenedBaseline(base.baseline, head.baseline),
  ]
}

function loosenedExtends(before: readonly string[], after: readonly string[]): readonly string[] {
  const fileOf = (written: string) => {
    const reference = toReference(written)
    if ('remote' in reference) return `${reference.remote.owner}/${reference.remote.repo}/${reference.remote.path}`
    return 'path' in reference ? reference.path : written
  }
  const now = new Map(after.map((written) => [fileOf(written), written]))
  return before.flatMap((written) => {
    const file = fileOf(written)
    const same = now.get(file)
    if (same === undefined) return [`it does not extend ${file} any more`]
    // A path is followed into its file.
    return same === written || !written.includes('@')
      ? []
      : [`it extends ${file} at another commit, ${same.split('@').at(-1)} instead of ${written.split('@').at(-1)}`]
  })
}

function loosenedNumbers(before: Plain, after: Plain): readonly string[] {
  const said: string[] = []
  const [was, is] = [stageOf(before), stageOf(after)]
  if (was !== undefined && is === undefined) said.push(`required-stage is gone; it was ${was}`)
  if (was !== undefined && is !== undefined && is < was) said.push(`required-stage is ${is}; it was ${was}`)
  const [high, low] = [before, after].map((config) => numberOf(config.threshold) ?? THRESHOLD) as [number, number]
  if (low < high) said.push(`threshold is ${low}; it was ${high}`)
  if (after.mode === 'report' && before.mode !== 'report') said.push('mode is report: the job fails for no gap')
  for (const key of ['attestation-max-days', 'waiver-max-days']) {
    const [short, long] = [before, after].map((config) => numberOf(config[key]) ?? LONGEST) as [number, number]
    if (long > short) said.push(`${key} is ${long}; it was ${short}`)
  }
  if (after['waiver-expiry'] === 'optional' && before['waiver-expiry'] !== 'optional') said.push('waivers need no end any more')
  return said
}

function loosenedFiles(before: Plain, after: Plain): readonly string[] {
  const [excluded, excludes] = [textsOf(before.exclude), textsOf(after.exclude)]
  const [included, includes] = [textsOf(before.include), textsOf(after.include)]
  return [
    ...excludes.filter((glob) => !glob.startsWith('!') && !excluded.includes(glob)).map((glob) => `exclude leaves out ${shortened(glob)}`),
    ...excluded
      .filter((glob) => glob.startsWith('!') && !excludes.includes(glob))
      .map((glob) => `exclude does not take ${shortened(glob.slice(1))} back any more`),
    ...narrowed('include', included, includes),
  ]
}

function loosenedDebt(before: Plain, after: Plain): readonly string[] {
  const added = (key: string) => {
    const known = new Set(listOf(before[key]).map((one) => JSON.stringify(one)))
    return listOf(after[key]).filter((one) => !known.has(JSON.stringify(one)))
  }
  const field = (one: unknown, name: string) => (one as Plain | null)?.[name]
  const waivers = added('waivers').map((one) => {
    const where = [...textsOf(field(one, 'paths')), ...textsOf(field(one, 'resources')), ...textsOf(field(one, 'containers'))]
    const rule = shortened(String(field(one, 'rule') ?? field(one, 'control') ?? '?'))
    return `a waiver of ${rule} is new or changed${where.length === 0 ? '' : `: ${shortened(where.join(', '))}`}`
  })
  const attestations = added('attestations').map((one) => `an attestation of ${shortened(String(field(one, 'control')))} is new or changed`)
  const honoured = added('honour').map((one) => `the suppressions of ${shortened(String(one))} count as waivers`)
  return [...waivers, ...attestations, ...honoured]
}

function loosenedBaseline(before: readonly BaselineEntry[], after: readonly BaselineEntry[]): readonly string[] {
  const known = new Set(before.map(({ fingerprint }) => fingerprint))
  const added = after.filter(({ fingerprint }) => !known.has(fingerprint)).length
  return added === 0 ? [] : [`the baseline takes in ${added} more ${added === 1 ? 'finding' : 'findings'}`]
}
