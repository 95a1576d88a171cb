import { type BinaryOperator, CompileError, type Node } from './ast.ts'
import { type Token, tokens } from './lexer.ts'
import { macro } from './macro.ts'
import { MAX_INT } from './values.ts'

/** How tightly an operator binds. */
const LEVELS: ReadonlyMap<string, number> = new Map(
  [['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=', 'in'], ['+', '-'], ['*', '/', '%']].flatMap((operators, level) =>
    operators.map((operator) => [operator, level + 1] as const),
  ),
)
// `namespace` is reserved too, but is the name of a variable of ours; escaped where an expression goes to Kubernetes.
const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else for function if import let loop package return var void while'.split(' '),
)
/** Kubernetes' own limit for the nesting of an expression. */
const DEEPEST = 50
const NAMESPACED: ReadonlySet<string> = new Set(
  (
    'optional.of optional.none optional.ofNonZeroValue optional.unwrap sets.contains sets.equivalent sets.intersects lists.range ' +
    'strings.quote format.named format.dns1123Label format.dns1123Subdomain format.dns1035Label format.qualifiedName ' +
    'format.dns1123LabelPrefix format.dns1123SubdomainPrefix format.dns1035LabelPrefix format.labelValue format.uri format.uuid ' +
    'format.byte format.date format.datetime ip.isCanonical'
  ).split(' '),
)

/** The only names with dots: those of types. */
const QUALIFIED: ReadonlySet<string> = new Set([
  'google.protobuf',
  'google.protobuf.Timestamp',
  'google.protobuf.Duration',
  'net.IP',
  'net.CIDR',
])

