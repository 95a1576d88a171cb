import type { Eval } from './access.ts'
import { CompileError, type Node } from './ast.ts'
import { candidates, type Overload } from './library.ts'
import { noSuchOverload } from './values.ts'

/** A call of a function of the library: the overload is chosen by the types of the values. */
export function call(node: Node & { kind: 'call' }, target: Eval | undefined, args: readonly Eval[]): Eval {
  const operands = target ? [target, ...args] : args
  const overloads = candidates(node.name, target !== undefined, operands.length)
  if (overloads.length === 0) throw new CompileError(`undeclared reference to '${node.name}'`, node.start)
  const [first, second] = operands
  if (operands.length === 1 && first) return (frame) => apply(overloads, [first(frame)])
  if (operands.length === 2 && first && second) return (frame) => apply(overloads, [first(frame), second(frame)])
  return (frame) =>
    apply(
      overloads,
      operands.map((operand) => operand(frame)),
    )
}

function apply(overloads: readonly Overload[], values: readonly unknown[]): unknown {
  for (const overload of overloads) if (fits(overload, values)) return overload.call(...values)
  throw noSuchOverload()
}

function fits(overload: Overload, values: readonly unknown[]): boolean {
  for (let index = 0; index < values.length; index++) if (!overload.guards[index]?.(values[index])) return false
  return true
}
