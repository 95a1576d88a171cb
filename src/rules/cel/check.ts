import { nearest } from '../../errors.ts'
import { CompileError, type Node } from './ast.ts'
import { compile } from './compile.ts'
import { children } from './names.ts'
import type { Type } from './signature.ts'
import { Slots } from './slots.ts'
import { typeConstant } from './types.ts'

const DYN: Type = { name: 'dyn', of: [] }

export function check(node: Node, variables: ReadonlySet<string>): Type {
  named(node, variables)
  compile(node, new Slots([...variables]))
  return DYN
}

function named(node: Node, known: ReadonlySet<string>): void {
  if (node.kind === 'name' && !known.has(node.name) && !typeConstant(node.name)) {
    const meant = nearest(node.name, known)
    throw new CompileError(`undeclared reference to '${node.name}'${meant ? `; did you mean ${meant}?` : ''}`, node.start)
  }
  if (node.kind === 'macro') {
    named(node.target, known)
    for (const arg of node.args) named(arg, new Set([...known, ...node.bound]))
  } else for (const child of children(node)) named(child, known)
}
