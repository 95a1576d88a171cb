import { type Origin, originOf, type Unsettled } from '../model/origin.ts'
import type { CompiledRule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { standingIn } from '../model/written.ts'
import { type Ground, pathOf, resolve } from './locate.ts'
import { plain } from './plain.ts'

/** One of `each`, with the place that a text or number in a list does not carry itself. */
export interface Item {
  readonly value: unknown
  readonly origin: Origin | undefined
  /** What reading it threw: this item is unknown, its neighbours are not. */
  readonly error?: unknown
  /** Why it may not be there, where not a template's condition at its place tells. */
  readonly doubt?: Unsettled | undefined
}

/**
 * What `each` names: a path below the subject or a variable, or any CEL list. A path that does not exist has no items; one of a mapping
 * has its entries, `name` and `value`, each standing at its key.
 */
export function itemsOf(rule: CompiledRule, each: string, ground: Ground): readonly Item[] {
  const path = pathOf(each)
  // Parameters are seen by expressions alone.
  if (path && path[0] !== 'params') {
    const { value, origin } = resolve(ground, path)
    return value === undefined ? [] : isMapping(value) ? toEntries(value, origin) : toItems(value, origin)
  }
  const list = rule.each?.(ground.variables)
  return toItems(list, originOf(list))
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toEntries(mapping: Readonly<Record<string, unknown>>, origin: Origin | undefined): Item[] {
  return Object.keys(mapping).map((name) => {
    // What a value that is not settled throws is for who reads it.
    const entry = Object.defineProperty({ name }, 'value', { get: () => mapping[name], enumerable: true })
    return { value: entry, origin: origin?.child(name) }
  })
}

function toItems(list: unknown, origin: Origin | undefined): readonly Item[] {
  if (!Array.isArray(list)) throw new TypeError('each is neither a list nor a mapping')
  const standing = standingIn(list)
  const written = standing?.items ?? list
  const items: Item[] = []
  for (let index = 0; index < written.length; index++) {
    const doubt = standing?.doubts?.[index]
    const item = toItem(written, index, origin?.child(index))
    items.push(doubt ? { ...item, doubt } : item)
  }
  if (standing?.others) items.push({ value: undefined, origin, error: standing.others })
  return items
}

function toItem(list: readonly unknown[], index: number, origin: Origin | undefined): Item {
  try {
    const value = list[index]
    return { value, origin: origin ?? originOf(value) }
  } catch (error) {
    return { value: undefined, origin, error }
  }
}

/** The item as a subject of its own, in the scopes whose subject is only where the items are found. */
export function itemSubject(subject: Subject, item: Item): Subject {
  const named = item.value as { file?: unknown; label?: unknown; name?: unknown; reference?: unknown; path?: unknown } | null
  const file = item.origin?.source.path ?? text(named, 'file') ?? subject.file
  const label = ['label', 'name', 'reference', 'path'].map((key) => text(named, key)).find((name) => name !== undefined)
  return {
    ...subject,
    origin: item.origin,
    file,
    label: plain(label ?? (typeof item.value === 'string' ? item.value : file), 200),
    value: item.value,
  }
}

function text(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  try {
    const found = (value as Record<string, unknown>)[key]
    return typeof found === 'string' && found !== '' ? found : undefined
  } catch {
    return undefined
  }
}
