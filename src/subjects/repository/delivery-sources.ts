import { posix } from 'node:path'
import type { Resource } from '../../model/document.ts'
import type { Sources } from '../../model/sources.ts'
import { pushTo } from '../related/selector-index.ts'
import { at, itemsAt, mappingAt, textAt } from '../values.ts'

/** A folder of some repository that an object of Argo CD or Flux delivers. */
export interface Delivery {
  readonly by: Resource
  /** What it is delivered from, as Argo CD or Flux have it. */
  readonly source: unknown
  /** As written; undefined where a generator or a template decides it. */
  readonly path: string | undefined
  /** The folder here that the path names. */
  readonly folder: string | undefined
}

/** A delivery with the repository that it is from. */
interface Traced extends Delivery {
  /** `github.com/example/shop`, or the name of a GitRepository whose address the files do not tell. */
  readonly repository: string | undefined
  /** Where the path begins: `.`, or the folder of an example that shows a repository of its own. */
  readonly top: string | undefined
}

const known = new WeakMap<Sources, readonly Delivery[]>()

/**
 * What is delivered from this repository, as far as the files tell which one this is: the one that delivers the folder of an object which
 * delivers, else one all of whose folders are here. Where neither is so, it may be any.
 */
export function ownDeliveries(sources: Sources): readonly Delivery[] {
  let own = known.get(sources)
  if (!own) {
    own = ownAmong(deliveries(sources))
    known.set(sources, own)
  }
  return own
}

function ownAmong(all: readonly Traced[]): readonly Delivery[] {
  const holding = new Set(all.flatMap(({ by }) => ancestors(by.source.path)))
  const missing = new Set(
    all.filter(({ path, folder }) => path !== undefined && !isWhole(path) && !folder).map(({ repository }) => repository),
  )
  const tops = new Map<string | undefined, Traced[]>()
  for (const one of all) pushTo(tops, one.top, one)
  const own = new Map([...tops].map(([top, here]) => [top, repositoriesHere(here, holding, missing)]))
  return all.filter(({ repository, top }) => {
    const here = own.get(top)
    return repository === undefined || !here || here.size === 0 || here.has(repository)
  })
}

type Repositories = ReadonlySet<string | undefined>

function repositoriesHere(all: readonly Traced[], holding: ReadonlySet<string>, missing: Repositories): Repositories {
  const told = all.filter(({ repository, folder }) => repository !== undefined && folder !== undefined)
  const anchored = told.filter(({ folder = '' }) => holding.has(folder))
  const complete = told.filter(({ repository }) => !missing.has(repository))
  return new Set((anchored.length > 0 ? anchored : complete).map(({ repository }) => repository))
}

function deliveries(sources: Sources): readonly Traced[] {
  const folders = foldersOf(sources.files)
  const repositories = gitRepositories(sources.resources)
  return sources.resources.flatMap((by) => {
    if (by.patch) return []
    const made = (source: unknown, repository: string | undefined): Traced => {
      const path = written(textAt(source, 'path'))
      const top = path === undefined ? undefined : topHere(by.source.path, path, folders)
      return { by, source, path, folder: top === undefined ? undefined : posix.join(top, normal(path ?? '')), repository, top }
    }
    const spec = mappingAt(by.object, 'spec')
    if (by.kind === 'Kustomization' && by.group === 'kustomize.toolkit.fluxcd.io') return [made(spec, gitRepositoryOf(spec, repositories))]
    if (by.group !== 'argoproj.io') return []
    const application = mappingAt(spec, 'template', 'spec') ?? spec
    const all = [at(application, 'source'), ...itemsAt(application, 'sources')].filter((source) => source !== undefined)
    return all.map((source) => made(source, address(written(textAt(source, 'repoURL')))))
  })
}

function gitRepositories(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const own = resources.filter(({ kind, group }) => kind === 'GitRepository' && group === 'source.toolkit.fluxcd.io')
  return new Map(
    own.flatMap(({ name, object }) => {
      const url = address(written(textAt(object, 'spec', 'url')))
      return url === undefined ? [] : [[name, url]]
    }),
  )
}

// What else it may be, an artifact of a registry or a bucket, is made from anything.
function gitRepositoryOf(spec: unknown, repositories: ReadonlyMap<string, string>): string | undefined {
  const reference = mappingAt(spec, 'sourceRef')
  if (textAt(reference, 'kind') !== 'GitRepository') return undefined
  const name = written(textAt(reference, 'name'))
  return name === undefined ? undefined : (repositories.get(name) ?? `GitRepository ${name}`)
}

/** `git@github.com:example/shop.git` and `https://github.com/example/shop` are one. */
function address(url: string | undefined): string | undefined {
  return url
    ?.toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/:(?:\d+\/)?/, '/')
    .replace(/(?:\.git)?\/*$/, '')
}

/** A text that a person wrote: a generator's or template's expression says nothing here. */
export function written(text: string | undefined): string | undefined {
  return text === undefined || text === '' || /[{}$*]/.test(text) ? undefined : text
}

// Paths begin at the root of the repository that is delivered, which an example in a folder of this one shows with its own.
function topHere(file: string, path: string, folders: ReadonlySet<string>): string | undefined {
  if (isWhole(path)) return undefined
  const tops = ['.', ...ancestors(file).toReversed()]
  return tops.find((top) => folders.has(posix.join(top, normal(path))))
}

/** The root says nothing of which repository it is the root of. */
function isWhole(path: string): boolean {
  const relative = normal(path)
  return relative === '.' || relative.startsWith('..')
}

function normal(path: string): string {
  return posix.normalize(path.replace(/^(?:\.?\/)+/, '') || '.').replace(/\/$/, '')
}

/** The folders that a file lies in, the deepest first, without the root. */
function ancestors(file: string): readonly string[] {
  const found: string[] = []
  for (let folder = posix.dirname(file); folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) found.push(folder)
  return found
}

function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files)
    for (let folder = posix.dirname(file); !folders.has(folder) && folder !== '/'; folder = posix.dirname(folder)) folders.add(folder)
  return folders
}
