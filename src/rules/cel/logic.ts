import { Unsettled } from '../../model/origin.ts'
import type { Eval, Frame } from './access.ts'
import { CelError, noSuchOverload } from './values.ts'

/**
 * What an operand of `&&`, `||`, `all` or `exists` comes to: a boolean, or the reason why it is none. The reason is
 * thrown only if the others do not settle the whole, and what is unsettled goes before what failed.
 */
export function truth(operand: Eval, frame: Frame): boolean | Error {
  try {
    const value = operand(frame)
    return typeof value === 'boolean' ? value : noSuchOverload()
  } catch (error) {
    return absorbed(error)
  }
}

/** The error, if it is one that the other operands may outweigh; a fault of ours is thrown on. */
export function absorbed(error: unknown): Error {
  if (error instanceof CelError || error instanceof Unsettled) return error
  throw error
}

export function weightier(first: Error | undefined, second: Error): Error {
  return first === undefined || (second instanceof Unsettled && !(first instanceof Unsettled)) ? second : first
}

export function either(operator: '&&' | '||', left: Eval, right: Eval): Eval {
  const decisive = operator === '||'
  return (frame) => {
    const first = truth(left, frame)
    if (first === decisive) return decisive
    const second = truth(right, frame)
    if (second === decisive) return decisive
    if (typeof first !== 'boolean') throw typeof second === 'boolean' ? first : weightier(first, second)
    if (typeof second !== 'boolean') throw second
    return !decisive
  }
}
