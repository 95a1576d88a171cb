import { writtenAlike } from '../../model/alike.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Eval, Frame } from './access.ts'
import type { BinaryOperator } from './ast.ts'
import { absorbed, weightier } from './logic.ts'
import { compare } from './order.ts'
import { decideOpen } from './standing.ts'
import { Duration, Timestamp } from './time.ts'
import { CelError, equals, isMap, lookup, MAX_INT, MIN_INT, noSuchOverload, Uint } from './values.ts'

export function binary(operator: BinaryOperator, left: Eval, right: Eval): Eval {
  switch (operator) {
    case '==':
      return (frame) => equals(left(frame), right(frame))
    case '!=':
      return (frame) => !equals(left(frame), right(frame))
    case '<':
      return (frame) => compare(left(frame), right(frame)) < 0
    case '<=':
      return (frame) => compare(left(frame), right(frame)) <= 0
    case '>':
      return (frame) => compare(left(frame), right(frame)) > 0
    case '>=':
      return (frame) => compare(left(frame), right(frame)) >= 0
    case 'in':
      return (frame) => contains(left(frame), right(frame))
    default: {
      const apply = ARITHMETIC[operator]
      return (frame) => apply(left(frame), right(frame))
    }
  }
}

/** Whether two values that are read as they stand are equal, as they are where neither is settled and a template writes both alike. */
export function equality(left: Eval, right: Eval): (frame: Frame) => boolean {
  return (frame) => {
    let value: unknown
    try {
      value = left(frame)
    } catch (error) {
      if (error instanceof Unsettled && isAlike(error, right, frame)) return true
      throw error
    }
    return equals(value, right(frame))
  }
}

function isAlike(one: Unsettled, right: Eval, frame: Frame): boolean {
  try {
    right(frame)
    return false
  } catch (error) {
    return error instanceof Unsettled && writtenAlike(one, error)
  }
}

/** Most comparisons are with a text that the rule writes. */
export function equalsText(left: Eval, text: string): Eval {
  return (frame) => {
    const value = left(frame)
    return typeof value === 'string' ? value === text : equals(value, text)
  }
}

function contains(value: unknown, container: unknown): boolean {
  if (Array.isArray(container)) {
    return among(container, value)
  }
  if (isMap(container)) return lookup(container, value) !== undefined
  throw noSuchOverload()
}

// As `exists` would: an item that is not settled matters only if no other is the value.
function among(list: readonly unknown[], value: unknown): boolean {
  let failure: Error | undefined
  let count: number
  try {
    count = list.length
  } catch (error) {
    return decideOpen(list, error, true, (items, index) => equals(items[index], value))
  }
  for (let index = 0; index < count; index++) {
    try {
      const item = list[index]
      if (typeof item === 'string' ? item === value : equals(item, value)) return true
    } catch (error) {
      failure = weightier(failure, absorbed(error))
    }
  }
  if (failure) throw failure
  return false
}

const ARITHMETIC = { '+': add, '-': subtract, '*': multiply, '/': divide, '%': modulo }

function int(value: bigint): bigint {
  if (value > MAX_INT || value < MIN_INT) throw new CelError('integer overflow')
  return value
}

function add(a: unknown, b: unknown): unknown {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (typeof a === 'bigint' && typeof b === 'bigint') return int(a + b)
  if (typeof a === 'number' && typeof b === 'number') return a + b
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b]
  if (a instanceof Uint && b instanceof Uint) return new Uint(a.value + b.value)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Uint8Array.from([...a, ...b])
  if (a instanceof Duration && b instanceof Duration) return new Duration(a.nanoseconds + b.nanoseconds)
  if (a instanceof Timestamp && b instanceof Duration) return a.plus(b.nanoseconds)
  if (a instanceof Duration && b instanceof Timestamp) return b.plus(a.nanoseconds)
  throw noSuchOverload()
}

function subtract(a: unknown, b: unknown): unknown {
  if (typeof a === 'bigint' && typeof b === 'bigint') return int(a - b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a instanceof Uint && b instanceof Uint) return new Uint(a.value - b.value)
  if (a instanceof Timestamp && b instanceof Timestamp) return new Duration(a.nanoseconds - b.nanoseconds)
  if (a instanceof Timestamp && b instanceof Duration) return a.plus(-b.nanoseconds)
  if (a instanceof Duration && b instanceof Duration) return new Duration(a.nanoseconds - b.nanoseconds)
  throw noSuchOverload()
}

function multiply(a: unknown, b: unknown): unknown {
  if (typeof a === 'bigint' && typeof b === 'bigint') return int(a * b)
  if (typeof a === 'number' && typeof b === 'number') return a * b
  if (a instanceof Uint && b instanceof Uint) return new Uint(a.value * b.value)
  throw noSuchOverload()
}

function divide(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a / b
  const zero = 'division by zero'
  if (typeof a === 'bigint' && typeof b === 'bigint') return int(a / nonZero(b, zero))
  if (a instanceof Uint && b instanceof Uint) return new Uint(a.value / nonZero(b.value, zero))
  throw noSuchOverload()
}

function modulo(a: unknown, b: unknown): unknown {
  const zero = 'modulus by zero'
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    // Go computes the quotient too, and that overflows.
    if (a === MIN_INT && b === -1n) throw new CelError('integer overflow')
    return a % nonZero(b, zero)
  }
  if (a instanceof Uint && b instanceof Uint) return new Uint(a.value % nonZero(b.value, zero))
  throw noSuchOverload()
}

function nonZero(value: bigint, message: string): bigint {
  if (value === 0n) throw new CelError(message)
  return value
}
