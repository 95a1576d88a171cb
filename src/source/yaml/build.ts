import { type Origin, withOrigin } from '../../model/origin.ts'
import { ALIAS, type Alias, type Flaw, MAPPING, type Mapping, type Node, SCALAR, type Scalar, SEQUENCE, type Sequence } from './node.ts'
import { type Ground, isMerge, itemOrigin, lastOf, namesOf, originAt } from './origin.ts'
import { scalarValue } from './scalar.ts'

/** go-yaml allows 10,000 levels; no manifest has fifty, and what recurses over values stays well within the stack. */
const MAX_DEPTH = 200

/** Builds the plain value of a tree as the schema reads it, each object and list with its origin; null entries and items are left out. */
export class Builder {
  readonly flaws: Flaw[] = []
  protected readonly ground: Ground
  readonly #open = new Set<Node>()
  /** Values reached through aliases and merge keys. */
  aliased = 0

  constructor(ground: Ground) {
    this.ground = ground
  }

  root(node: Node): { value: unknown; origin: Origin } {
    const origin = originAt(this.ground, node, node.start, node.end)
    return { value: this.value(node, origin, 0), origin }
  }

  /** Undefined for null. */
  value(node: Node, origin: Origin, depth: number): unknown {
    if (this.#open.size > 0 && this.#overdrawn(node, 1)) return undefined
    switch (node.type) {
      case SCALAR:
        return this.#scalar(node)
      case ALIAS:
        return this.#alias(node, origin, depth)
      default:
        if (depth < MAX_DEPTH) return node.type === MAPPING ? this.mapping(node, origin, depth + 1) : this.sequence(node, origin, depth + 1)
        this.#flaw(node, `nested more than ${MAX_DEPTH} levels deep`)
        return undefined
    }
  }

  /** Whether too much was reached through aliases and merge keys; told once. */
  #overdrawn(node: Node, values: number): boolean {
    const { left, most } = this.ground.aliases
    const before = this.aliased
    this.aliased += values
    if (this.aliased > left && before <= left)
      this.#flaw(node, `aliases stand for more than ${most} values, too many for a file of this size`)
    return this.aliased > left
  }

