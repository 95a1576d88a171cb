import type { ParameterExpansionPart, SimpleExpansionPart } from 'unbash'
import type { Variables } from './variables.ts'

interface Expanded {
  readonly value: string | undefined
  readonly reason: string
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

export function expand(part: SimpleExpansionPart | ParameterExpansionPart, variables: Variables): Expanded {
  if (part.type === 'SimpleExpansion') return lookUp(part.text.slice(1), variables)
  const found = lookUp(part.parameter, variables)
  if (part.prefix || part.index) return unknown(part.parameter)
  const operation = part.operation
  if (!operation) return found
  if (operation.type !== 'Default' || operation.operand.parts) return unknown(part.parameter)
  // A variable that a command computes stays unknown; one that nothing sets takes its default.
  if (found.value === undefined && variables.has(part.parameter)) return found
  const empty = found.value === undefined || (operation.operator.startsWith(':') && found.value === '')
  if (operation.operator.endsWith('?')) return found
  if (operation.operator.endsWith('+')) return { value: empty ? '' : operation.operand.value, reason: '' }
  return empty ? { value: operation.operand.value, reason: '' } : found
}

function lookUp(name: string, variables: Variables): Expanded {
  const value = variables.get(name)
  return value === undefined ? unknown(name) : { value, reason: '' }
}

function unknown(name: string): Expanded {
  return {
    value: undefined,
    reason: NAME.test(name) ? `depends on $${name}, whose value is not known here` : 'depends on a shell parameter',
  }
}
