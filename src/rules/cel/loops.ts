import { type Eval, type Frame, later } from './access.ts'
import type { Node } from './ast.ts'
import { spend } from './bound.ts'
import { absorbed, weightier } from './logic.ts'
import { insert } from './maps.ts'
import { sortedBy } from './order.ts'
import { sieve } from './sieve.ts'
import type { Slots } from './slots.ts'
import { decideOpen } from './standing.ts'
import { CelError, isMap, keysOf, lookup, type MapValue, noSuchOverload, Optional, typeName } from './values.ts'

type MacroNode = Node & { kind: 'macro' }

/** Calls `visit` with each element bound, until it returns true. */
type Walk = (frame: Frame, visit: (frame: Frame) => boolean) => void

export function loop(node: MacroNode, slots: Slots, compile: (node: Node, slots: Slots) => Eval): Eval {
  const target = compile(node.target, slots)
  const inner = slots.with(node.bound)
  // Many lists are empty: what is asked of their elements is compiled with the first one.
  const first = later(() => compile(node.args[0] as Node, inner))
  const last = later(() => compile(node.args.at(-1) as Node, inner))
  const keep = later(() => (node.args.length > 1 ? first : () => true))
  const slot = slots.next
  if (node.name === 'optMap' || node.name === 'optFlatMap') return overOptional(target, slot, last, node.name === 'optMap')
  const walk = node.bound.length === 2 ? pairs(target, slot) : singles(target, slot)
  switch (node.name) {
    case 'all':
    case 'exists':
      return quantified(node, target, slot, first, (operand) => compile(operand, inner))
    case 'existsOne':
      return one(walk, first)
    case 'filter':
      return filtered(walk, slot, first)
    case 'map':
    case 'transformList':
      return mapped(walk, keep, last)
    case 'transformMap':
      return transformed(walk, keep, (frame, result) => insert(result, frame[slot], last(frame)))
    case 'transformMapEntry':
      return transformed(walk, keep, (frame, result) => insertEntries(result, last(frame)))
    case 'sortBy':
      return sorted(target, slot, first)
  }
}

function elements(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    spend(value.length)
    return value
  }
  if (isMap(value)) {
    const keys = keysOf(value)
    spend(keys.length)
    return keys
  }
  throw new CelError(`got '${typeName(value)}', expected iterable type`)
}

function singles(target: Eval, slot: number): Walk {
  return (frame, visit) => {
    const list = elements(target(frame))
    for (let index = 0; index < list.length; index++) {
      frame[slot] = list[index]
      if (visit(frame)) return
    }
  }
}

function pairs(target: Eval, slot: number): Walk {
  return (frame, visit) => {
    const value = target(frame)
    const keys = elements(value)
    for (let index = 0; index < keys.length; index++) {
      bindPair(frame, slot, value, keys, index)
      if (visit(frame)) return
    }
  }
}

function bindSingle(frame: Frame, slot: number, _value: unknown, keys: readonly unknown[], index: number): void {
  frame[slot] = keys[index]
}

function bindPair(frame: Frame, slot: number, value: unknown, keys: readonly unknown[], index: number): void {
  frame[slot] = Array.isArray(value) ? BigInt(index) : keys[index]
  frame[slot + 1] = Array.isArray(value) ? keys[index] : lookup(value as MapValue, keys[index])
}

// An element that is not settled leaves the others to decide.
function quantified(node: MacroNode, target: Eval, slot: number, predicate: Eval, compile: (node: Node) => Eval): Eval {
  const decisive = node.name === 'exists'
  const bind = node.bound.length === 2 ? bindPair : bindSingle
  const sifted = sieve(node, slot, decisive, compile, bind)
  return (frame) => {
    let failure: Error | undefined
    const range = target(frame)
    let list: readonly unknown[]
    try {
      list = elements(range)
    } catch (error) {
      return decideOpen(range, error, decisive, (items, index) => {
        bind(frame, slot, range, items, index)
        return holds(predicate, frame)
      })
    }
    const places = list === range ? sifted?.(frame, list) : undefined
    const count = places?.length ?? list.length
    for (let at = 0; at < count; at++) {
      try {
        bind(frame, slot, range, list, places?.[at] ?? at)
        if (holds(predicate, frame) === decisive) return decisive
      } catch (error) {
        failure = weightier(failure, absorbed(error))
      }
    }
    if (failure) throw failure
    return !decisive
  }
}

function one(walk: Walk, predicate: Eval): Eval {
  return (frame) => {
    let count = 0
    walk(frame, () => {
      if (holds(predicate, frame)) count++
      return false
    })
    return count === 1
  }
}

function holds(predicate: Eval, frame: Frame): boolean {
  const value = predicate(frame)
  if (typeof value !== 'boolean') throw noSuchOverload()
  return value
}

function filtered(walk: Walk, slot: number, predicate: Eval): Eval {
  return (frame) => {
    const result: unknown[] = []
    walk(frame, () => {
      const element = frame[slot]
      if (holds(predicate, frame)) result.push(element)
      return false
    })
    return result
  }
}

function mapped(walk: Walk, keep: Eval, transform: Eval): Eval {
  return (frame) => {
    const result: unknown[] = []
    walk(frame, () => {
      if (holds(keep, frame)) result.push(transform(frame))
      return false
    })
    return result
  }
}

function transformed(walk: Walk, keep: Eval, add: (frame: Frame, result: Map<unknown, unknown>) => void): Eval {
  return (frame) => {
    const result = new Map<unknown, unknown>()
    walk(frame, () => {
      if (holds(keep, frame)) add(frame, result)
      return false
    })
    return result
  }
}

function insertEntries(result: Map<unknown, unknown>, entries: unknown): void {
  if (!isMap(entries)) throw noSuchOverload()
  for (const key of keysOf(entries)) insert(result, key, lookup(entries, key))
}

function sorted(target: Eval, slot: number, key: Eval): Eval {
  return (frame) => {
    const list = target(frame)
    if (!Array.isArray(list)) throw noSuchOverload()
    const keyed = list.map((item: unknown) => {
      frame[slot] = item
      return { item, key: key(frame) }
    })
    return sortedBy(keyed).map(({ item }) => item)
  }
}

function overOptional(target: Eval, slot: number, transform: Eval, wrap: boolean): Eval {
  return (frame) => {
    const optional = target(frame)
    if (!(optional instanceof Optional)) throw noSuchOverload()
    if (optional.value === undefined) return optional
    frame[slot] = optional.value
    const value = transform(frame)
    return wrap ? new Optional(value) : value
  }
}