  #scalar(node: Scalar): unknown {
    const value = scalarValue(node, this.ground.schema)
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.#flaw(node, `${node.text} cannot be written in JSON, so Kubernetes refuses it`)
      return undefined
    }
    if (value === undefined) this.#flaw(node, 'what is marked as !!binary is no base64, so Kubernetes refuses it')
    return value ?? undefined
  }

  #alias(node: Alias, origin: Origin, depth: number): unknown {
    const { target } = node
    if (!target) this.#flaw(node, `no anchor \`&${node.name}\` stands before this alias`)
    else if (this.#open.has(target)) this.#flaw(node, `the anchor \`&${node.name}\` contains itself`)
    if (!target || this.#open.has(target)) return undefined
    this.#open.add(target)
    const value = this.value(target, origin, depth)
    this.#open.delete(target)
    return value
  }

  protected sequence(node: Sequence, origin: Origin, depth: number): unknown {
    const list: unknown[] = []
    for (let index = 0; index < node.items.length; index++) {
      const item = node.items[index] as Node
      const value = this.value(item, item.type === SCALAR ? origin : this.itemOrigin(node, index, origin), depth)
      if (value !== undefined) list.push(value)
    }
    return withOrigin(list, origin)
  }

  protected mapping(node: Mapping, origin: Origin, depth: number): unknown {
    const object: Record<string, unknown> = {}
    const names = namesOf(node, this.ground.schema)
    const repeated = this.checkKeys(node, names)
    let merges = false
    for (let index = 0; index < names.length; index++) {
      const key = node.keys[index] as Node
      const value = node.values[index] as Node
      const name = names[index] as string
      if (isMerge(key)) merges = true
      else if (!repeated || lastOf(names, name) === index) {
        const read = this.value(value, value.type === SCALAR ? origin : this.memberOrigin(key, value, name, origin), depth)
        if (read !== undefined) setMember(object, name, read)
      }
    }
    if (merges) this.merges(node, origin, object, new Set(names), depth)
    return withOrigin(object, origin)
  }

  protected merges(node: Mapping, origin: Origin, object: Record<string, unknown>, taken: Set<string>, depth: number): void {
    for (const [index, key] of node.keys.entries()) {
      if (isMerge(key)) this.#merge(node.values[index] as Node, origin, object, taken, depth)
    }
  }

  // What is written wins over what is merged, and what is merged first over what is merged later.
  #merge(from: Node, origin: Origin, object: Record<string, unknown>, taken: Set<string>, depth: number): void {
    const node = from.type === ALIAS ? from.target : from
    if (this.#overdrawn(from, 1)) return
    if (!node) this.#flaw(from, `no anchor \`&${(from as Alias).name}\` stands before this alias`)
    else if (this.#open.has(node) || depth > MAX_DEPTH) this.#flaw(from, 'a mapping is merged into itself')
    else if (node.type === SEQUENCE) for (const item of node.items) this.#merge(item, origin, object, taken, depth + 1)
    else if (node.type === MAPPING) {
      this.#open.add(node)
      this.#mergeMembers(node, origin, object, taken, depth)
      this.#open.delete(node)
    } else this.#flaw(from, 'the merge key `<<` takes a mapping or a list of mappings')
  }

  #mergeMembers(node: Mapping, origin: Origin, object: Record<string, unknown>, taken: Set<string>, depth: number): void {
    const names = namesOf(node, this.ground.schema)
    if (this.#overdrawn(node, names.length)) return
    for (const [index, name] of names.entries()) {
      if (isMerge(node.keys[index] as Node) || taken.has(name) || lastOf(names, name) !== index) continue
      taken.add(name)
      const read = this.value(node.values[index] as Node, origin.child(name) ?? origin, depth)
      if (read !== undefined) setMember(object, name, read)
    }
    this.merges(node, origin, object, taken, depth + 1)
  }

  /** Whether a key stands twice. */
  protected checkKeys(node: Mapping, names: readonly string[]): boolean {
    for (let index = 0; index < node.keys.length; index++) this.#checkKey(node.keys[index] as Node)
    if (!hasRepeated(names)) return false
    const first = new Map<string, Node>()
    for (const [index, name] of names.entries()) {
      const key = node.keys[index] as Node
      const other = first.get(name)
      if (!other) first.set(name, key)
      else if (!isMerge(key)) this.repeated(key, name, other)
    }
    return true
  }

  #checkKey(key: Node): void {
    const scalar = key.type === ALIAS ? key.target : key
    if (!scalar) this.#flaw(key, `no anchor \`&${(key as Alias).name}\` stands before this alias`)
    else if (scalar.type !== SCALAR) this.#flaw(key, 'a key must be a text, not a mapping or a list')
    else if (scalar.plain && scalar.text.length < 5 && scalarValue(scalar, this.ground.schema) === null) {
      this.#flaw(key, 'a key must not be null')
    }
  }

  protected repeated(key: Node, name: string, other: Node): void {
    const { line } = this.ground.source.place(other)
    this.flaws.push({ start: key.start, end: key.end, message: `the key \`${name}\` stands twice, first on line ${line}`, fatal: false })
  }

  protected itemOrigin(node: Sequence, index: number, origin: Origin): Origin {
    if (origin.anchor) return origin.child(index) ?? origin
    return itemOrigin(this.ground, node.items[index] as Node, node.dashes[index])
  }

  protected memberOrigin(key: Node, value: Node, name: string, origin: Origin): Origin {
    return origin.anchor ? (origin.child(name) ?? origin) : originAt(this.ground, value, key.start, key.end)
  }

  #flaw(node: Node, message: string): void {
    this.flaws.push({ start: node.start, end: node.end, message, fatal: true })
  }
}

function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  // Assigning `__proto__` would change the object instead of adding a member.
  if (name === '__proto__') Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
  else object[name] = value
}

// Most mappings have a handful of keys: comparing them costs less than a set.
function hasRepeated(names: readonly string[]): boolean {
  if (names.length > 12) return new Set(names).size < names.length
  for (let index = 1; index < names.length; index++) {
    if (names.indexOf(names[index] as string) < index) return true
  }
  return false
}
