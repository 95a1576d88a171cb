import { dayOf } from '../config/day.ts'
import { exitCode } from '../config/exit.ts'
import { loadConfig } from '../config/load.ts'
import { describe, UserError } from '../errors.ts'
import { gate } from '../gate.ts'
import { fileFetcher } from '../github/contents.ts'
import type { Report } from '../model/report.ts'
import { TOOL } from '../model/tool.ts'
import { verdictSentence } from '../report/words.ts'
import { model } from '../rules/embedded.ts'
import { openTree } from '../source/files.ts'
import { connectionOf } from './audience.ts'
import { findCheckout } from './checkout.ts'
import { type Inputs, readInputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import { tell } from './tell.ts'

const PLEA = `This is a fault of ${TOOL.name} ${TOOL.version}, not of your files. Please report it with the lines of the log.`

/** Judges the checkout, decides, and then tells. Never rejects: a mistake of the user is exit code 2, a fault of ours 3. */
export async function run(runner: Runner): Promise<void> {
  try {
    await judge(runner)
  } catch (error) {
    if (error instanceof UserError) runner.decide(2, error.mistakes.map(describe).join('\n'))
    else broken(error, runner)
  }
}

async function judge(runner: Runner): Promise<void> {
  const inputs = readInputs(
    (name) => runner.input(name),
    model.stages.map(({ id }) => id),
  )
  const { root, folder, paths, base } = findCheckout(inputs, runner)
  const tree = openTree(root, paths)
  const connection = connectionOf(inputs, runner)
  const place = { root, cwd: folder, explicit: inputs.config, fetch: connection && fileFetcher(connection) }
  const settings = await loadConfig(tree, place, { ...inputs, paths, day: dayOf(undefined, runner.env, () => runner.now()) })
  if (settings.requiredStage === null && settings.targets.every((target) => target.requiredStage === null)) {
    throw new UserError('input required-stage: neither it nor `required-stage` in the configuration says which stage is required')
  }
  const report = gate(tree, settings)
  runner.decide(exitCode(report.verdict, settings.mode, inputs.onNothingScanned), sentence(report, inputs, tree.files.length))
  if (report.verdict.outcome === 'nothing-scanned' && inputs.onNothingScanned === 'warn') {
    runner.annotate({ level: 'warning', title: inputs.name, message: sentence(report, inputs, tree.files.length) })
  }
  try {
    await tell({ report, tree, settings, inputs, base, place, connection }, runner)
  } catch (error) {
    // The verdict is out: not even a fault of ours may turn it.
    runner.print(`${stackOf(error)}\n${PLEA} The verdict stands.`)
  }
}

function sentence(report: Report, { name }: Inputs, files: number): string {
  const empty = files === 0 ? ' The workspace is empty: is there an actions/checkout step before this one?' : ''
  return `${name}: ${verdictSentence(report)}.${empty}`
}

function broken(error: unknown, runner: Runner): void {
  runner.decide(3, PLEA)
  runner.print(stackOf(error))
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
