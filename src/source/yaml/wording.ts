import type { z } from 'zod'
import { nearest } from '../../errors.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  null: 'nothing',
}

/** A schema's complaint in plain words. The package's own words never show; those that a schema gives itself do. */
export function worded(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `must be ${kind(issue.expected)}, and is ${shown(issue.input)}`
    case 'invalid_value':
      return oneOf(issue.input, issue.values.map(String))
    case 'too_big':
      return `must be at most ${issue.maximum}${sized(issue.origin)}, and is ${shown(issue.input)}`
    case 'too_small':
      if (issue.origin !== 'number' && issue.minimum === 1) return 'must not be empty'
      return `must be at least ${issue.minimum}${sized(issue.origin)}, and is ${shown(issue.input)}`
    case 'invalid_union':
      return union(issue)
    default:
      return ownWords(issue)
  }
}

/** The branch of a union that a value was meant for; undefined where none of them comes nearer than the others. */
export function meantBranch({ errors }: { readonly errors: readonly (readonly z.core.$ZodIssue[])[] }): number | undefined {
  const deepest = errors.map((issues) => Math.max(0, ...issues.map(({ path }) => path.length)))
  const most = Math.max(...deepest)
  if (most > 0) return deepest.indexOf(most)
  const right = errors.findIndex((issues) => issues.every(({ code }) => code !== 'invalid_type' && code !== 'invalid_value'))
  return right < 0 ? undefined : right
}

function union({ errors, input }: z.core.$ZodIssueInvalidUnion): string {
  if (input === undefined) return 'missing'
  const kinds = errors.flat().flatMap((issue) => (issue.code === 'invalid_type' ? [kind(issue.expected)] : []))
  const all = [...new Set(kinds)]
  const named = all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
  return `must be ${named}, and is ${shown(input)}`
}

function kind(expected: string): string {
  return KINDS[expected] ?? expected
}

function sized(origin: string): string {
  if (origin === 'string') return ' characters long'
  return origin === 'array' || origin === 'set' ? ' entries long' : ''
}

function oneOf(input: unknown, values: readonly string[]): string {
  const meant = typeof input === 'string' ? nearest(input, values) : undefined
  const got = input === undefined ? 'missing' : `not ${shown(input)}`
  return `${got}, one of ${values.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}

function ownWords({ message }: z.core.$ZodIssue): string {
  return /^(Invalid|Too|Unrecognized|Expected|Unexpected)\b/.test(message) ? 'has a form that is not allowed' : message
}

const LONGEST = 40

function shown(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)
}
