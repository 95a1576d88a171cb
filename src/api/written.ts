import { originOf, Unsettled } from '../model/origin.ts'

type Fields = Readonly<Record<string, unknown>>

export const DONE = Symbol('done')

export function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function memberOf(holder: Fields, key: string): unknown {
  try {
    return holder[key]
  } catch (error) {
    if (error instanceof Unsettled) return error
    throw error
  }
}

// Of a mapping to which a template may add members, a key that an expression makes up is none that could be read.
function isSettled(holder: Fields, key: string): boolean {
  try {
    return Object.hasOwn(holder, key) && holder[key] !== undefined
  } catch (error) {
    if (error instanceof Unsettled) return false
    throw error
  }
}

export function isOpen(value: unknown): boolean {
  try {
    return typeof value === 'object' && value !== null && Object.keys(value).length < 0
  } catch (error) {
    if (error instanceof Unsettled) return true
    throw error
  }
}

export function isConditional(holder: Fields, key: string): boolean {
  return memberOf(holder, key) instanceof Unsettled
}

export function itemOf(list: readonly unknown[], index: number): unknown {
  try {
    return index < list.length ? list[index] : DONE
  } catch (error) {
    if (error instanceof Unsettled) return error
    throw error
  }
}

/** The places of null items, which a value leaves out. */
export function nullItems(list: readonly unknown[]): ReadonlySet<number> | undefined {
  const origin = originOf(list)
  try {
    if (!origin?.child(list.length)) return undefined
  } catch (error) {
    if (error instanceof Unsettled) return undefined
    throw error
  }
  const nulls = new Set<number>()
  for (let index = 0, item = origin.child(0); item; item = origin.child(++index)) {
    if (NULL.test(item.source.text.slice(item.span.start, item.span.end))) nulls.add(index)
  }
  return nulls
}
const NULL = /^(?:~|null|Null|NULL|)$/

export function setMember(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

/** The keys that are surely there; `settled` where there are no others. */
export function writtenKeys(value: Fields): { readonly keys: readonly string[]; readonly settled: boolean } {
  try {
    return { keys: Object.keys(value), settled: true }
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error
    return { keys: (originOf(value)?.keys?.() ?? []).filter((key) => isSettled(value, key)), settled: false }
  }
}

/** The keys whose values are null, which a value leaves out. */
export function nullKeys(value: Fields, keys: readonly string[]): readonly string[] {
  const written = originOf(value)?.keys?.()
  if (!written || written.length <= keys.length || isOpen(value)) return []
  return written.filter((key, index) => key !== '<<' && !Object.hasOwn(value, key) && written.indexOf(key) === index)
}

// A template that fails leaves `<no value>` behind, which nobody fills in any more.
const PLACEHOLDER = /\$\{[A-Za-z_]\w*(?::?[-=?+][^}]*)?\}|\{\{.*\}\}|^\$[A-Za-z_]\w*$|^<(?!no value>)[A-Za-z][^<>]*>$/

/** Text that envsubst, Flux, a script or a person (`<your-domain>`) fills in before the object is applied: its own form says nothing. */
export function isPlaceholder(value: unknown): boolean {
  if (typeof value !== 'string' || value.length < 2) return false
  return (value[0] === '<' || value.includes('$') || value.includes('{{')) && PLACEHOLDER.test(value)
}
