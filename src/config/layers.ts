import { type Mistake, UserError } from '../errors.ts'
import type { FetchFile, RemoteFile } from '../model/remote.ts'
import { type PlacedYaml, parsePlaced } from '../source/yaml/placed.ts'
import { shapeMistakes } from './check.ts'
import { nameOf, type Reference, toReference } from './reference.ts'
import type { Config } from './schema.ts'
import type { ConfigText } from './settings.ts'

/** Where further files of a configuration come from. */
export interface ConfigFiles {
  /** A file of the repository by its path from the root. Throws, or rejects with, a UserError in plain words. */
  read(path: string): string | Promise<string>
  /** Undefined where nobody may be asked, without a token. */
  readonly fetch?: FetchFile | undefined
}

/** One file of a configuration. */
export interface Layer {
  readonly yaml: PlacedYaml
  /** Undefined where it has mistakes. */
  readonly config: Config | undefined
  /** It was fetched at a commit: no change of this repository can edit it. */
  readonly pinned: boolean
  /** Index of the first layer that it extends; its own where it extends none. */
  readonly first: number
}

export interface Layers {
  /** What is extended comes before what extends it: the last one that says something wins. */
  readonly layers: readonly Layer[]
  readonly mistakes: readonly Mistake[]
}

const DEEPEST = 5
const MOST = 20

/** Reads a configuration and all that it extends, each file once. */
export async function readLayers(own: ConfigText, files: ConfigFiles): Promise<Layers> {
  const reading = new Reading(files)
  await reading.add(own, undefined, [own.file])
  return reading
}

class Reading implements Layers {
  readonly layers: Layer[] = []
  readonly mistakes: Mistake[] = []
  readonly #files: ConfigFiles
  readonly #read = new Set<string>()

  constructor(files: ConfigFiles) {
    this.#files = files
  }

  async add({ file, text }: ConfigText, home: RemoteFile | undefined, chain: readonly string[]): Promise<void> {
    this.#read.add(file)
    const yaml = parsePlaced(text, file)
    const { config, mistakes } = shapeMistakes(yaml)
    this.mistakes.push(...mistakes)
    const first = this.layers.length
    for (const { written, path } of extended(yaml)) {
      const wrong = await this.#follow(toReference(written), home, chain)
      if (wrong !== undefined) this.mistakes.push({ ...yaml.place(path), message: `extends: ${written}: ${wrong}` })
    }
    this.layers.push({ yaml, config, pinned: home !== undefined, first })
  }

  /** Answers with what is wrong. */
  async #follow(reference: Reference, home: RemoteFile | undefined, chain: readonly string[]): Promise<string | undefined> {
    if ('wrong' in reference) return reference.wrong
    // A path in a fetched file is one of the same repository at the same commit.
    const remote = 'remote' in reference ? reference.remote : home && { ...home, path: reference.path }
    const file = remote ? nameOf(remote) : 'path' in reference ? reference.path : ''
    if (chain.includes(file)) return `extends itself: ${[...chain.slice(chain.indexOf(file)), file].join(' → ')}`
    if (this.#read.has(file)) return undefined
    if (chain.length > DEEPEST) return `more than ${DEEPEST} files extend one another`
    if (this.#read.size >= MOST) return `a configuration has ${MOST} files at most`
    try {
      const text = await (remote ? this.#fetch(remote) : this.#files.read(file))
      await this.add({ file, text }, remote, [...chain, file])
      return undefined
    } catch (error) {
      if (error instanceof UserError) return error.message
      throw error
    }
  }

  async #fetch(remote: RemoteFile): Promise<string> {
    const { fetch } = this.#files
    if (!fetch) throw new UserError('cannot be fetched without a token: set GITHUB_TOKEN, or the input token')
    try {
      return await fetch(remote)
    } catch (error) {
      throw new UserError(`cannot be fetched: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/** What a file itself extends, as it is written. */
export function extended({ value }: PlacedYaml): { written: string; path: (string | number)[] }[] {
  const named = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).extends : undefined
  if (typeof named === 'string') return [{ written: named.trim(), path: ['extends'] }]
  if (!Array.isArray(named)) return []
  return named.flatMap((one: unknown, index) => (typeof one === 'string' ? [{ written: one.trim(), path: ['extends', index] }] : []))
}