export function parseExpression(text: string): Node {
  return new Parser(text).whole()
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#tokens = tokens(text)
  }

  whole(): Node {
    const node = this.#expression()
    if (this.#now.kind !== 'end') throw this.#unexpected()
    return node
  }

  get #now(): Token {
    return this.#tokens[this.#at] as Token
  }

  #unexpected(): CompileError {
    return new CompileError(`unexpected ${this.#now.kind === 'end' ? this.#now.text : JSON.stringify(this.#now.text)}`, this.#now.start)
  }

  #take(sign: string): boolean {
    if (this.#now.kind !== 'sign' || this.#now.text !== sign) return false
    this.#at++
    return true
  }

  #expect(sign: string): Token {
    const token = this.#now
    if (!this.#take(sign)) throw this.#unexpected()
    return token
  }

  #expression(): Node {
    if (++this.#depth > DEEPEST * 2) throw new CompileError('expression nests too deeply', this.#now.start)
    const test = this.#chain(1)
    if (!this.#take('?')) {
      this.#depth--
      return test
    }
    const yes = this.#chain(1)
    this.#expect(':')
    const no = this.#expression()
    this.#depth--
    return { kind: 'conditional', test, yes, no, start: test.start, end: no.end }
  }

  /** A chain of operators that bind at least so tightly. */
  #chain(least: number): Node {
    let left = this.#unary()
    for (;;) {
      const { kind, text } = this.#now
      const level = kind === 'sign' ? LEVELS.get(text) : undefined
      if (level === undefined || level < least) return left
      this.#at++
      const right = this.#chain(level + 1)
      const parts = { left, right, start: left.start, end: right.end }
      if (text === '&&' || text === '||') left = { kind: 'either', operator: text, ...parts }
      else left = { kind: 'binary', operator: text as BinaryOperator, ...parts }
    }
  }

  #unary(): Node {
    const { start, text, kind } = this.#now
    if (kind !== 'sign' || (text !== '!' && text !== '-')) return this.#member(this.#primary())
    this.#at++
    const literal = text === '-' ? this.#negative(start) : undefined
    if (literal) return this.#member(literal)
    if (++this.#depth > DEEPEST * 2) throw new CompileError('expression nests too deeply', start)
    const operand = this.#now.text === text && this.#now.kind === 'sign' ? this.#unary() : this.#member(this.#primary())
    this.#depth--
    return { kind: 'unary', operator: text, operand, start, end: operand.end }
  }

  #negative(start: number): Node | undefined {
    const { value, end } = this.#now
    if (this.#now.kind !== 'literal' || (typeof value !== 'bigint' && typeof value !== 'number')) return undefined
    this.#at++
    return { kind: 'literal', value: -value, start, end }
  }

  #member(first: Node): Node {
    let node = first
    for (;;) {
      if (this.#take('.')) node = this.#field(node)
      else if (this.#take('[')) {
        const optional = this.#take('?')
        const index = this.#expression()
        node = { kind: 'index', operand: node, index, optional, start: node.start, end: this.#expect(']').end }
      } else return node
    }
  }

  #field(operand: Node): Node {
    const optional = this.#take('?')
    const { kind, text: field, start, end } = this.#now
    if (kind !== 'name') throw this.#unexpected()
    this.#at++
    const name = operand.kind === 'name' && !optional ? `${operand.name}.${field}` : ''
    if (QUALIFIED.has(name)) return { kind: 'name', name, start: operand.start, end }
    if (optional || this.#now.text !== '(' || this.#now.kind !== 'sign')
      return { kind: 'select', operand, field, optional, start: operand.start, end }
    const args = this.#arguments()
    const whole = { start: operand.start, end: this.#before.end }
    if (NAMESPACED.has(name)) return { kind: 'call', name, target: undefined, args, ...whole }
    return macro(field, operand, args, whole, start) ?? { kind: 'call', name: field, target: operand, args, ...whole }
  }

  get #before(): Token {
    return this.#tokens[this.#at - 1] as Token
  }

  #arguments(): Node[] {
    this.#expect('(')
    const args: Node[] = []
    if (this.#take(')')) return args
    do args.push(this.#expression())
    while (this.#take(','))
    this.#expect(')')
    return args
  }

  #primary(): Node {
    const token = this.#now
    const { start, end } = token
    if (token.kind === 'literal') {
      if (typeof token.value === 'bigint' && token.value > MAX_INT) throw new CompileError('invalid int literal', start)
      this.#at++
      return { kind: 'literal', value: token.value, start, end }
    }
    if (token.kind === 'name') return this.#name()
    if (this.#take('.')) return this.#name()
    if (this.#take('(')) {
      const inner = this.#expression()
      this.#expect(')')
      return inner
    }
    if (this.#take('[')) return this.#list(start)
    if (this.#take('{')) return this.#map(start)
    throw this.#unexpected()
  }

  #name(): Node {
    const { kind, text: name, start, end } = this.#now
    if (kind !== 'name') throw this.#unexpected()
    if (RESERVED.has(name)) throw new CompileError(`reserved identifier: ${name}`, start)
    this.#at++
    if (this.#now.text !== '(' || this.#now.kind !== 'sign') return { kind: 'name', name, start, end }
    const args = this.#arguments()
    const whole = { start, end: this.#before.end }
    return macro(name, undefined, args, whole, start) ?? { kind: 'call', name, target: undefined, args, ...whole }
  }

  #list(start: number): Node {
    const items: { value: Node; optional: boolean }[] = []
    while (this.#now.text !== ']' || this.#now.kind !== 'sign') {
      const optional = this.#take('?')
      items.push({ value: this.#expression(), optional })
      if (!this.#take(',')) break
    }
    return { kind: 'list', items, start, end: this.#expect(']').end }
  }

  #map(start: number): Node {
    const entries: { key: Node; value: Node; optional: boolean }[] = []
    while (this.#now.text !== '}' || this.#now.kind !== 'sign') {
      const optional = this.#take('?')
      const key = this.#expression()
      this.#expect(':')
      entries.push({ key, value: this.#expression(), optional })
      if (!this.#take(',')) break
    }
    return { kind: 'map', entries, start, end: this.#expect('}').end }
  }
}
