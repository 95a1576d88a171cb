import { join } from 'node:path'
import { dayOf } from '../config/day.ts'
import { CONFIG_FILE, loadConfig } from '../config/load.ts'
import type { Settings, Target } from '../config/settings.ts'
import { UserError } from '../errors.ts'
import { gate } from '../gate.ts'
import type { Tree } from '../model/document.ts'
import { inLog, printable } from '../report/escape.ts'
import { verdictSentence } from '../report/words.ts'
import { model } from '../rules/embedded.ts'
import { overlay } from '../source/overlay.ts'
import { readSources } from '../source/read.ts'
import { isEvidence } from '../source/select.ts'
import type { Arguments } from './arguments.ts'
import type { Io } from './io.ts'
import { opened } from './opened.ts'
import { configuration, type Found, WORKFLOW } from './proposal.ts'

const WORKFLOW_FILE = '.github/workflows/maturity.yml'
/** Folders that hold services and are none themselves. */
const SHELVES: ReadonlySet<string> = new Set(['apps', 'cmd', 'components', 'images', 'packages', 'projects', 'services', 'src'])
/** More proposals than these nobody reads. */
const MOST = 10

/** Writes a configuration with which the gate passes today, and a workflow; changes no file that is there. */
export async function init(given: Arguments, io: Io): Promise<number> {
  const [path = '.', ...others] = given.operands
  if (path === '-' || others.length > 0) throw new UserError(`${others[0] ?? path}: init takes one folder`)
  const { root = io.cwd, tree: bare } = await opened({ stdin: undefined, paths: [path] }, io)
  refuse([CONFIG_FILE, WORKFLOW_FILE].filter((file) => io.exists(join(root, file))))
  // The workflow is judged too.
  const tree = overlay(bare, { [WORKFLOW_FILE]: WORKFLOW })
  const settings = await loadConfig(tree, { root }, { paths: [], exclude: [], day: dayOf(undefined, io.env, () => io.now()) })
  const report = gate(tree, settings)
  if (report.verdict.outcome === 'nothing-scanned') throw new UserError(`${verdictSentence(report)}; no configuration is written`)
  const { reachedStage: reached } = report.verdict
  const found = { reached, stages: model.stages, kubernetesVersion: settings.kubernetesVersion, ...foldersOf(tree, settings) }
  for (const [file, text] of Object.entries({ [CONFIG_FILE]: configuration(found), [WORKFLOW_FILE]: WORKFLOW })) {
    const failure = io.writeFile(join(root, file), text)
    if (failure !== undefined) throw new UserError(`${file}: cannot be written (${failure})`)
    await io.stdout.write(inLog(`${file}: ${file === WORKFLOW_FILE ? 'runs the gate on pull requests and on main' : said(reached)}\n`))
  }
  const next =
    reached === 5
      ? ''
      : `\nmaturity-gate shows the shortest way to stage ${reached + 1}; maturity-gate baseline writes down what is known today.\n`
  await io.stdout.write(inLog(next))
  return 0
}

function refuse(there: readonly string[]): void {
  if (there.length > 0) throw new UserError(there.map((file) => ({ file, message: 'there already, and init overwrites nothing' })))
}

function said(reached: number): string {
  return reached === 0 ? 'the gate reports, since no stage is reached yet' : `stage ${reached} is required, which is reached today`
}

function foldersOf(tree: Tree, settings: Settings): Pick<Found, 'services' | 'asides'> {
  const sources = readSources(tree, settings.selection)
  const judged = [...sources.dockerfiles, ...sources.compose, ...sources.resources].map(({ source }) => source.path)
  const subjects = [...new Set(judged)].filter((file) => sources.isSubject(file)).sort()
  const built = sources.dockerfiles.map(({ source }) => source.path).filter((file) => sources.isSubject(file) && isEvidence(file))
  const folders = [...new Set(built.flatMap(serviceOf))].sort().slice(0, MOST)
  return { services: folders.length < 2 ? [] : reaching(folders, tree, settings), asides: asidesOf(subjects) }
}

function serviceOf(file: string): readonly string[] {
  const [first, second, ...rest] = file.split('/')
  if (first === undefined || second === undefined || first.startsWith('.')) return []
  if (!SHELVES.has(first)) return [first]
  return rest.length > 0 ? [`${first}/${second}`] : []
}

function reaching(folders: readonly string[], tree: Tree, settings: Settings): Found['services'] {
  const targets = folders.map(
    (path): Target => ({ name: nameOf(path), paths: [path], requiredStage: null, threshold: settings.threshold, owner: null }),
  )
  const { targets: results } = gate(tree, { ...settings, targets })
  return folders.map((path, index) => ({ name: nameOf(path), path, reached: results[index]?.reachedStage ?? 0 }))
}

function nameOf(path: string): string {
  return printable(path.split('/').at(-1) ?? path)
}

function asidesOf(files: readonly string[]): readonly string[] {
  const folders = files
    .filter((file) => !isEvidence(file))
    .map((file) => {
      const parts = file.split('/')
      const length = parts.findIndex((_, index) => !isEvidence(`${parts.slice(0, index + 1).join('/')}/x`)) + 1
      return parts.slice(0, length).join('/')
    })
  return [...new Set(folders)].slice(0, MOST)
}
