import { CompileError, type Node } from './ast.ts'
import { pattern } from './library/patterns.ts'
import { showType, type Type } from './signature.ts'
import { parseDuration, parseTimestamp, Timestamp } from './time.ts'
import { sameType, type Unifier } from './unify.ts'
import { CelError } from './values.ts'

/** Elements of one literal are of one type, as Kubernetes demands; dyn is a type of its own here. */
export function sameElements(elements: readonly { readonly node: Node; readonly type: Type }[], unifier: Unifier): void {
  const [first] = elements.map(({ type }) => unifier.resolve(type, true))
  for (const { node, type } of elements) {
    const found = unifier.resolve(type, true)
    if (first && !sameType(first, found))
      throw new CompileError(`expected type '${showType(first)}' but found '${showType(found)}'`, node.start)
  }
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  matches: pattern,
  timestamp: parseTimestamp,
  duration: parseDuration,
}

/** What Kubernetes refuses in literals already when an expression is written: patterns, times, durations, formats. */
export function checkLiteral(node: Node & { kind: 'call' }, known: (node: Node) => Type): void {
  const last = node.args.at(-1)
  const read = READERS[node.name]
  if (node.name === 'duration' && last?.kind === 'literal' && typeof last.value !== 'string')
    throw new CompileError('invalid duration argument', last.start)
  if (node.name === 'timestamp' && last?.kind === 'literal' && typeof last.value === 'bigint')
    refusing(node.name, last, () => new Timestamp((last.value as bigint) * 1_000_000_000n))
  if (read && last?.kind === 'literal' && typeof last.value === 'string') {
    const text = last.value
    refusing(node.name, last, () => read(text))
  }
  if (node.name === 'format') checkFormat(node, known)
}

function refusing(name: string, literal: Node, read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    throw new CompileError(`invalid ${name} argument: ${error.message}`, literal.start)
  }
}

const VERBS: Readonly<Record<string, readonly string[]>> = {
  s: ['list', 'map', 'int', 'uint', 'double', 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type', 'null'],
  d: ['int', 'uint'],
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: ['int', 'uint', 'bool'],
  o: ['int', 'uint'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
}

function checkFormat(node: Node & { kind: 'call' }, known: (node: Node) => Type): void {
  const [list] = node.args
  if (node.target?.kind !== 'literal' || typeof node.target.value !== 'string' || list?.kind !== 'list') return
  const clauses = node.target.value.match(/%(?:%|(?:\.\d+)?[a-zA-Z]?)/g)?.filter((clause) => clause !== '%%') ?? []
  clauses.forEach((clause, index) => {
    const verb = clause.at(-1) ?? ''
    const allowed = VERBS[verb]
    if (!allowed) throw new CompileError(`unrecognized formatting clause "${clause}"`, node.start)
    const item = list.items[index]
    if (!item) throw new CompileError(`index ${index} out of range`, node.start)
    const type = known(item.value)
    if (type.name !== 'dyn' && !allowed.includes(type.name))
      throw new CompileError(`%${verb} cannot format ${showType(type)}`, item.value.start)
  })
  if (list.items.length > clauses.length)
    throw new CompileError(
      `too many arguments supplied to string.format (expected ${clauses.length}, got ${list.items.length})`,
      node.start,
    )
}
