import type { Eval } from './access.ts'
import { CompileError, type Node } from './ast.ts'
import { candidates, type Overload } from './library.ts'
import { noSuchOverload } from './values.ts'

/** A call of a function of the library: the overload is chosen by the types of the values. */
export function call(node: Node & { kind: 'call' }, target: Eval | undefined, args: readonly Eval[]): Eval {
  const operands = target ? [target, ...args] : args
  const overloads = candidates(node.name, target !== undefined, operands.length)
  if (overloads.length === 0) throw new CompileError(`undeclared reference to '${node.name}'`, node.start)
  return chosen(overloads, operands)
}

// Most functions have one overload of one or two arguments, and then there is no list to make.
function chosen(overloads: readonly Overload[], operands: readonly Eval[]): Eval {
  const [only] = overloads
  const [first, second] = operands
  const [isFirst, isSecond] = only?.guards ?? []
  if (overloads.length === 1 && only && operands.length === 1 && first && isFirst) {
    return (frame) => {
      const value = first(frame)
      if (!isFirst(value)) throw noSuchOverload()
      return only.call(value)
    }
  }
  if (overloads.length === 1 && only && operands.length === 2 && first && second && isFirst && isSecond) {
    return (frame) => {
      const one = first(frame)
      const two = second(frame)
      if (!isFirst(one) || !isSecond(two)) throw noSuchOverload()
      return only.call(one, two)
    }
  }
  return (frame) => {
    const values: unknown[] = []
    for (const operand of operands) values.push(operand(frame))
    return apply(overloads, values)
  }
}

function apply(overloads: readonly Overload[], values: readonly unknown[]): unknown {
  for (const overload of overloads) if (fits(overload, values)) return overload.call(...values)
  throw noSuchOverload()
}

function fits(overload: Overload, values: readonly unknown[]): boolean {
  for (let index = 0; index < values.length; index++) if (!overload.guards[index]?.(values[index])) return false
  return true
}
