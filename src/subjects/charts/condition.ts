/** What the files do not tell. */
const OPEN: unique symbol = Symbol('open')

const TOKEN = /"(?:[^"\\]|\\.)*"|`[^`]*`|[()|]|[^\s()|"`]+/g
const LONGEST = 1000

/**
 * Whether the condition of an `if`, `with` or `range` holds with a chart's values as they stand in its files; undefined where it reads
 * anything else. A cluster is taken to serve what the chart asks for.
 */
export function holdsWith(values: unknown, condition: string): boolean | undefined {
  if (condition.length > LONGEST) return undefined
  const tokens = condition.match(TOKEN) ?? []
  const reader = new Reader(tokens, values)
  return truth(reader.expression())
}

class Reader {
  readonly #tokens: readonly string[]
  readonly #values: unknown
  #at = 0

  constructor(tokens: readonly string[], values: unknown) {
    this.#tokens = tokens
    this.#values = values
  }

  /** Up to the end, or a closing parenthesis. What goes on with a pipe is not read. */
  expression(): unknown {
    const word = this.#tokens[this.#at]
    const from = this.#at
    const operands: unknown[] = []
    const call = word !== undefined && /^[a-z]\w*$/i.test(word) && !/^(?:true|false|nil)$/.test(word)
    if (call) this.#at++
    let piped = false
    for (let token = this.#tokens[this.#at]; token !== undefined && token !== ')'; token = this.#tokens[this.#at]) {
      piped ||= token === '|'
      operands.push(this.#operand())
    }
    const read = this.#tokens.slice(from, this.#at)
    this.#at++
    if (call ? !FUNCTIONS.has(word) : operands.length !== 1) return read.some((token) => CLUSTER.test(token)) && !piped ? true : OPEN
    if (piped) return OPEN
    return call ? FUNCTIONS.get(word)?.(operands) : operands[0]
  }

  #operand(): unknown {
    const token = this.#tokens[this.#at++] ?? ''
    if (token === '(') return this.expression()
    const path = /^\$?\.Values((?:\.\w+)*)$/.exec(token)?.[1]
    if (path !== undefined) return this.#values === undefined ? OPEN : path.split('.').slice(1).reduce(memberOf, this.#values)
    if (/^["`]/.test(token)) return token.slice(1, -1)
    if (token === 'true' || token === 'false') return token === 'true'
    if (/^-?\d+$/.test(token)) return BigInt(token)
    return token === 'nil' ? undefined : OPEN
  }
}

const CLUSTER = /^\$?\.Capabilities\b/

function memberOf(holder: unknown, key: string): unknown {
  if (holder === OPEN) return OPEN
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined
}

/** As Go's templates see it: nothing, zero and what is empty are false. */
function truth(value: unknown): boolean | undefined {
  if (value === OPEN) return undefined
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}

const FUNCTIONS: ReadonlyMap<string, (operands: readonly unknown[]) => unknown> = new Map([
  ['and', (operands) => decidedBy(operands, false)],
  ['or', (operands) => decidedBy(operands, true)],
  ['not', ([one]) => negated(truth(one))],
  ['empty', ([one]) => negated(truth(one))],
  ['eq', ([one, ...others]) => equalToSome(one, others)],
  ['ne', ([one, other]) => negated(equalToSome(one, [other]))],
])

function decidedBy(operands: readonly unknown[], answer: boolean): unknown {
  const truths = operands.map(truth)
  if (truths.includes(answer)) return answer
  return truths.includes(undefined) ? OPEN : !answer
}

function negated(value: boolean | undefined | typeof OPEN): unknown {
  return typeof value === 'boolean' ? !value : OPEN
}

function equalToSome(one: unknown, others: readonly unknown[]): boolean | typeof OPEN {
  if (one === OPEN || others.includes(OPEN)) return OPEN
  return others.includes(one)
}
