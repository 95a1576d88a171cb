import { posix } from 'node:path'
import type { CiContext, CiStep } from '../../model/ci.ts'
import { originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { globMatcher } from '../globs.ts'
import { entries, items, listOf, mapping, member, placeOf, text, texts } from '../values.ts'
import { runsOf } from './gitlab-rules.ts'
import { contextOf, documentsIn, fileAt, joined, type Reader, scriptLines, split, used } from './pipeline.ts'
import { isTrue } from './reader.ts'
import type { Script } from './script.ts'
import { setWithin } from './variables.ts'

/** .gitlab-ci.yml with the files of the repository that it includes. */
export function readGitlab(sources: Sources, reader: Reader): void {
  for (const path of ['.gitlab-ci.yml', '.gitlab-ci.yaml']) {
    if (sources.files.includes(path)) new Gitlab(sources, reader).pipeline(path, contextOf('gitlab', path, '', []), 0)
  }
}

const MOST_INCLUDES = 100
const DEEPEST = 10
const MOST_REFERENCES = 20_000
/** Keys at the top that are no jobs. */
const GLOBAL = /^(?:image|services|stages|types|before_script|after_script|variables|cache|include|workflow|default|spec|pages:deploy)$|^\./

/** A value with what it stands in. */
interface Found {
  readonly holder: unknown
  readonly key: string
}

class Gitlab {
  readonly #sources: Sources
  readonly #reader: Reader
  /** The file's own before what it includes: GitLab lets the including file win, key by key. */
  readonly #documents: unknown[] = []
  readonly #included = new Set<string>()
  readonly #found = new Map<string, Found | undefined>()
  /** Those of all jobs. */
  #variables: CiStep['env'] | undefined
  #references = 0

  constructor(sources: Sources, reader: Reader) {
    this.#sources = sources
    this.#reader = reader
  }

  pipeline(path: string, context: CiContext, depth: number): void {
    this.#read(path, context)
    const names = new Set(this.#documents.flatMap((document) => entries(document).map(([name]) => name)))
    for (const name of names) if (!GLOBAL.test(name)) this.#job(name, context, depth)
  }

  #read(path: string, context: CiContext): void {
    if (this.#included.has(path) || this.#included.size >= MOST_INCLUDES) return
    this.#included.add(path)
    const source = fileAt(this.#sources, path)
    for (const document of source ? documentsIn(source) : []) {
      this.#documents.push(document)
      this.#found.clear()
      const include = member(document, 'include')
      if (Array.isArray(include)) for (const index of include.keys()) this.#include(document, ['include', index], context)
      else if (include !== undefined) this.#include(document, ['include'], context)
    }
  }

  #include(document: unknown, path: readonly (string | number)[], context: CiContext): void {
    const include = member(document, ...path)
    const written = typeof include === 'string' ? include : text(include, 'local')
    if (runsOf(member(include, 'rules'), undefined, undefined).length === 0) return
    if (written !== undefined && !/^https?:/.test(written)) {
      this.#locals(written.replace(/^\/+/, ''), context)
      return
    }
    const use = usedFrom(include)
    if (!use || this.#isDisabled(use.uses)) return
    const job = { ...context, job: 'include', triggers: ['push'] }
    this.#reader.step(used(job, { ...use, with: texts(include, 'inputs') }), placeOf(document, ...path) ?? placeOf(document, 'include'))
  }

  #locals(written: string, context: CiContext): void {
    const normal = posix.normalize(written)
    const matches = /[*?]/.test(normal) ? globMatcher([normal], { anyDepth: false }) : undefined
    const paths = matches ? this.#sources.files.filter(matches).slice(0, MOST_INCLUDES) : [normal]
    for (const path of paths) if (!path.startsWith('..')) this.#read(path, context)
  }

  // GitLab's own templates are switched off by a variable, CONTAINER_SCANNING_DISABLED, or by rules of their job, container_scanning.
  #isDisabled(uses: string): boolean {
    const name = posix.basename(uses).replace(/(?:\.latest)?\.gitlab-ci\.yml$/i, '')
    const job = name.replaceAll('-', '_').toLowerCase()
    if (runsOf(this.#valueOf(job, 'rules'), text({ when: this.#valueOf(job, 'when') }, 'when'), undefined).length === 0) return true
    const variable = `${job.toUpperCase()}_DISABLED`
    return this.#documents.some((document) => /^(?:true|1)$/.test(String(member(document, 'variables', variable) ?? '')))
  }

  // Jobs may extend each other in as many ways as there are paths between them.
  #find(name: string, key: string, depth = 0): Found | undefined {
    if (depth > DEEPEST) return undefined
    const asked = JSON.stringify([name, key, depth])
    if (!this.#found.has(asked)) this.#found.set(asked, this.#lookedUp(name, key, depth))
    return this.#found.get(asked)
  }

  #lookedUp(name: string, key: string, depth: number): Found | undefined {
    const own = this.#documents.map((document) => member(document, name)).filter(mapping)
    const holder = own.find((job) => member(job, key) !== undefined)
    if (holder !== undefined) return { holder, key }
    const bases = own.flatMap((job) => listOf(member(job, 'extends'))).toReversed()
    for (const base of bases) {
      const found = typeof base === 'string' ? this.#find(base, key, depth + 1) : undefined
      if (found) return found
    }
    return undefined
  }

  /** What a job has itself, by what it extends, or by default. */
  #held(name: string, key: string): Found | undefined {
    const global = this.#documents.find((document) => member(document, key) !== undefined)
    return this.#find(name, key) ?? this.#find('default', key) ?? (global === undefined ? undefined : { holder: global, key })
  }

  #valueOf(name: string, key: string): unknown {
    const found = this.#find(name, key)
    return found && member(found.holder, found.key)
  }

  #job(name: string, around: CiContext, depth: number): void {
    const triggers = runsOf(this.#valueOf(name, 'rules'), text({ when: this.#valueOf(name, 'when') }, 'when'), this.#valueOf(name, 'only'))
    if (triggers.length === 0) return
    const manual = triggers.every((trigger) => trigger === 'workflow_dispatch')
    const tolerated = isTrue({ allowed: this.#valueOf(name, 'allow_failure') }, 'allowed')
    const tokens =
      this.#valueOf(name, 'id_tokens') ?? this.#documents.map((document) => member(document, 'default', 'id_tokens')).find(mapping)
    const context: CiContext = {
      ...around,
      job: name,
      triggers: around.triggers.length > 0 ? around.triggers : triggers,
      blocking: around.blocking && !tolerated && !manual,
      permissions: tokens === undefined ? {} : { 'id-token': 'write' },
    }
    this.#variables ??= Object.assign({}, ...this.#documents.map((document) => texts(document, 'variables')))
    const env = setWithin(this.#variables ?? {}, texts(this.#valueOf(name, 'variables')))
    this.#image(name, context, env)
    this.#artifacts(name, context, env)
    this.#trigger(name, context, depth)
    const run = [...this.#scripts(this.#held(name, 'before_script')), ...this.#scripts(this.#find(name, 'script'))]
    this.#run(run, context, env)
    // What fails afterwards does not fail the job.
    this.#run(this.#scripts(this.#held(name, 'after_script')), { ...context, blocking: false }, env)
  }

  #run(scripts: readonly Script[], context: CiContext, env: CiStep['env']): void {
    for (const source of new Set(scripts.map((script) => script.source))) {
      const script = joined(scripts.filter((one) => one.source === source))
      if (script) this.#reader.script(script, context, env)
    }
  }

  #image(name: string, context: CiContext, env: CiStep['env']): void {
    const found = this.#held(name, 'image')
    const image = found && (text(found.holder, 'image') ?? text(found.holder, 'image', 'name'))
    if (found && image !== undefined) this.#reader.step(used(context, { ...split(image), env }), placeOf(found.holder, 'image'))
  }

  #artifacts(name: string, context: CiContext, env: CiStep['env']): void {
    const found = this.#find(name, 'artifacts')
    if (!found) return
    const kept = member(found.holder, 'artifacts')
    const reports = entries(kept, 'reports').map(([kind]) => kind)
    const paths = items(kept, 'paths').filter((path) => typeof path === 'string')
    const inputs = { ...texts(kept), reports: reports.join(' '), path: paths.join(' ') }
    this.#reader.step(used(context, { uses: 'artifacts', with: inputs, env }), placeOf(found.holder, 'artifacts'))
  }

  #trigger(name: string, context: CiContext, depth: number): void {
    const trigger = this.#valueOf(name, 'trigger')
    for (const include of listOf(member(trigger, 'include'))) {
      const path = typeof include === 'string' ? include : text(include, 'local')
      if (path === undefined || depth >= 3) continue
      const via = [...context.via, `child pipeline ${path}`]
      new Gitlab(this.#sources, this.#reader).pipeline(posix.normalize(path.replace(/^\/+/, '')), { ...context, via }, depth + 1)
    }
  }

  /** Lines, lists of them, and `!reference [job, key]`. */
  #scripts(found: Found | undefined, depth = 0): Script[] {
    if (!found || depth > DEEPEST) return []
    const value = member(found.holder, found.key)
    if (!Array.isArray(value)) return scriptLines(found.holder, found.key)
    const reference = referenceOf(value)
    // Each list may refer to another many times.
    if (reference && ++this.#references > MOST_REFERENCES) return []
    if (reference) return this.#scripts(this.#find(reference.holder, reference.key), depth + 1)
    return value.flatMap((item, index) => {
      if (!Array.isArray(item)) return scriptLines(value, index)
      return this.#scripts({ holder: { item }, key: 'item' }, depth + 1)
    })
  }
}

// The reader drops tags: the text before the list tells.
function referenceOf(list: readonly unknown[]): { readonly holder: string; readonly key: string } | undefined {
  const origin = originOf(list)
  const [holder, key] = list
  if (!origin || typeof holder !== 'string' || typeof key !== 'string' || list.length !== 2) return undefined
  const before = origin.source.text.slice(Math.max(0, origin.span.start - 12), origin.span.start + 11)
  return before.includes('!reference') ? { holder, key } : undefined
}

/** What an include takes from elsewhere: a template of GitLab's, a component, a file of another project, an address. */
function usedFrom(include: unknown): { readonly uses: string; readonly ref: string } | undefined {
  const template = text(include, 'template')
  if (template !== undefined) return { uses: template, ref: '' }
  const component = text(include, 'component')
  if (component !== undefined) return split(component.replace(/^(?:\$\w+|[\w-]+(?:\.[\w-]+)+)\//, ''), /@/)
  const remote = typeof include === 'string' ? include : text(include, 'remote')
  if (remote !== undefined) return { uses: remote, ref: '' }
  const project = text(include, 'project')
  const [file] = listOf(member(include, 'file'))
  if (project === undefined) return undefined
  return { uses: typeof file === 'string' ? `${project}/${file.replace(/^\/+/, '')}` : project, ref: text(include, 'ref') ?? '' }
}
