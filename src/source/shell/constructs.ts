import type { CommandNode, SyntaxNode } from 'unbash'

/** What `within` calls the constructs around a command. */
export const CONSTRUCTS: Readonly<Record<string, string>> = {
  If: 'if',
  Elif: 'if',
  For: 'for',
  ArithmeticFor: 'for',
  Select: 'select',
  While: 'while',
  Case: 'case',
  CaseItem: 'case',
  Function: 'function',
  Coproc: 'coproc',
}

const COMMANDS: ReadonlySet<string> = new Set([
  'Command',
  'Pipeline',
  'AndOr',
  'Redirected',
  'BraceGroup',
  'Subshell',
  'If',
  'For',
  'ArithmeticFor',
  'Select',
  'While',
  'Case',
  'Function',
  'Coproc',
  'TestCommand',
])

export function isCommand(node: SyntaxNode): node is CommandNode {
  return COMMANDS.has(node.type)
}
