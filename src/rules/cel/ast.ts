/** A parsed expression. `start` and `end` are UTF-16 offsets in its text; macros are nodes of their own. */
export type Node =
  | (At & { readonly kind: 'literal'; readonly value: unknown })
  | (At & { readonly kind: 'name'; readonly name: string })
  | (At & { readonly kind: 'select'; readonly operand: Node; readonly field: string; readonly optional: boolean })
  | (At & { readonly kind: 'index'; readonly operand: Node; readonly index: Node; readonly optional: boolean })
  | (At & { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Node })
  | (At & { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node })
  | (At & { readonly kind: 'either'; readonly operator: '&&' | '||'; readonly left: Node; readonly right: Node })
  | (At & { readonly kind: 'conditional'; readonly test: Node; readonly yes: Node; readonly no: Node })
  | (At & { readonly kind: 'call'; readonly name: string; readonly target: Node | undefined; readonly args: readonly Node[] })
  | (At & { readonly kind: 'list'; readonly items: readonly Item[] })
  | (At & { readonly kind: 'map'; readonly entries: readonly Entry[] })
  | (At & { readonly kind: 'has'; readonly operand: Node; readonly field: string })
  | (At & {
      readonly kind: 'macro'
      readonly name: Macro
      readonly target: Node
      readonly bound: readonly string[]
      readonly args: readonly Node[]
    })

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'

export type Macro =
  | 'all'
  | 'exists'
  | 'existsOne'
  | 'map'
  | 'filter'
  | 'transformList'
  | 'transformMap'
  | 'transformMapEntry'
  | 'sortBy'
  | 'optMap'
  | 'optFlatMap'

interface At {
  readonly start: number
  readonly end: number
}

interface Item {
  readonly value: Node
  readonly optional: boolean
}

interface Entry extends Item {
  readonly key: Node
}

/** An expression that is not CEL: a syntax error, an unknown name or function, types that do not fit. `at` is an offset in its text. */
export class CompileError extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.name = 'CompileError'
    this.at = at
  }
}
