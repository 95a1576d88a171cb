import type { ParsedExpression } from '../../model/rule.ts'
import type { BinaryOperator, Macro, Node } from './ast.ts'
import { Uint } from './values.ts'

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

/**
 * What an evaluation may never reach, as the right side of `&&` or what is asked of the elements of a list, is unpacked when it is asked for.
 * Parts are read by their index: each start unpacks hundreds of expressions before anything of it is optimised.
 */
export function unpack(packed: ParsedExpression): Node {
  if (typeof packed === 'string') return { kind: 'name', name: packed, start: 0, end: 0 }
  const what = packed[0]
  switch (what) {
    case 'is':
    case 'int':
    case 'uint':
    case 'double':
    case 'bytes':
      return { kind: 'literal', value: literal(packed), start: 0, end: 0 }
    case '()':
      return {
        kind: 'call',
        name: packed[1] as string,
        target: packed[2] === null ? undefined : unpack(packed[2] as ParsedExpression),
        args: unpackFrom(packed, 3, unpack),
        start: 0,
        end: 0,
      }
    case 'macro':
      return unpackMacro(packed)
    case '[]':
      return { kind: 'list', items: unpackFrom(packed, 1, unpackItem), start: 0, end: 0 }
    case '{}':
      return { kind: 'map', entries: unpackFrom(packed, 1, unpackEntry), start: 0, end: 0 }
    default:
      return unpackOperation(what, packed)
  }
}

function unpackFrom<Part, Unpacked>(packed: readonly unknown[], from: number, read: (part: Part) => Unpacked): Unpacked[] {
  const parts: Unpacked[] = []
  for (let index = from; index < packed.length; index++) parts.push(read(packed[index] as Part))
  return parts
}

function unpackMacro(packed: readonly unknown[]): Node {
  return {
    kind: 'macro',
    name: packed[1] as Macro,
    target: unpack(packed[2] as ParsedExpression),
    bound: packed[3] as string[],
    get args() {
      return unpackFrom(packed, 4, unpack)
    },
    start: 0,
    end: 0,
  }
}

function unpackOperation(what: string, packed: readonly unknown[]): Node {
  const first = unpack(packed[1] as ParsedExpression)
  const second = packed[2] as ParsedExpression
  switch (what) {
    case '.':
    case '.?':
      return { kind: 'select', operand: first, field: second as string, optional: what === '.?', start: 0, end: 0 }
    case 'has':
      return { kind: 'has', operand: first, field: second as string, start: 0, end: 0 }
    case '[':
    case '[?':
      return { kind: 'index', operand: first, index: unpack(second), optional: what === '[?', start: 0, end: 0 }
    case '&&':
    case '||':
      return unpackEither(what, first, second)
    case '?:':
      return unpackConditional(first, second, packed[3] as ParsedExpression)
    default:
      if (packed.length === 2) return { kind: 'unary', operator: what as '!' | '-', operand: first, start: 0, end: 0 }
      return { kind: 'binary', operator: what as BinaryOperator, left: first, right: unpack(second), start: 0, end: 0 }
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
    start: 0,
    end: 0,
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
    start: 0,
    end: 0,
  }
}

function literal(packed: readonly unknown[]): unknown {
  const value = packed[1]
  switch (packed[0]) {
    case 'is':
      return value
    case 'int':
      return BigInt(value as string)
    case 'uint':
      return new Uint(BigInt(value as string))
    case 'double':
      return Number(value)
    default:
      return Uint8Array.from(packed.slice(1) as number[])
  }
}

function unpackItem(packed: unknown): { value: Node; optional: boolean } {
  const optional = Array.isArray(packed) && packed[0] === '?'
  return { value: unpack((optional ? packed[1] : packed) as ParsedExpression), optional }
}

function unpackEntry(packed: readonly [ParsedExpression, ParsedExpression]): { key: Node; value: Node; optional: boolean } {
  const { value, optional } = unpackItem(packed[1])
  return { key: unpack(packed[0]), value, optional }
}
