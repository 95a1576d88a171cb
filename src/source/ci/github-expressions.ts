/** An expression of a workflow, `${{ … }}`, with its place in the text around it. */
export interface Expression {
  readonly text: string
  readonly start: number
  readonly end: number
}

const LONGEST = 2_000
const DEEPEST = 32

/** The expressions in a text. An apostrophe opens a literal, in which braces end nothing. */
export function expressionsIn(text: string): Expression[] {
  const found: Expression[] = []
  for (let start = text.indexOf('${{'); start >= 0; ) {
    let literal = false
    let end = start + 3
    while (end < text.length && (literal || !text.startsWith('}}', end))) {
      if (text[end] === "'") literal = !literal
      end++
    }
    if (end >= text.length) break
    found.push({ text: text.slice(start + 3, end), start, end: end + 2 })
    start = text.indexOf('${{', end + 2)
  }
  return found
}

/**
 * The contexts whose text an expression may come to, in lower case and with dots: `github.event.commits.*.message`. A comparison and
 * `contains` come to true or false, and of `a && b` only b is left. `.**` ends what is written out whole. What GitHub cannot read gives
 * none.
 */
export function contextsOf(expression: string): readonly string[] {
  if (expression.length > LONGEST) return []
  const tokens = expression.match(TOKEN) ?? []
  const reader = new Reader(tokens.filter((token) => token.trim() !== ''))
  const found = reader.either(0)
  return reader.isAtEnd ? found : []
}

const TOKEN = /'(?:[^']|'')*'|[A-Za-z_][\w-]*|[\d.+-][\w.+-]*(?<=\d)|&&|\|\||[=!<>]=|[!<>()[\].,*]|\s+|./gs
const COMPARED = /^(?:[=!<>]=|[<>])$/
/** Functions that answer with true, false or a number of their own. */
const OWN = new Set(['contains', 'startswith', 'endswith', 'hashfiles', 'success', 'failure', 'always', 'cancelled'])

class Reader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length
  }

  either(depth: number): readonly string[] {
    const found = [...this.#both(depth)]
    while (this.#take('||')) found.push(...this.#both(depth))
    return found
  }

  #both(depth: number): readonly string[] {
    let last = this.#compared(depth)
    while (this.#take('&&')) last = this.#compared(depth)
    return last
  }

  #compared(depth: number): readonly string[] {
    const first = this.#negated(depth)
    if (!COMPARED.test(this.#next)) return first
    while (COMPARED.test(this.#next)) {
      this.#at++
      this.#negated(depth)
    }
    return []
  }

  #negated(depth: number): readonly string[] {
    if (!this.#take('!')) return this.#value(depth)
    while (this.#take('!'));
    this.#value(depth)
    return []
  }

  #value(depth: number): readonly string[] {
    if (depth > DEEPEST) return this.#fail()
    const token = this.#next
    this.#at++
    if (token === '(') {
      const inner = this.either(depth + 1)
      return this.#take(')') ? this.#below(inner, depth) : this.#fail()
    }
    if (!/^[A-Za-z_]/.test(token)) return token.startsWith("'") || /\d$/.test(token) ? [] : this.#fail()
    return this.#take('(') ? this.#call(token.toLowerCase(), depth) : this.#path(token.toLowerCase(), depth)
  }

  #call(name: string, depth: number): readonly string[] {
    const found: string[] = []
    while (!this.#take(')')) {
      found.push(...this.either(depth + 1))
      if (this.#next !== ')' && !this.#take(',')) return this.#fail()
    }
    const whole = name === 'tojson' ? found.map((path) => `${path}.**`) : found
    return this.#below(OWN.has(name) ? [] : whole, depth)
  }

  // Of a part of what is computed nobody can say from where it is.
  #below(found: readonly string[], depth: number): readonly string[] {
    this.#path('', depth)
    return found
  }

  #path(first: string, depth: number): readonly string[] {
    const steps = [first]
    for (;;) {
      if (this.#take('.')) {
        steps.push(this.#next.toLowerCase())
        this.#at++
      } else if (this.#take('[')) {
        const literal = /^'(.*)'$/s.exec(this.#next)?.[1]
        this.either(depth + 1)
        if (!this.#take(']')) return this.#fail()
        steps.push(literal === undefined ? '*' : literal.toLowerCase())
      } else return [steps.join('.')]
    }
  }

  get #next(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #take(token: string): boolean {
    if (this.#next !== token) return false
    this.#at++
    return true
  }

  // Past the end there is nothing to read, and the whole comes to nothing.
  #fail(): readonly string[] {
    this.#at = this.#tokens.length + 1
    return []
  }
}
