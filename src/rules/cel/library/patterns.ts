import { RE2JS } from 're2js'
import type { Library } from '../signature.ts'
import { CelError } from '../values.ts'

const compiled = new Map<string, RE2JS>()
// Patterns are nearly always literals of rules; the bound is for those made from values.
const MOST = 2000

/** RE2, so that no pattern takes more than linear time. */
export function pattern(text: string): RE2JS {
  const known = compiled.get(text)
  if (known) return known
  if (compiled.size >= MOST) compiled.clear()
  try {
    const made = RE2JS.compile(text)
    compiled.set(text, made)
    return made
  } catch (error) {
    throw new CelError(error instanceof Error ? error.message : 'invalid regular expression')
  }
}

function findAll(text: string, expression: string, limit: bigint): string[] {
  const matcher = pattern(expression).matcher(text)
  const found: string[] = []
  while ((limit < 0n || BigInt(found.length) < limit) && matcher.find()) found.push(matcher.group() ?? '')
  return found
}

function find(text: string, expression: string): string {
  return findAll(text, expression, 1n)[0] ?? ''
}

const matches = (text: string, expression: string) => pattern(expression).matcher(text).find()

export const patterns: Library = {
  'matches(string, string): bool': matches,
  'string.matches(string): bool': matches,
  'string.find(string): string': find,
  'string.findAll(string): list<string>': (text: string, expression: string) => findAll(text, expression, -1n),
  'string.findAll(string, int): list<string>': findAll,
}
