import { CompileError, type Macro, type Node } from './ast.ts'

interface Shape {
  readonly name: Macro
  /** How many of the arguments are names of variables that the macro binds. */
  readonly bound: number
}

/** By name and number of arguments; a call that differs in either is an ordinary function call. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['all/2', { name: 'all', bound: 1 }],
  ['all/3', { name: 'all', bound: 2 }],
  ['exists/2', { name: 'exists', bound: 1 }],
  ['exists/3', { name: 'exists', bound: 2 }],
  ['exists_one/2', { name: 'existsOne', bound: 1 }],
  ['exists_one/3', { name: 'existsOne', bound: 2 }],
  ['existsOne/3', { name: 'existsOne', bound: 2 }],
  ['map/2', { name: 'map', bound: 1 }],
  ['map/3', { name: 'map', bound: 1 }],
  ['filter/2', { name: 'filter', bound: 1 }],
  ['transformList/3', { name: 'transformList', bound: 2 }],
  ['transformList/4', { name: 'transformList', bound: 2 }],
  ['transformMap/3', { name: 'transformMap', bound: 2 }],
  ['transformMap/4', { name: 'transformMap', bound: 2 }],
  ['transformMapEntry/3', { name: 'transformMapEntry', bound: 2 }],
  ['transformMapEntry/4', { name: 'transformMapEntry', bound: 2 }],
  ['sortBy/2', { name: 'sortBy', bound: 1 }],
  ['optMap/2', { name: 'optMap', bound: 1 }],
  ['optFlatMap/2', { name: 'optFlatMap', bound: 1 }],
])

export function macro(
  name: string,
  target: Node | undefined,
  args: readonly Node[],
  whole: { start: number; end: number },
  at: number,
): Node | undefined {
  if (!target) return name === 'has' && args.length === 1 ? has(args[0] as Node, whole) : undefined
  const shape = SHAPES.get(`${name}/${args.length}`)
  if (!shape) return undefined
  const bound = args.slice(0, shape.bound).map((arg) => {
    if (arg.kind !== 'name') throw new CompileError('argument must be a simple name', arg.start)
    return arg.name
  })
  if (bound.length === 2 && bound[0] === bound[1]) throw new CompileError('the two variables must have different names', at)
  return { kind: 'macro', name: shape.name, target, bound, args: args.slice(shape.bound), ...whole }
}

function has(arg: Node, whole: { start: number; end: number }): Node {
  if (arg.kind !== 'select' || arg.optional) throw new CompileError('invalid argument to has() macro', arg.start)
  return { kind: 'has', operand: arg.operand, field: arg.field, ...whole }
}
