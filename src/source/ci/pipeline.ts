import type { CiContext, CiStep } from '../../model/ci.ts'
import type { Origin } from '../../model/origin.ts'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { member } from '../values.ts'
import { parseYaml } from '../yaml/parse.ts'
import { lastAt, type Script, scriptOf } from './script.ts'

/** What every kind of pipeline has in common. */
export type ReadPipelines = (sources: Sources, reader: Reader) => void

/** Takes what pipelines do. */
export interface Reader {
  step(step: Omit<CiStep, 'label'>, origin: Origin | undefined): void
  script(script: Script, context: CiContext, env: CiStep['env']): void
  /** A tool that is named with its words and not called by a shell. */
  tool(tool: { name: string; arguments: readonly string[]; origin: Origin | undefined }, context: CiContext, env: CiStep['env']): void
}

const BIGGEST = 512 * 1024
const MOST_FILES = 200

/** Files whose paths match: found by name alone, and opened only then. */
export function pipelineFiles(sources: Sources, pattern: RegExp): readonly Source[] {
  const paths = sources.files.filter((path) => pattern.test(path) && sources.isEvidence(path)).slice(0, MOST_FILES)
  return paths.flatMap((path) => {
    const source = sources.sourceOf(path)
    return source && source.text.length <= BIGGEST ? [source] : []
  })
}

/** The documents of a pipeline's file. What does not parse is nothing: it is not for us to judge. */
export function documentsIn(source: Source): readonly unknown[] {
  return parseYaml(source, { templated: false, schema: 'core' }).documents.map(({ value }) => value)
}

export function fileAt(sources: Sources, path: string): Source | undefined {
  const source = sources.has(path) ? sources.sourceOf(path) : undefined
  return source && source.text.length <= BIGGEST ? source : undefined
}

export function contextOf(provider: string, pipeline: string, job: string, triggers: readonly string[]): CiContext {
  return { provider, pipeline, job, triggers, blocking: true, permissions: {}, via: [] }
}

/** A use of something ready-made by its name; what is not said is empty. */
export function used(context: CiContext, use: Partial<CiStep> & { readonly uses: string }): Omit<CiStep, 'label'> {
  return { name: '', ref: '', with: {}, env: {}, ...context, ...use, uses: use.uses.toLowerCase() }
}

/** `registry/name:tag` and `name@version` as what is used and which. */
export function split(reference: string, mark: RegExp = /@|:(?=[^/:]*$)/): { readonly uses: string; readonly ref: string } {
  // An image of Docker Hub is the same with its registry's name and without.
  const short = reference.replace(/^(?:index\.)?docker\.io\/(?:library\/)?(?=.)/, '')
  const at = mark.exec(short)?.index ?? short.length
  return { uses: short.slice(0, at), ref: short.slice(at).replace(/^[@:#]/, '') }
}

/** A text, or a list of them and of lists, as one script: they run one after the other in one shell. */
export function scriptLines(holder: unknown, key: string | number, folder = '.', depth = 0): Script[] {
  const value = member(holder, key)
  if (typeof value === 'string') {
    const script = scriptOf(holder, key, folder)
    return script ? [script] : []
  }
  if (!Array.isArray(value) || depth > 5) return []
  return value.flatMap((_, index) => scriptLines(value, index, folder, depth + 1))
}

export function joined(scripts: readonly Script[]): Script | undefined {
  const [first] = scripts
  if (!first || scripts.length === 1) return first
  const runs = scripts.filter(({ source }) => source === first.source)
  const starts: { from: number; script: Script }[] = []
  let text = ''
  for (const script of runs) {
    starts.push({ from: text.length, script })
    text += `${script.text}\n`
  }
  const at = (offset: number) => {
    const { from, script } = lastAt(starts, offset) ?? { from: 0, script: first }
    return script.at(offset - from)
  }
  return { ...first, text, at }
}

/** What only the running pipeline knows becomes one word that nobody knows; the text keeps its length, so that places hold. */
export function masked(script: Script, pattern: RegExp): Script {
  return { ...script, text: script.text.replace(pattern, (expression) => '$'.padEnd(expression.length, '_')) }
}

/** Words of a command that is written as a list, with what they are called by. */
export function wordsIn(...values: readonly unknown[]): string[] {
  return values
    .flatMap((value) => (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s+/) : []))
    .filter((word) => typeof word === 'string' && word !== '')
}
