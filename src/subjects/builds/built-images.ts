import { posix } from 'node:path'
import type { Dockerfile, Stage } from '../../model/dockerfile.ts'
import type { Sources } from '../../model/sources.ts'
import { type Fields, textAt } from '../values.ts'
import { type Build, collector } from './build.ts'
import { ambiguous, builtImage } from './facts.ts'
import { composeBuilds, newNames, skaffoldBuilds } from './from-documents.ts'
import { pipelineBuilds } from './from-pipelines.ts'
import { openPattern, put } from './open-names.ts'

/** What the configuration says an image is built from, by its name. */
export type NamedBuilds = ReadonlyMap<string, { readonly dockerfile: string; readonly target?: string | undefined }>

const NONE: readonly never[] = []
/** Open names are tried one after the other. */
const MOST_OPEN = 200

/** Which images of the cluster are built in this repository. Read when a container is first asked about. */
export class BuiltImages {
  readonly #sources: Sources
  readonly #named: NamedBuilds
  #index: Index | undefined

  constructor(sources: Sources, named: NamedBuilds) {
    this.#sources = sources
    this.#named = named
  }

  /** The build of an image that a manifest names, alone in a list; [] where nothing tells of one. */
  of(image: Fields, manifest: string): readonly Fields[] {
    const name = textAt(image, 'name')
    if (!name || this.#sources.dockerfiles.length === 0) return NONE
    this.#index ??= new Index(this.#sources, this.#named)
    const named = this.#index.builds(name)
    if (named.length === 0) return NONE
    const builds = nearest(named, textAt(image, 'tag') ?? '', manifest, this.#sources)
    const stages = new Map<Stage, Found>()
    for (const build of builds) {
      const found = this.#index.stage(build)
      if (found && !stages.has(found.stage)) stages.set(found.stage, found)
    }
    const [found] = stages.values()
    if (!found) return NONE
    if (stages.size > 1) return [ambiguous([...stages.values()].map(({ file, stage }) => pathOf(file, stage)))]
    return [builtImage(found.file, found.stage, found.build, this.#sources)]
  }
}

interface Found {
  readonly file: Dockerfile
  readonly stage: Stage
  readonly build: Build
}

function pathOf({ source, stages }: Dockerfile, stage: Stage): string {
  return stage === stages.at(-1) ? source.path : `${source.path} (stage ${stage.name || stage.index})`
}

class Index {
  readonly #files: ReadonlyMap<string, Dockerfile>
  readonly #byName = new Map<string, Build[]>()
  readonly #open: { readonly pattern: RegExp; readonly build: Build }[] = []
  readonly #newNames: ReadonlyMap<string, readonly string[]>
  readonly #found = new Map<string, readonly Build[]>()
  readonly #added = new Set<string>()

  constructor(sources: Sources, named: NamedBuilds) {
    this.#files = new Map(sources.dockerfiles.map((file) => [file.source.path, file]))
    this.#newNames = newNames(sources.documents)
    const found: Build[] = []
    const add = collector(sources, found)
    for (const [image, { dockerfile, target }] of named)
      add(image, { dockerfile, target: target?.toLowerCase(), file: '.', by: 'the configuration', rank: 0 })
    skaffoldBuilds(sources.documents, add)
    pipelineBuilds(sources, add)
    composeBuilds(sources, add)
    for (const build of found) this.#add(build)
  }

  #add(build: Build): void {
    const { name, tag, dockerfile, target, file, rank } = build
    const same = JSON.stringify([name, tag, dockerfile, target, posix.dirname(file), rank])
    if (this.#added.has(same)) return
    this.#added.add(same)
    const pattern = build.name.includes('\0') ? openPattern(build.name) : undefined
    if (pattern && this.#open.length < MOST_OPEN) this.#open.push({ pattern, build })
    if (build.name.includes('\0')) return
    const known = this.#byName.get(build.name)
    if (known) known.push(build)
    else this.#byName.set(build.name, [build])
  }

  /** By the name itself, else by one that a kustomization puts in its place. */
  builds(name: string): readonly Build[] {
    const own = this.#named(name)
    return own.length > 0 ? own : (this.#newNames.get(name) ?? NONE).flatMap((one) => this.#named(one))
  }

  #named(name: string): readonly Build[] {
    const known = this.#byName.get(name) ?? this.#found.get(name)
    if (known) return known
    const found = this.#open.flatMap(({ pattern, build }) => {
      const dockerfile = put(build.dockerfile, pattern.exec(name), build.name)
      return dockerfile !== undefined && this.#files.has(dockerfile) ? [{ ...build, dockerfile }] : []
    })
    this.#found.set(name, found)
    return found
  }

  stage(build: Build): Found | undefined {
    const file = this.#files.get(build.dockerfile)
    const target = build.target?.toLowerCase()
    const stage =
      target === undefined ? file?.stages.at(-1) : file?.stages.find(({ name, index }) => name === target || String(index) === target)
    return file && stage && { file, stage, build }
  }
}

// Of several builds of a name: those meant for clusters, those of the same tag, those beside the manifest.
function nearest(builds: readonly Build[], tag: string, manifest: string, sources: Sources): readonly Build[] {
  const reachable = builds.filter(({ file, rank }) => rank === 0 || sources.isEvidence(file) || below(manifest, posix.dirname(file)))
  const rank = reachable.reduce((least, build) => Math.min(least, build.rank), Number.POSITIVE_INFINITY)
  const ranked = reachable.filter((build) => build.rank === rank)
  const tagged = ranked.filter((build) => tag !== '' && build.tag === tag)
  const left = tagged.length > 0 ? tagged : ranked
  const depths = left.map(({ file }) => shared(file, manifest))
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0)
  return left.filter((_, index) => depths[index] === deepest)
}

// What an example builds is for the example's own manifests.
function below(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

/** How many folders two paths have in common. */
function shared(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')]
  let depth = 0
  while (depth < Math.min(a.length, b.length) - 1 && a[depth] === b[depth]) depth++
  return depth
}
