import { join, relative, sep } from 'node:path'
import { dayOf } from '../config/day.ts'
import { exitCode } from '../config/exit.ts'
import { loadConfig, withoutConfig } from '../config/load.ts'
import type { Settings } from '../config/settings.ts'
import { gate } from '../gate.ts'
import type { Report } from '../model/report.ts'
import type { RenderContext } from '../report/context.ts'
import { fileOf, reporter } from '../report/formats.ts'
import { lineReader } from '../report/lines.ts'
import { embeddedTexts, model } from '../rules/embedded.ts'
import type { Arguments } from './arguments.ts'
import { fetcherOf } from './fetching.ts'
import type { Io } from './io.ts'
import type { Opened } from './opened.ts'
import { looks, save, writeOut } from './output.ts'
import { type CheckOptions, checkOptions } from './values.ts'

/** Judges, then writes; the exit code is settled before anything is written. */
export async function check(given: Arguments, io: Io, opened: () => Promise<Opened>): Promise<number> {
  const options = checkOptions(
    given,
    model.stages.map(({ id }) => id),
  )
  const open = await opened()
  const settings = await settingsOf(open, options, io)
  const report = gate(open.tree, settings)
  const code = exitCode(report.verdict, settings.mode, options.onNothingScanned)
  io.judged(report.controls.flatMap(({ id, status }) => (status === 'not-applicable' ? [] : id)))
  await write(report, contextOf(open, settings, given, io), given, options, io)
  return code
}

async function settingsOf({ root, tree, paths }: Opened, options: CheckOptions, io: Io): Promise<Settings> {
  const inputs = { ...options, paths, day: dayOf(options.date, io.env, () => io.now()) }
  if (root === undefined && options.config === undefined) return withoutConfig(tree, inputs)
  return loadConfig(tree, { root: root ?? io.cwd, cwd: io.cwd, explicit: options.config, fetch: fetcherOf(io) }, inputs)
}

function contextOf({ root, tree }: Opened, settings: Settings, given: Arguments, io: Io): RenderContext {
  const workspace = io.env.GITHUB_WORKSPACE
  const below = workspace && root !== undefined ? relative(workspace, root).split(sep).join('/') : ''
  const wanted = [given.value('format'), ...given.values('formats', 'split')]
  // Only SARIF explains its rules.
  const texts = wanted.includes('sarif') ? new Map([...embeddedTexts(), ...settings.texts]) : settings.texts
  return {
    rules: new Map(settings.rules.map(({ rule }) => [rule.id, { rule, text: texts.get(rule.id) }])),
    line: lineReader(tree),
    ...looks(given, io),
    base: below.startsWith('..') ? '' : below,
    name: 'maturity-gate',
    only: settings.only,
    enforce: settings.mode === 'enforce',
  }
}

async function write(report: Report, context: RenderContext, given: Arguments, options: CheckOptions, io: Io): Promise<void> {
  if (report.verdict.outcome === 'nothing-scanned' && options.onNothingScanned === 'warn') {
    await io.stderr.write('maturity-gate: warning: nothing to judge was found\n')
  }
  for (const format of options.reportDir === undefined ? [] : new Set(options.formats)) {
    const render = await reporter(format)
    await save(join(options.reportDir ?? '', fileOf(format)), render(report, { ...context, color: false }), io)
  }
  const render = await reporter(options.format)
  await writeOut(given, io, render(report, context))
}
