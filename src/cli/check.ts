import { join, relative, sep } from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Settings } from '../config/settings.ts'
import { UserError } from '../errors.ts'
import { gate } from '../gate.ts'
import type { Tree } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import type { RenderContext } from '../report/context.ts'
import { fileOf, reporter } from '../report/formats.ts'
import { lineReader } from '../report/lines.ts'
import { embeddedTexts, model } from '../rules/embedded.ts'
import { openTree } from '../source/files.ts'
import { memoryTree } from '../source/memory.ts'
import { findRoot } from '../source/root.ts'
import type { Arguments } from './arguments.ts'
import type { Io } from './io.ts'
import { looks, save, writeOut } from './output.ts'
import { type CheckOptions, checkOptions } from './values.ts'

/** Judges, then writes; the exit code is settled before anything is written. */
export async function check(given: Arguments, io: Io): Promise<number> {
  const options = checkOptions(
    given,
    model.stages.map(({ id }) => id),
  )
  const { root, tree, paths } = await opened(options, io)
  const settings = await loadConfig(tree, options.config, { ...options, paths, date: () => day(options, io) })
  const report = gate(tree, settings)
  const code = exitCode(report, settings, options)
  await write(report, contextOf(root, tree, settings, given, io), given, options, io)
  return code
}

function exitCode({ verdict }: Report, settings: Settings, options: CheckOptions): number {
  if (verdict.passed || settings.mode === 'report') return 0
  if (verdict.outcome === 'nothing-scanned') return options.onNothingScanned === 'fail' ? 1 : 0
  return 1
}

async function opened(options: CheckOptions, io: Io): Promise<{ root: string; tree: Tree; paths: readonly string[] }> {
  if (options.stdin !== undefined) {
    return { root: io.cwd, tree: memoryTree({ [options.stdin]: await io.readStdin() }), paths: [] }
  }
  const { root, paths } = findRoot(options.paths, io.cwd)
  return { root, tree: openTree(root, paths), paths }
}

// Reproducible builds set SOURCE_DATE_EPOCH, in seconds.
function day(options: CheckOptions, io: Io): string {
  const epoch = io.env.SOURCE_DATE_EPOCH
  if (options.date !== undefined) return options.date
  if (!epoch) return io.today()
  const time = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (Number.isNaN(time.getTime())) throw new UserError(`SOURCE_DATE_EPOCH: ${JSON.stringify(epoch)} is not a number of seconds`)
  return time.toISOString().slice(0, 10)
}

function contextOf(root: string, tree: Tree, settings: Settings, given: Arguments, io: Io): RenderContext {
  const workspace = io.env.GITHUB_WORKSPACE
  const below = workspace ? relative(workspace, root).split(sep).join('/') : ''
  const wanted = [given.value('format'), ...given.values('formats', 'split')]
  // Only SARIF explains its rules.
  const texts = wanted.includes('sarif') ? embeddedTexts() : new Map()
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
