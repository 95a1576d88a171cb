import type { ParsedNode, YAMLError, YAMLMap, YAMLSeq } from 'yaml'
import { yaml } from '../packages.ts'
import { Alias, type Flaw, Mapping, type Node, Scalar, Sequence } from './node.ts'
import { explain } from './words.ts'

const MAX_FLOW_DEPTH = 400

/** The reference: the `yaml` package's reading of `text`, which stands at `offset` of its file, as our tree. */
export function parseSlowly(text: string, offset: number): { root: Node | undefined; flaws: Flaw[] } {
  const deep = tooDeep(text)
  if (deep >= 0) return { root: undefined, flaws: [flaw(offset + deep, 1, `nested more than ${MAX_FLOW_DEPTH} levels deep`)] }
  // kubectl reads by lines and ends the last one with a line break.
  const document = withoutStacks(() =>
    yaml().parseDocument<ParsedNode>(text.endsWith('\n') ? text : `${text}\n`, {
      keepSourceTokens: true,
      logLevel: 'silent',
      merge: false,
      prettyErrors: false,
      schema: 'failsafe',
      strict: true,
      uniqueKeys: false,
    }),
  )
  const flaws = document.errors.map((error) => ({ ...place(error, text, offset), message: explain(error, text), fatal: true }))
  if (flaws.length > 0 || !document.contents) return { root: undefined, flaws: flaws.slice(0, 1) }
  return { root: new Walk(text, offset).node(document.contents), flaws }
}

// Of its mistakes only the first is told, and the stacks that they are made with take as long as all the reading.
function withoutStacks<T>(read: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return read()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function place(error: YAMLError, text: string, offset: number): { start: number; end: number } {
  let start = Math.min(error.pos[0], text.length)
  // An error at the very end belongs to the last line with something on it.
  if (start === text.length) start = Math.max(0, text.trimEnd().length - 1)
  return { start: offset + start, end: offset + Math.max(start, Math.min(error.pos[1], endOfLine(text, start))) }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function flaw(start: number, length: number, message: string): Flaw {
  return { start, end: start + length, message, fatal: true }
}

// The `yaml` package recurses: a text of nothing but brackets or dashes would end in a stack overflow. Brackets in quotes count too, which only
// makes the bound tighter.
function tooDeep(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 91 || code === 123) depth++
    else if ((code === 93 || code === 125) && depth > 0) depth--
    if (depth > MAX_FLOW_DEPTH) return at
  }
  const compact = /^[ \t]*(?:[-?:][ \t]+){200}/m.exec(text)
  return compact ? compact.index : -1
}

class Walk {
  readonly #text: string
  readonly #offset: number
  readonly #anchors = new Map<string, Node>()

  constructor(text: string, offset: number) {
    this.#text = text
    this.#offset = offset
  }

  node(from: ParsedNode): Node {
    if (yaml().isAlias(from))
      return new Alias(this.#offset + from.range[0], this.#offset + from.range[1], from.source, this.#anchors.get(from.source))
    if (yaml().isMap(from)) return this.#mapping(from as YAMLMap.Parsed)
    if (yaml().isSeq(from)) return this.#sequence(from as YAMLSeq.Parsed)
    return this.#scalar(from)
  }

  #scalar(from: ParsedNode): Scalar {
    const [start, valueEnd] = from.range
    const block = yaml().isScalar(from) && (from.type === 'BLOCK_LITERAL' || from.type === 'BLOCK_FOLDED')
    // A block ends with its last line that is not blank.
    const end = block ? start + blockLength(this.#text.slice(start, valueEnd)) : valueEnd
    // `value` is already resolved where a tag like !!timestamp stands.
    const text = yaml().isScalar(from) ? (from.source ?? '') : ''
    const node = new Scalar(this.#offset + start, this.#offset + end, text, yaml().isScalar(from) && from.type === 'PLAIN')
    node.tag = from.tag
    return this.#anchored(from, node)
  }

  #mapping(from: YAMLMap.Parsed): Mapping {
    const node = this.#anchored(from, new Mapping(this.#offset + from.range[0], this.#offset + from.range[1]))
    for (const pair of from.items) {
      const key = this.node(pair.key)
      node.keys.push(key)
      const absent = !pair.value || isEmpty(pair.value)
      node.values.push(absent ? this.#absent(pair.value, key) : this.node(pair.value as ParsedNode))
    }
    if (!from.flow) node.end = node.values.at(-1)?.end ?? node.end
    return node
  }

  #absent(from: ParsedNode | null, key: Node): Scalar {
    const node = new Scalar(key.end, key.end, '', true)
    if (!from) return node
    node.tag = from.tag
    return this.#anchored(from, node)
  }

  #sequence(from: YAMLSeq.Parsed): Sequence {
    const tokens = from.srcToken?.items ?? []
    const node = this.#anchored(from, new Sequence(this.#offset + from.range[0], this.#offset + from.range[1]))
    for (const [index, item] of from.items.entries()) {
      const dash = from.flow ? undefined : tokens[index]?.start.find((token) => token.type === 'seq-item-ind')
      const at = dash ? this.#offset + dash.offset : 0
      if (dash) node.dashes.push(at)
      node.items.push(this.#item(item as ParsedNode, dash ? at + 1 : undefined))
    }
    if (!from.flow) node.end = node.items.at(-1)?.end ?? node.end
    return node
  }

  #item(from: ParsedNode, afterDash: number | undefined): Node {
    if (afterDash === undefined || !isEmpty(from)) return this.node(from)
    const node = new Scalar(afterDash, afterDash, '', true)
    node.tag = from.tag
    return this.#anchored(from, node)
  }

  #anchored<T extends Node>(from: ParsedNode, node: T): T {
    if (from.anchor) this.#anchors.set(from.anchor, node)
    return node
  }
}

function blockLength(raw: string): number {
  const lines = raw.indexOf('\n')
  const empty = lines < 0 || raw.slice(lines).trim() === ''
  return empty ? (/^[|>][-+\d]*/.exec(raw)?.[0].length ?? 0) : raw.trimEnd().length
}

function isEmpty(node: ParsedNode): boolean {
  return yaml().isScalar(node) && node.type === 'PLAIN' && node.range[0] === node.range[1]
}
