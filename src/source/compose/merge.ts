import { type Origin, originOf, withOrigin } from '../../model/origin.ts'
import { pairs } from './syntax.ts'

type Fields = Record<string, unknown>

/** Lists that a later file replaces; all others are appended to (compose specification, "Merge and override"). */
const REPLACED = new Set(['command', 'entrypoint', 'test'])

/** What is a mapping in one file and a list of pairs in the other is merged as a mapping. */
const PAIRS = new Set(['environment', 'labels', 'args', 'sysctls', 'annotations'])

/** `over` laid over `base` as compose merges them. Each value keeps the place where it is written. */
export function merge(base: unknown, over: unknown, key = ''): unknown {
  if (PAIRS.has(key) && Array.isArray(base) !== Array.isArray(over)) return merge(pairs(base), pairs(over))
  if (key === 'build' && typeof base === 'string' && isFields(over)) return 'context' in over ? over : overlaid({ context: base }, over)
  if (Array.isArray(base) && Array.isArray(over)) return REPLACED.has(key) ? over : appended(base, over)
  if (isFields(base) && isFields(over)) return overlaid(base, over)
  return over
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function overlaid(base: Fields, over: Fields): Fields {
  const merged: Fields = {}
  for (const key of Object.keys(base)) copy(base, merged, key)
  for (const key of Object.keys(over)) {
    const tag = tagOf(originOf(over)?.child(key))
    if (tag !== undefined) delete merged[key]
    if (tag === 'reset') continue
    const [mine, theirs] = [Object.getOwnPropertyDescriptor(merged, key), Object.getOwnPropertyDescriptor(over, key)]
    if (mine && theirs && !mine.get && !theirs.get) define(merged, key, merge(mine.value, theirs.value, key))
    else copy(over, merged, key)
  }
  const [written, inherited] = [originOf(over), originOf(base)]
  const origin = written ?? inherited
  if (!origin) return merged
  // A list or mapping that was merged itself knows where its members are.
  const child = (name: string | number) => ownOrigin(merged, name) ?? written?.child(name) ?? inherited?.child(name)
  return withOrigin(merged, { ...frame(origin), child })
}

// `ports: !reset []` takes away what the base has, `!override` puts the value in its place.
function tagOf(place: Origin | undefined): string | undefined {
  if (!place) return undefined
  const { source, key } = place
  return /^["']?\s{0,20}:\s{0,20}!(reset|override)(?![\w-])/.exec(source.text.slice(key.end, key.end + 60))?.[1]
}

function ownOrigin(holder: Fields, name: string | number): Origin | undefined {
  return originOf(Object.getOwnPropertyDescriptor(holder, name)?.value)
}

function appended(base: readonly unknown[], over: readonly unknown[]): unknown[] {
  const merged: unknown[] = []
  for (const list of [base, over]) {
    for (let index = 0; index < list.length; index++) {
      const property = Object.getOwnPropertyDescriptor(list, index)
      if (property) Object.defineProperty(merged, merged.length, property)
    }
  }
  const [first, second] = [originOf(base), originOf(over)]
  const child = (index: string | number) =>
    typeof index !== 'number' ? undefined : index < base.length ? first?.child(index) : second?.child(index - base.length)
  const origin = second ?? first
  return origin ? withOrigin(merged, { ...frame(origin), child }) : merged
}

function frame(origin: Origin): Omit<Origin, 'child'> {
  return { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor }
}

function copy(from: Fields, to: Fields, key: string): void {
  const property = Object.getOwnPropertyDescriptor(from, key)
  if (property) Object.defineProperty(to, key, { ...property, configurable: true })
}

function define(to: Fields, key: string, value: unknown): void {
  Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true })
}

/** The same value as inherited: it stands where `extends` is written, with the place where it is really written as anchor. */
export function inherited(value: unknown, use: Origin, copies = new Map<object, object>()): unknown {
  if (typeof value !== 'object' || value === null) return value
  const known = copies.get(value)
  if (known) return known
  const copied: object = Array.isArray(value) ? [] : {}
  copies.set(value, copied)
  for (const key of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property)
      Object.defineProperty(copied, key, property.get ? property : { ...property, value: inherited(property.value, use, copies) })
  }
  const origin = originOf(value)
  return origin ? withOrigin(copied, used(use, origin)) : copied
}

function used(use: Origin, anchor: Origin): Origin {
  const child = (name: string | number) => {
    const found = anchor.child(name)
    return found && used(use, found)
  }
  return { source: use.source, span: use.span, key: use.key, anchor, child }
}
