import { type Eval, hasField, later, maybeField, maybeIndex, readField, readIndex } from './access.ts'
import type { Node } from './ast.ts'
import { call } from './call.ts'
import { either } from './logic.ts'
import { loop } from './loops.ts'
import { children } from './names.ts'
import { binary, equality, equalsText } from './operators.ts'
import type { Slots } from './slots.ts'
import { typeConstant } from './types.ts'
import { CelError, noSuchOverload, Optional } from './values.ts'

export function compile(node: Node, slots: Slots): Eval {
  const evaluate = made(node, slots)
  return node.kind !== 'literal' && isConstant(node) ? once(evaluate) : evaluate
}

function made(node: Node, slots: Slots): Eval {
  const optional = maybe(node, slots)
  if (optional) return (frame) => wrap(optional(frame))
  switch (node.kind) {
    case 'literal':
      return constant(node.value)
    case 'name':
      return variable(node.name, slots)
    case 'select':
      return readField(compile(node.operand, slots), node.field)
    case 'index':
      return readIndex(compile(node.operand, slots), compile(node.index, slots))
    case 'has':
      return hasField(maybe(node.operand, slots) ?? compile(node.operand, slots), node.field)
    case 'unary':
      return node.operator === '!' ? not(compile(node.operand, slots)) : minus(compile(node.operand, slots))
    case 'binary':
      return operation(node, slots)
    case 'either':
      return either(
        node.operator,
        compile(node.left, slots),
        later(() => compile(node.right, slots)),
      )
    case 'conditional':
      return conditional(
        compile(node.test, slots),
        later(() => compile(node.yes, slots)),
        later(() => compile(node.no, slots)),
      )
    case 'list':
      return list(node, slots)
    case 'map':
      return map(node, slots)
    case 'macro':
      return loop(node, slots, compile)
    case 'call':
      return orValue(node, slots) ?? called(node, slots)
  }
}

/**
 * An expression that is an optional by its form, as the value itself or undefined for none: chains of `.?` need no
 * wrapping in between, and are most of what rules do.
 */
function maybe(node: Node, slots: Slots): Eval | undefined {
  if (node.kind !== 'select' && node.kind !== 'index') return undefined
  const operand = maybe(node.operand, slots)
  if (!operand && !node.optional) return undefined
  const from = operand ?? compile(node.operand, slots)
  return node.kind === 'select' ? maybeField(from, node.field) : maybeIndex(from, compile(node.index, slots))
}

function operation({ operator, left, right }: Node & { kind: 'binary' }, slots: Slots): Eval {
  const isText = right.kind === 'literal' && typeof right.value === 'string'
  if (operator === '==' && isText) return equalsText(compile(left, slots), right.value as string)
  const [first, second] = [compile(left, slots), compile(right, slots)]
  if ((operator !== '==' && operator !== '!=') || !isRead(left) || !isRead(right)) return binary(operator, first, second)
  const equal = equality(first, second)
  return operator === '==' ? equal : (frame) => !equal(frame)
}

/** A value as it stands: of what is made of one, `name.lowerAscii()`, nothing is known by how it is written. */
function isRead(node: Node): boolean {
  switch (node.kind) {
    case 'name':
      return true
    case 'select':
      return isRead(node.operand)
    case 'index':
      return isRead(node.operand) && (node.index.kind === 'literal' || node.index.kind === 'name')
    case 'call':
      return READS.has(node.name) && [node.target, ...node.args].every((part) => !part || part.kind === 'literal' || isRead(part))
    default:
      return false
  }
}

const READS: ReadonlySet<string> = new Set(['dyn', 'optional.of', 'orValue', 'string', 'value'])

function orValue(node: Node & { kind: 'call' }, slots: Slots): Eval | undefined {
  const target = node.target && maybe(node.target, slots)
  const [other] = node.args
  if (!target) return undefined
  if (node.name === 'hasValue' && !other) return (frame) => target(frame) !== undefined
  if (node.name !== 'orValue' || !other || node.args.length !== 1) return undefined
  const fallback = compile(other, slots)
  return (frame) => {
    const value = target(frame)
    return value === undefined ? fallback(frame) : value
  }
}

function called(node: Node & { kind: 'call' }, slots: Slots): Eval {
  const target = node.target && compile(node.target, slots)
  return call(
    node,
    target,
    node.args.map((arg) => compile(arg, slots)),
  )
}

// Nothing that is evaluated is ever changed, so a constant may be shared. One that fails fails each time.
function isConstant(node: Node): boolean {
  switch (node.kind) {
    case 'literal':
      return true
    case 'list':
    case 'map':
    case 'call':
      return children(node).every(isConstant)
    default:
      return false
  }
}

function once(evaluate: Eval): Eval {
  let value: unknown
  return (frame) => {
    if (value === undefined) value = evaluate(frame)
    return value
  }
}

function wrap(value: unknown): Optional {
  return value === undefined ? Optional.none : new Optional(value)
}

function constant(value: unknown): Eval {
  return () => value
}

function variable(name: string, slots: Slots): Eval {
  const slot = slots.of(name)
  if (slot !== undefined) return (frame) => frame[slot]
  const type = typeConstant(name)?.value
  if (type) return (frame) => (name in (frame[0] as object) ? (frame[0] as Readonly<Record<string, unknown>>)[name] : type)
  return (frame) => {
    const value = (frame[0] as Readonly<Record<string, unknown>>)[name]
    if (value !== undefined) return value
    if (name in (frame[0] as object)) return null
    throw new CelError(`no such attribute: ${name}`)
  }
}

function not(operand: Eval): Eval {
  return (frame) => {
    const value = operand(frame)
    if (typeof value !== 'boolean') throw noSuchOverload()
    return !value
  }
}

function minus(operand: Eval): Eval {
  return (frame) => {
    const value = operand(frame)
    if (typeof value === 'number') return -value
    if (typeof value !== 'bigint') throw noSuchOverload()
    if (value === -9223372036854775808n) throw new CelError('integer overflow')
    return -value
  }
}

function conditional(test: Eval, yes: Eval, no: Eval): Eval {
  return (frame) => {
    const value = test(frame)
    if (value === true) return yes(frame)
    if (value === false) return no(frame)
    throw noSuchOverload()
  }
}

function list(node: Node & { kind: 'list' }, slots: Slots): Eval {
  const items = node.items.map(({ value, optional }) => ({ value: compile(value, slots), optional }))
  return (frame) => {
    const result: unknown[] = []
    for (const item of items) {
      const value = item.value(frame)
      if (!item.optional) result.push(value)
      else if (unwrapped(value) !== undefined) result.push(unwrapped(value))
    }
    return result
  }
}

function map(node: Node & { kind: 'map' }, slots: Slots): Eval {
  const entries = node.entries.map((entry) => ({
    key: compile(entry.key, slots),
    value: compile(entry.value, slots),
    optional: entry.optional,
  }))
  return (frame) => {
    const result = new Map<unknown, unknown>()
    for (const entry of entries) {
      const value = entry.value(frame)
      const present = entry.optional ? unwrapped(value) : value
      if (present !== undefined) result.set(entry.key(frame), present)
    }
    return result
  }
}

function unwrapped(value: unknown): unknown {
  if (value instanceof Optional) return value.value
  throw noSuchOverload()
}
