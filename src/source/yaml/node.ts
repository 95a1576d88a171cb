/** What a YAML text says before anybody reads its scalars: the same tree from the fast parser and from the `yaml` package. */
export type Node = Scalar | Mapping | Sequence | Alias

export const SCALAR = 0
export const MAPPING = 1
export const SEQUENCE = 2
export const ALIAS = 3

export class Scalar {
  readonly type = SCALAR
  readonly start: number
  readonly end: number
  /** With escapes, folding and indentation resolved. */
  readonly text: string
  /** Neither quoted nor a block: only then may it be a number, a boolean or null. */
  readonly plain: boolean
  /** As written, with the shorthand resolved: `tag:yaml.org,2002:str`, `!foo`. */
  tag: string | undefined

  constructor(start: number, end: number, text: string, plain: boolean) {
    this.start = start
    this.end = end
    this.text = text
    this.plain = plain
    this.tag = undefined
  }
}

/** Block mappings span from the first key to the end of the last value, flow mappings from brace to brace. */
export class Mapping {
  readonly type = MAPPING
  readonly start: number
  end: number
  readonly keys: Node[] = []
  /** A missing value is an empty plain scalar at its key's end. */
  readonly values: Node[] = []
  /** The keys' names as the schema reads them; made at the first use. */
  names: readonly string[] | undefined

  constructor(start: number, end: number) {
    this.start = start
    this.end = end
    this.names = undefined
  }
}

export class Sequence {
  readonly type = SEQUENCE
  readonly start: number
  end: number
  readonly items: Node[] = []
  /** Offset of each item's dash; empty for a flow sequence. */
  readonly dashes: number[] = []

  constructor(start: number, end: number) {
    this.start = start
    this.end = end
  }
}

export class Alias {
  readonly type = ALIAS
  readonly start: number
  readonly end: number
  readonly name: string
  /** Undefined where no anchor of that name stands before. */
  readonly target: Node | undefined

  constructor(start: number, end: number, name: string, target: Node | undefined) {
    this.start = start
    this.end = end
    this.name = name
    this.target = target
  }
}

/** What keeps a text from being read, at its place. */
export interface Flaw {
  readonly start: number
  readonly end: number
  readonly message: string
  /** The document has no value; otherwise it is read on, say with the last of two equal keys. */
  readonly fatal: boolean
}
