import type { Origin } from '../../model/origin.ts'
import type { Source, Span } from '../../model/position.ts'
import { ALIAS, MAPPING, type Mapping, type Node, SCALAR, SEQUENCE } from './node.ts'
import { keyName, type Schema } from './scalar.ts'

/** What all origins of one document share. */
export interface Ground {
  readonly source: Source
  readonly schema: Schema
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
  for (const [at, candidate] of node.keys.entries()) {
    const merged = isMerge(candidate) ? mergedOrigin(ground, candidate, node.values[at] as Node, name, 0) : undefined
    if (merged) return merged
  }
  return undefined
}

function mergedOrigin(ground: Ground, key: Node, value: Node, name: string, depth: number): Origin | undefined {
  if (depth > 20) return undefined
  if (value.type === MAPPING) return memberOrigin(ground, value, name)
  if (value.type === ALIAS) {
    const found = value.target?.type === MAPPING ? memberOrigin(ground, value.target, name) : undefined
    return found && new UsedOrigin({ start: value.start, end: value.end }, { start: key.start, end: key.end }, found)
  }
  if (value.type !== SEQUENCE) return undefined
  for (const item of value.items) {
    const found = mergedOrigin(ground, key, item, name, depth + 1)
    if (found) return found
  }
  return undefined
}
