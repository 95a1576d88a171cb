import { compare, sortedBy } from '../order.ts'
import type { Library } from '../signature.ts'
import { Duration } from '../time.ts'
import { CelError, equals, keysOf, MAX_INT, type MapValue, MIN_INT, noSuchOverload, Optional, Uint } from '../values.ts'

type List = readonly unknown[]

function best(list: List, name: string, sign: number): unknown {
  if (list.length === 0) throw new CelError(`${name} called on empty list`)
  return list.reduce((left, right) => (compare(left, right) === sign ? right : left))
}

function sum(list: List): unknown {
  if (list.length === 0) return 0n
  return list.reduce((left, right) => {
    if (typeof left === 'bigint' && typeof right === 'bigint') return int(left + right)
    if (typeof left === 'number' && typeof right === 'number') return left + right
    if (left instanceof Uint && right instanceof Uint) return new Uint(left.value + right.value)
    if (left instanceof Duration && right instanceof Duration) return new Duration(left.nanoseconds + right.nanoseconds)
    throw noSuchOverload()
  })
}

function optional(value: unknown): Optional {
  return value === undefined ? Optional.none : new Optional(value)
}

function int(value: bigint): bigint {
  if (value > MAX_INT || value < MIN_INT) throw new CelError('integer overflow')
  return value
}

function includes(list: List, item: unknown): boolean {
  return list.some((other) => equals(other, item))
}

function distinct(list: List): unknown[] {
  const seen = new Set<unknown>()
  const result: unknown[] = []
  for (const item of list) {
    const plain = typeof item === 'string' || typeof item === 'boolean'
    if (plain ? seen.has(item) : includes(result, item)) continue
    if (plain) seen.add(item)
    result.push(item)
  }
  return result
}

function flatten(list: List, depth: bigint): unknown[] {
  if (depth < 0n) throw new CelError('level must be non-negative')
  return list.flat(Number(depth))
}

function range(size: bigint): bigint[] {
  if (size > 1_000_000n) throw new CelError('range is too large')
  return Array.from({ length: Math.max(0, Number(size)) }, (_, index) => BigInt(index))
}

function slice(list: List, start: bigint, end: bigint): unknown[] {
  if (start < 0n || end < 0n) throw new CelError('cannot slice: negative indexes not supported')
  if (start > end) throw new CelError('cannot slice: start index must be less than or equal to end index')
  if (end > BigInt(list.length)) throw new CelError('cannot slice: list is too short')
  return list.slice(Number(start), Number(end))
}

function sort(list: List): unknown[] {
  return sortedBy(list.map((item) => ({ item, key: item }))).map(({ item }) => item)
}

const COMPARABLE = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes']

// One signature for each type of element, as Kubernetes declares them; at run time the first of a row answers for all.
function each(types: readonly string[], signature: (type: string) => string, call: (list: List) => unknown): Library {
  return Object.fromEntries(types.map((type) => [signature(type), call]))
}

export const collections: Library = {
  'size(list<A>): int': (list: List) => BigInt(list.length),
  'list<A>.size(): int': (list: List) => BigInt(list.length),
  'size(map<A, B>): int': (map: MapValue) => BigInt(keysOf(map).length),
  'map<A, B>.size(): int': (map: MapValue) => BigInt(keysOf(map).length),
  ...each(
    COMPARABLE,
    (type) => `list<${type}>.isSorted(): bool`,
    (list) => list.every((item, index) => index === 0 || compare(list[index - 1], item) < 1),
  ),
  ...each(
    COMPARABLE,
    (type) => `list<${type}>.min(): ${type}`,
    (list) => best(list, 'min', 1),
  ),
  ...each(
    COMPARABLE,
    (type) => `list<${type}>.max(): ${type}`,
    (list) => best(list, 'max', -1),
  ),
  ...each(COMPARABLE, (type) => `list<${type}>.sort(): list<${type}>`, sort),
  ...each(['int', 'uint', 'double', 'duration'], (type) => `list<${type}>.sum(): ${type}`, sum),
  'list<A>.indexOf(A): int': (list: List, item: unknown) => BigInt(list.findIndex((other) => equals(other, item))),
  'list<A>.lastIndexOf(A): int': (list: List, item: unknown) => BigInt(list.findLastIndex((other) => equals(other, item))),
  'list<A>.distinct(): list<A>': distinct,
  'list<list<A>>.flatten(): list<A>': (list: List) => list.flat(),
  'list<dyn>.flatten(int): list<dyn>': flatten,
  'list<A>.first(): optional<A>': (list: List) => optional(list[0]),
  'list<A>.last(): optional<A>': (list: List) => optional(list.at(-1)),
  'list<A>.reverse(): list<A>': (list: List) => list.toReversed(),
  'list<A>.slice(int, int): list<A>': slice,
  'lists.range(int): list<int>': range,
  'sets.contains(list<A>, list<A>): bool': (list: List, other: List) => other.every((item) => includes(list, item)),
  'sets.equivalent(list<A>, list<A>): bool': (list: List, other: List) =>
    other.every((item) => includes(list, item)) && list.every((item) => includes(other, item)),
  'sets.intersects(list<A>, list<A>): bool': (list: List, other: List) => list.some((item) => includes(other, item)),
}
