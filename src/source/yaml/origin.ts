import type { Origin } from '../../model/origin.ts'
import type { Source, Span } from '../../model/position.ts'
import { ALIAS, MAPPING, type Mapping, type Node, SCALAR, SEQUENCE } from './node.ts'
import { keyName, type Schema } from './scalar.ts'

/** What all origins of one document share. */
export interface Ground {
  readonly source: Source
  readonly schema: Schema
  /** How many values aliases may stand for, in this document and in the whole file. */
  readonly aliases: { readonly left: number; readonly most: number }
  /** In a template: what has to hold for that which stands at an offset, given that the document is printed. */
  condition?(offset: number): string | undefined
}

/** The place of a node as written; members are found when they are asked for. */
class WrittenOrigin implements Origin {
  readonly #ground: Ground
  readonly #node: Node
  readonly #keyStart: number
  readonly #keyEnd: number

  constructor(ground: Ground, node: Node, keyStart: number, keyEnd: number) {
    this.#ground = ground
    this.#node = node
    this.#keyStart = keyStart
    this.#keyEnd = keyEnd
  }

  get source(): Source {
    return this.#ground.source
  }

  get span(): Span {
    return { start: this.#node.start, end: this.#node.end }
  }

  get key(): Span {
    return { start: this.#keyStart, end: this.#keyEnd }
  }

  get anchor(): undefined {
    return undefined
  }

  get condition(): string | undefined {
    return this.#ground.condition?.(this.#keyStart)
  }

  child(key: string | number): Origin | undefined {
    const node = this.#node
    if (node.type === SEQUENCE) {
      const item = typeof key === 'number' ? node.items[key] : undefined
      return item && itemOrigin(this.#ground, item, node.dashes[key as number])
    }
    if (node.type !== MAPPING || typeof key !== 'string') return undefined
    return memberOrigin(this.#ground, node, key)
  }

  keys(): readonly string[] {
    return this.#node.type === MAPPING ? namesOf(this.#node, this.#ground.schema) : []
  }
}

/** What is reached through an alias or a merge key: stands at the use, with what is written there as anchor. */
class UsedOrigin implements Origin {
  readonly source: Source
  readonly span: Span
  readonly key: Span
  readonly anchor: Origin

  constructor(span: Span, key: Span, anchor: Origin) {
    this.source = anchor.source
    this.span = span
    this.key = key
    this.anchor = anchor
  }

  child(key: string | number): Origin | undefined {
    const child = this.anchor.child(key)
    return child && new UsedOrigin(this.span, this.key, child)
  }

  keys(): readonly string[] {
    return this.anchor.keys?.() ?? []
  }
}

export function itemOrigin(ground: Ground, item: Node, dash: number | undefined): Origin {
  return dash === undefined ? originAt(ground, item, item.start, item.end) : originAt(ground, item, dash, dash + 1)
}

/** The origin of `node`, which stands at that key; through its alias where it is one. */
export function originAt(ground: Ground, node: Node, keyStart: number, keyEnd: number): Origin {
  if (node.type !== ALIAS || !node.target) return new WrittenOrigin(ground, node, keyStart, keyEnd)
  const { target } = node
  const anchor = new WrittenOrigin(ground, target, target.start, target.end)
  return new UsedOrigin({ start: node.start, end: node.end }, { start: keyStart, end: keyEnd }, anchor)
}

/** The names of a mapping's keys as the schema reads them; '' with no meaning where a key is no scalar. */
export function namesOf(node: Mapping, schema: Schema): readonly string[] {
  node.names ??= node.keys.map((key) => nameOf(key, schema))
  return node.names
}

function nameOf(key: Node, schema: Schema): string {
  const scalar = key.type === ALIAS ? key.target : key
  return scalar?.type === SCALAR ? keyName(scalar, schema) : ''
}

export function isMerge(key: Node): boolean {
  return key.type === SCALAR && key.plain && key.text === '<<'
}

/** From so many keys on an index costs less than looking through them for each. */
const WIDE = 64
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** Of equal keys the last counts: where it stands, or -1. */
export function lastOf(names: readonly string[], name: string): number {
  if (names.length < WIDE) return names.lastIndexOf(name)
  let index = indexes.get(names)
  if (!index) {
    index = new Map(names.map((one, at) => [one, at]))
    indexes.set(names, index)
  }
  return index.get(name) ?? -1
}

// The last of equal keys is the one that counts; what a mapping writes itself wins over what it merges.
function memberOrigin(ground: Ground, node: Mapping, name: string): Origin | undefined {
  const index = lastOf(namesOf(node, ground.schema), name)
  const key = node.keys[index]
  const value = node.values[index]
  if (key && value && !isMerge(key)) return originAt(ground, value, key.start, key.end)
  return mergedMembers(ground, node).get(name)
}

/** What a tree of merge keys may be looked through for; no document of which more is to be seen is read. */
const MOST_SEEN = 1_000_000
const DEEPEST = 100
const NONE: ReadonlyMap<string, Origin> = new Map()
const merged = new WeakMap<Mapping, ReadonlyMap<string, Origin>>()

/** Where what a mapping merges is written, by name: looked through once, since each of its members is asked for. */
function mergedMembers(ground: Ground, node: Mapping): ReadonlyMap<string, Origin> {
  let members = merged.get(node)
  if (!members) {
    members = node.keys.some(isMerge) ? new Merging(ground).of(node) : NONE
    merged.set(node, members)
  }
  return members
}

type Through = (origin: Origin) => Origin

class Merging {
  readonly #ground: Ground
  readonly #found = new Map<string, Origin>()
  #left = MOST_SEEN

  constructor(ground: Ground) {
    this.#ground = ground
  }

  of(node: Mapping): ReadonlyMap<string, Origin> {
    this.#merges(node, (origin) => origin, 0)
    return this.#found
  }

  #merges(node: Mapping, through: Through, depth: number): void {
    for (const [at, key] of node.keys.entries()) if (isMerge(key)) this.#merge(key, node.values[at] as Node, through, depth)
  }

  #merge(key: Node, value: Node, through: Through, depth: number): void {
    if (depth > DEEPEST || --this.#left < 0) return
    if (value.type === MAPPING) this.#members(value, through, depth)
    else if (value.type === SEQUENCE) for (const item of value.items) this.#merge(key, item, through, depth + 1)
    else if (value.type === ALIAS && value.target?.type === MAPPING) {
      const [span, at] = [spanOf(value), spanOf(key)]
      this.#members(value.target, (origin) => through(new UsedOrigin(span, at, origin)), depth)
    }
  }

  // What comes first counts, and what a mapping writes itself before what it merges.
  #members(node: Mapping, through: Through, depth: number): void {
    const names = namesOf(node, this.#ground.schema)
    this.#left -= names.length
    if (this.#left < 0) return
    for (const [index, name] of names.entries()) {
      const key = node.keys[index] as Node
      if (isMerge(key) || this.#found.has(name) || lastOf(names, name) !== index) continue
      this.#found.set(name, through(originAt(this.#ground, node.values[index] as Node, key.start, key.end)))
    }
    this.#merges(node, through, depth + 1)
  }
}

function spanOf({ start, end }: Node): Span {
  return { start, end }
}
