import type { ParsedExpression } from '../../model/rule.ts'
import type { BinaryOperator, Macro, Node } from './ast.ts'
import { Uint } from './values.ts'

const NO_PLACE = { start: 0, end: 0 }

/**
 * An expression as JSON, without its offsets: a name is a text, everything else a list that begins with what it is. The shipped rules
 * carry theirs, so that a start parses none of them.
 */
export function pack(node: Node): ParsedExpression {
  switch (node.kind) {
    case 'literal':
      return packLiteral(node.value)
    case 'name':
      return node.name
    case 'select':
      return [node.optional ? '.?' : '.', pack(node.operand), node.field]
    case 'index':
      return [node.optional ? '[?' : '[', pack(node.operand), pack(node.index)]
    case 'has':
      return ['has', pack(node.operand), node.field]
    case 'unary':
      return [node.operator, pack(node.operand)]
    case 'binary':
    case 'either':
      return [node.operator, pack(node.left), pack(node.right)]
    case 'conditional':
      return ['?:', pack(node.test), pack(node.yes), pack(node.no)]
    case 'call':
      return ['()', node.name, node.target ? pack(node.target) : null, ...node.args.map(pack)]
    case 'list':
      return ['[]', ...node.items.map(packItem)]
    case 'map':
      return ['{}', ...node.entries.map((entry) => [pack(entry.key), packItem(entry)])]
    case 'macro':
      return ['macro', node.name, pack(node.target), node.bound, ...node.args.map(pack)]
  }
}

function packLiteral(value: unknown): ParsedExpression {
  if (typeof value === 'bigint') return ['int', `${value}`]
  // JSON has no -0.
  if (typeof value === 'number') return ['double', Object.is(value, -0) ? '-0' : `${value}`]
  if (value instanceof Uint) return ['uint', `${value.value}`]
  return value instanceof Uint8Array ? ['bytes', ...value] : ['is', value]
}

function packItem({ value, optional }: { readonly value: Node; readonly optional: boolean }): ParsedExpression {
  return optional ? ['?', pack(value)] : pack(value)
}

/** What an evaluation may never reach, as the right side of `&&` or what is asked of the elements of a list, is unpacked when it is asked for. */
export function unpack(packed: ParsedExpression): Node {
  if (typeof packed === 'string') return { kind: 'name', name: packed, ...NO_PLACE }
  const [what, ...parts] = packed
  switch (what) {
    case 'is':
    case 'int':
    case 'uint':
    case 'double':
    case 'bytes':
      return { kind: 'literal', value: literal(what, parts), ...NO_PLACE }
    case '()':
    case 'macro':
      return unpackCall(what, parts)
    case '[]':
      return { kind: 'list', items: parts.map(unpackItem), ...NO_PLACE }
    case '{}':
      return { kind: 'map', entries: (parts as [ParsedExpression, ParsedExpression][]).map(unpackEntry), ...NO_PLACE }
    default:
      return unpackOperation(what, parts)
  }
}

function unpackCall(what: string, [name, target, ...rest]: readonly unknown[]): Node {
  const of = target === null ? undefined : unpack(target as ParsedExpression)
  if (what === '()') return { kind: 'call', name: name as string, target: of, args: (rest as ParsedExpression[]).map(unpack), ...NO_PLACE }
  const [bound, ...args] = rest as [string[], ...ParsedExpression[]]
  return {
    kind: 'macro',
    name: name as Macro,
    target: of as Node,
    bound,
    get args() {
      return args.map(unpack)
    },
    ...NO_PLACE,
  }
}

function unpackOperation(what: string, parts: readonly unknown[]): Node {
  const first = unpack(parts[0] as ParsedExpression)
  const second = parts[1] as ParsedExpression
  switch (what) {
    case '.':
    case '.?':
      return { kind: 'select', operand: first, field: second as string, optional: what === '.?', ...NO_PLACE }
    case 'has':
      return { kind: 'has', operand: first, field: second as string, ...NO_PLACE }
    case '[':
    case '[?':
      return { kind: 'index', operand: first, index: unpack(second), optional: what === '[?', ...NO_PLACE }
    case '&&':
    case '||':
      return unpackEither(what, first, second)
    case '?:':
      return unpackConditional(first, second, parts[2] as ParsedExpression)
    default:
      if (parts.length === 1) return { kind: 'unary', operator: what as '!' | '-', operand: first, ...NO_PLACE }
      return { kind: 'binary', operator: what as BinaryOperator, left: first, right: unpack(second), ...NO_PLACE }
  }
}

function unpackEither(operator: '&&' | '||', left: Node, right: ParsedExpression): Node {
  return {
    kind: 'either',
    operator,
    left,
    get right() {
      return unpack(right)
    },
    ...NO_PLACE,
  }
}

function unpackConditional(test: Node, yes: ParsedExpression, no: ParsedExpression): Node {
  return {
    kind: 'conditional',
    test,
    get yes() {
      return unpack(yes)
    },
    get no() {
      return unpack(no)
    },
    ...NO_PLACE,
  }
}

function literal(what: string, [value, ...others]: readonly unknown[]): unknown {
  if (what === 'int') return BigInt(value as string)
  if (what === 'double') return Number(value)
  if (what === 'uint') return new Uint(BigInt(value as string))
  if (what === 'is') return value
  return Uint8Array.from(value === undefined ? [] : [value as number, ...(others as number[])])
}

function unpackItem(packed: unknown): { value: Node; optional: boolean } {
  const optional = Array.isArray(packed) && packed[0] === '?'
  return { value: unpack((optional ? packed[1] : packed) as ParsedExpression), optional }
}

function unpackEntry([key, value]: readonly [ParsedExpression, ParsedExpression]): { key: Node; value: Node; optional: boolean } {
  return { key: unpack(key), ...unpackItem(value) }
}
