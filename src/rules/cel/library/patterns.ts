import type { RE2JS } from 're2js'
import { re2js } from '../../../source/packages.ts'
import type { Library } from '../signature.ts'
import { CelError } from '../values.ts'
import { isPlain, isSurelyPattern, type PlainPattern, plainPattern } from './plain-pattern.ts'

const compiled = new Map<string, RE2JS>()
const plain = new Map<string, PlainPattern | undefined>()
// Patterns are nearly always literals of rules; the bound is for those made from values.
const MOST = 2000

/** RE2, so that no pattern takes more than linear time. */
export function pattern(text: string): RE2JS {
  const known = compiled.get(text)
  if (known) return known
  if (compiled.size >= MOST) compiled.clear()
  const { RE2JS } = re2js()
  try {
    const made = RE2JS.compile(text)
    compiled.set(text, made)
    return made
  } catch (error) {
    throw new CelError(error instanceof Error ? error.message : 'invalid regular expression')
  }
}

/** Whether RE2 takes it as a pattern; it takes its time to find out. */
export function isPattern(text: string): boolean {
  if (isSurelyPattern(text)) return true
  try {
    pattern(text)
    return true
  } catch (error) {
    if (error instanceof CelError) return false
    throw error
  }
}

function findAll(text: string, expression: string, limit: bigint): readonly string[] {
  const all = findPlainly(text, expression)
  if (all) return limit < 0n ? all : all.slice(0, Number(limit))
  const matcher = pattern(expression).matcher(text)
  const found: string[] = []
  while ((limit < 0n || BigInt(found.length) < limit) && matcher.find()) found.push(matcher.group() ?? '')
  return found
}

// After a match of nothing the two go on in different ways.
function findPlainly(text: string, expression: string): readonly string[] | undefined {
  const simple = plainly(expression)
  if (!simple || !isPlain(simple, text)) return undefined
  const found: readonly string[] = text.match(new RegExp(simple.pattern, `${simple.pattern.flags}g`)) ?? []
  return found.includes('') ? undefined : found
}

function find(text: string, expression: string): string {
  return findAll(text, expression, 1n)[0] ?? ''
}

function plainly(expression: string): PlainPattern | undefined {
  const known = plain.get(expression)
  if (known || plain.has(expression)) return known
  if (plain.size >= MOST) plain.clear()
  const made = plainPattern(expression)
  plain.set(expression, made)
  return made
}

export function matches(text: string, expression: string): boolean {
  const simple = plainly(expression)
  return simple && isPlain(simple, text) ? simple.pattern.test(text) : matchesSlowly(text, expression)
}

const LONG = 1000
const last = new Map<string, { readonly text: string; readonly answer: boolean }>()

// Each of many siblings may ask the same of one long text.
function matchesSlowly(text: string, expression: string): boolean {
  const before = text.length > LONG ? last.get(expression) : undefined
  if (before?.text === text) return before.answer
  const answer = pattern(expression).matcher(text).find()
  if (text.length <= LONG) return answer
  if (last.size >= MOST) last.clear()
  last.set(expression, { text, answer })
  return answer
}

export const patterns: Library = {
  'matches(string, string): bool': matches,
  'string.matches(string): bool': matches,
  'string.find(string): string': find,
  'string.findAll(string): list<string>': (text: string, expression: string) => findAll(text, expression, -1n),
  'string.findAll(string, int): list<string>': findAll,
}
