import { posix } from 'node:path'
import type { YamlDocument } from '../../model/document.ts'
import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import { mapping, member, type Plain, settled, text } from '../values.ts'
import { inherited, merge } from './merge.ts'
import { rebased } from './rebase.ts'

const DEEPEST = 16
/** A base of a thousand variables that a thousand services extend stands for a million of them. */
const MOST_INHERITED = 200_000

interface Parent {
  readonly document: YamlDocument
  readonly name: string
  /** Where `extends` is written. */
  readonly use: Origin
}

/** Services with what they extend, each merged once. */
export class ExtendedServices {
  readonly #byPath: ReadonlyMap<string, YamlDocument>
  readonly #known = new Map<string, Plain | undefined>()
  #left = MOST_INHERITED

  constructor(byPath: ReadonlyMap<string, YamlDocument>) {
    this.#byPath = byPath
  }

  /** Throws `Unsettled` for what compose refuses, or what is more than anybody writes. */
  of(document: YamlDocument, name: string): Plain | undefined {
    this.#followed(document, name)
    return this.#merged(document, name)
  }

  #merged(document: YamlDocument, name: string): Plain | undefined {
    const key = keyOf(document, name)
    if (!this.#known.has(key)) this.#known.set(key, this.#read(document, name))
    return this.#known.get(key)
  }

  #read(document: YamlDocument, name: string): Plain | undefined {
    const service = mapping(member(document.value, 'services', name))
    const parent = this.#parent(document, name)
    const base = parent && this.#merged(parent.document, parent.name)
    if (!service || !parent || !base) return service
    const size = sizeOf(base, this.#left + 1)
    if (size > this.#left) throw new Unsettled(`depends on what services inherit, more than ${MOST_INHERITED} values in all`, parent.use)
    this.#left -= size
    return merge(inherited(rebased(base, parent.document.source.path, document.source.path), parent.use), service) as Plain
  }

  #parent(document: YamlDocument, name: string): Parent | undefined {
    const service = member(document.value, 'services', name)
    const { base, file } = extension(service)
    const use = originOf(service)?.child('extends')
    const holder = file === undefined ? document : this.#byPath.get(besides(document, file))
    if (base === undefined || !use || !mapping(member(holder?.value, 'services', base))) return undefined
    return holder && (holder !== document || base !== name) ? { document: holder, name: base, use } : undefined
  }

  #followed(document: YamlDocument, name: string): void {
    const seen = new Set([keyOf(document, name)])
    for (let next = this.#parent(document, name); next; next = this.#parent(next.document, next.name)) {
      const key = keyOf(next.document, next.name)
      if (seen.has(key)) throw new Unsettled('depends on services that extend each other in a circle, which compose refuses', next.use)
      if (seen.size > DEEPEST) throw new Unsettled(`depends on more than ${DEEPEST} services that extend one another`, next.use)
      seen.add(key)
    }
  }
}

/** What a service extends: `extends: base`, `extends: { file: common.yaml, service: base }`. */
export function extension(service: unknown): { readonly base: string | undefined; readonly file: string | undefined } {
  const written = member(service, 'extends')
  return { base: typeof written === 'string' ? written : text(written, 'service'), file: text(written, 'file') }
}

export function besides({ source }: YamlDocument, file: string): string {
  return posix.join(posix.dirname(source.path), file)
}

function keyOf({ source }: YamlDocument, name: string): string {
  return `${source.path}\0${name}`
}

/** How many values it holds, counted no further than `most`. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null || most <= 1) return 1
  let size = 1
  for (const key of settled(() => Object.keys(value)) ?? []) {
    if (size >= most) break
    size += sizeOf(member(value, key), most - size)
  }
  return size
}
