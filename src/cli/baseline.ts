import { join, relative, resolve, sep } from 'node:path'
import { BASELINE_FILE, oldBaseline, writeBaseline } from '../config/baseline.ts'
import { dayOf } from '../config/day.ts'
import { configFiles, loadConfig } from '../config/load.ts'
import type { BaselineEntry, Settings } from '../config/settings.ts'
import { UserError } from '../errors.ts'
import { gate } from '../gate.ts'
import { BASELINE, type Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { inLog, printable } from '../report/escape.ts'
import { count, verdictSentence } from '../report/words.ts'
import type { Arguments } from './arguments.ts'
import { fetcherOf } from './fetching.ts'
import type { Io } from './io.ts'
import { opened } from './opened.ts'

/** Writes the findings of today that nothing waives, so that they are debt from now on and never new. */
export async function baseline(given: Arguments, io: Io): Promise<number> {
  if (given.operands.includes('-')) throw new UserError('-: a baseline is made of files, not of standard input')
  const { root = io.cwd, tree, paths } = await opened({ stdin: undefined, paths: given.operands }, io)
  const place = { root, cwd: io.cwd, explicit: given.value('config'), fetch: fetcherOf(io) }
  const day = dayOf(undefined, io.env, () => io.now())
  const configured = await loadConfig(tree, place, { paths, exclude: given.values('exclude'), baseline: 'anew', day })
  const old = configured.baseline ?? (await oldBaseline(BASELINE_FILE, configFiles(tree, place)))
  const settings = { ...configured, baseline: old }
  const report = gate(tree, settings)
  if (report.verdict.outcome === 'nothing-scanned') throw new UserError(`${verdictSentence(report)}; no baseline is written`)
  const output = given.value('output')
  const file = output === undefined ? join(root, old.file) : resolve(io.cwd, output)
  const found = entriesOf(report, old.entries, settings)
  const failure = io.writeFile(file, writeBaseline(found.entries))
  if (failure !== undefined) throw new UserError(`${output ?? old.file}: the baseline cannot be written (${failure})`)
  const path = printable(relative(root, file).split(sep).join('/'))
  // A configuration names files below the root only.
  const advice =
    path.startsWith('../') || configured.baseline?.file === path
      ? ''
      : `\nWrite this into .maturity-gate.yaml, so that it counts:\n\nbaseline: ${path}\n`
  await io.stdout.write(inLog(`${path}: ${said(found, report)}\n${advice}`))
  return 0
}

interface Entries {
  readonly entries: readonly BaselineEntry[]
  /** Findings of rules that may not be waived. */
  readonly held: number
  readonly added: number
}

function entriesOf({ findings, baseline }: Report, old: readonly BaselineEntry[], { locks }: Settings): Entries {
  const open = findings.filter(({ waived }) => waived === undefined)
  const added = open.filter(({ rule }) => !locks.unwaivable.includes(rule))
  const known = findings.filter(({ waived }) => waived?.by === BASELINE)
  const today = [...known, ...added].map(toEntry)
  // What was not judged this time, since it lies elsewhere, stays.
  const settled = new Set([...today, ...(baseline?.fixed ?? [])].map(({ fingerprint }) => fingerprint))
  const kept = old.filter(({ rule, fingerprint }) => !settled.has(fingerprint) && !locks.unwaivable.includes(rule))
  return { entries: [...kept, ...today], held: open.length - added.length, added: added.length }
}

function toEntry({ rule, file, resource, container = '', fingerprint }: Finding): BaselineEntry {
  const path = resource && [resource.namespace, resource.name].filter(Boolean).join('/')
  return { rule, file, resource: resource ? `${resource.kind} ${path}` : '', container, fingerprint: String(fingerprint) }
}

function said({ entries, added, held }: Entries, { baseline }: Report): string {
  const fixed = baseline?.fixed.length ?? 0
  const facts = [count(entries.length, 'finding'), `${added} new`, ...(fixed > 0 ? [`${fixed} fixed and dropped`] : [])]
  return `${facts.join(', ')}${held > 0 ? `; ${count(held, 'finding')} of rules that may not be waived left out` : ''}`
}
