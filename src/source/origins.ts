import type { Origin } from '../model/origin.ts'
import { ORIGIN, Unsettled, withOrigin } from '../model/origin.ts'
import type { Source, Span } from '../model/position.ts'

type Children = ReadonlyMap<string | number, Origin>

/** An origin for what our own readers derive: children are given, and none are found by looking. */
export function originAt(source: Source, span: Span, key: Span = span, children?: Children): Origin {
  return { source, span, key, child: children ? (name) => children.get(name) : childless }
}

// One for all: most of what is read has no members.
function childless(): undefined {
  return undefined
}

/** A string that a file settles, or the reason why it does not. */
export interface Reading {
  readonly value: string | undefined
  /** '' where the value is settled. */
  readonly reason: string
  readonly origin: Origin
}

/** Strings as a list for expressions: reading an unsettled one throws. The list's own place is `origin`, its items' are theirs. */
export function placedList(items: readonly Reading[], origin: Origin): readonly string[] {
  const list: string[] = []
  items.forEach((item, index) => {
    if (item.value === undefined) unsettle(list, index, item)
    else list[index] = item.value
  })
  const places = items.map((item) => item.origin)
  const child = (name: string | number) => (typeof name === 'number' ? places[name] : undefined)
  return withOrigin(list, { source: origin.source, span: origin.span, key: origin.key, child })
}

/** Objects as a list; each carries its own origin. */
export function placedObjects<T extends object>(items: readonly T[], origin: Origin): readonly T[] {
  const list = [...items]
  const child = (name: string | number) =>
    typeof name === 'number' ? (list[name] as { [ORIGIN]?: Origin } | undefined)?.[ORIGIN] : undefined
  return withOrigin(list, { source: origin.source, span: origin.span, key: origin.key, child })
}

/** Sets a property to a reading: the value, or a getter that throws. */
export function setReading(target: object, name: string, reading: Reading): void {
  if (reading.value === undefined) unsettle(target, name, reading)
  else Object.defineProperty(target, name, { value: reading.value, enumerable: true, configurable: true })
}

function unsettle(target: object, name: string | number, reading: Reading): void {
  Object.defineProperty(target, name, {
    enumerable: true,
    configurable: true,
    get(): never {
      throw new Unsettled(reading.reason, reading.origin)
    },
  })
}
