import { CompileError, type Node } from './ast.ts'
import type { Checking } from './checking.ts'
import { operatorTypes } from './operator-types.ts'
import { showType, type Type } from './signature.ts'
import { DYN, isVariable } from './unify.ts'

const BOOL: Type = { name: 'bool', of: [] }
const INT: Type = { name: 'int', of: [] }

type MacroNode = Node & { kind: 'macro' }

/** The types of macros, as if they were spelt out with the loops that Kubernetes' CEL expands them to. */
export function checkComprehension(checker: Checking, node: MacroNode, exempt: boolean): Type {
  const target = checker.unifier.resolve(checker.type(node.target, exempt))
  if (node.name === 'optMap' || node.name === 'optFlatMap') return overOptional(checker, node, target, exempt)
  const [first, second] = bound(checker, node, target)
  const inner = checker.with(node.bound.map((name, index) => [name, (index === 0 ? first : second) ?? DYN] as const))
  const [condition, transform] = node.args.length > 1 ? [node.args[0], node.args[1]] : [undefined, node.args[0] as Node]
  if (condition) mustBe(inner, condition, BOOL, exempt)
  switch (node.name) {
    case 'all':
    case 'exists':
    case 'existsOne':
      mustBe(inner, transform as Node, BOOL, exempt)
      return BOOL
    case 'filter':
      mustBe(inner, transform as Node, BOOL, exempt)
      return { name: 'list', of: [first] }
    case 'map':
    case 'transformList':
      return { name: 'list', of: [inner.type(transform as Node, exempt)] }
    case 'transformMap':
      return { name: 'map', of: [first, inner.type(transform as Node, exempt)] }
    case 'transformMapEntry':
      return entries(inner, transform as Node, exempt)
    case 'sortBy':
      return checker.resolve(
        operatorTypes('sortBy'),
        [target, { name: 'list', of: [inner.type(transform as Node, exempt)] }],
        node,
        'sortBy',
      )
  }
}

function bound(checker: Checking, node: MacroNode, range: Type): readonly [Type, Type] {
  const both = node.bound.length === 2
  if (range.name === 'list') return both ? [INT, range.of[0] ?? DYN] : [range.of[0] ?? DYN, DYN]
  if (range.name === 'map') return [range.of[0] ?? DYN, range.of[1] ?? DYN]
  if (range.name === 'dyn') return [DYN, DYN]
  if (isVariable(range)) {
    checker.unifier.fits([DYN], [range])
    return [DYN, DYN]
  }
  const shown = showType(checker.unifier.resolve(range, true))
  throw new CompileError(
    `expression of type '${shown}' cannot be range of a comprehension (must be list, map, or dynamic)`,
    node.target.start,
  )
}

function mustBe(checker: Checking, node: Node, wanted: Type, exempt: boolean): void {
  const type = checker.type(node, exempt)
  if (!checker.unifier.fits([type], [wanted]))
    throw new CompileError(`expected type '${wanted.name}' but found '${showType(checker.unifier.resolve(type, true))}'`, node.start)
}

function entries(checker: Checking, node: Node, exempt: boolean): Type {
  const type = checker.unifier.resolve(checker.type(node, exempt))
  if (type.name === 'map') return type
  if (type.name === 'dyn') return { name: 'map', of: [DYN, DYN] }
  throw new CompileError(`expected a map of new entries but found '${showType(type)}'`, node.start)
}

function overOptional(checker: Checking, node: MacroNode, target: Type, exempt: boolean): Type {
  checker.resolve(operatorTypes('optMap'), [target], node, 'hasValue')
  const inner = checker.with([[node.bound[0] ?? '', target.of[0] ?? DYN]])
  const result = inner.type(node.args[0] as Node, exempt)
  if (node.name === 'optMap') return { name: 'optional', of: [result] }
  const none: Type = { name: 'optional', of: [checker.unifier.fresh()] }
  return checker.resolve(operatorTypes('?:'), [BOOL, result, none], node, '_?_:_')
}
