import type { Node } from './ast.ts'
import { typeConstant } from './types.ts'

/** The variables that an expression names and does not bind itself. */
export function names(node: Node, bound: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set<string>()
  const visit = (child: Node, inner = bound) => {
    for (const name of names(child, inner)) found.add(name)
  }
  if (node.kind === 'name' && !bound.has(node.name) && !typeConstant(node.name)) found.add(node.name)
  else if (node.kind === 'macro') {
    visit(node.target)
    for (const arg of node.args) visit(arg, new Set([...bound, ...node.bound]))
  } else for (const child of children(node)) visit(child)
  return found
}

export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return []
    case 'select':
    case 'has':
    case 'unary':
      return [node.operand]
    case 'index':
      return [node.operand, node.index]
    case 'binary':
    case 'either':
      return [node.left, node.right]
    case 'conditional':
      return [node.test, node.yes, node.no]
    case 'call':
      return node.target ? [node.target, ...node.args] : node.args
    case 'list':
      return node.items.map(({ value }) => value)
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, value])
    case 'macro':
      return [node.target, ...node.args]
  }
}
