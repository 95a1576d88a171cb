import { Mapping, type Node, Scalar, Sequence } from '../node.ts'
import { alias, anchorName, canBegin, flow, trimmed } from './flow.ts'
import { giveUp, Input, isBlank, isBlankOrEnd, MAX_DEPTH, MAX_KEY } from './input.ts'
import { literal } from './literal.ts'
import { folded, quoted } from './quoted.ts'

/** The tree of one document, undefined for an empty one. Throws `GivesUp`. */
export function parseFast(text: string, start: number, end: number): Node | undefined {
  const input = new Input(text, start, end)
  input.skipToContent()
  if (input.pos >= end) return undefined
  const root = blockNode(input, -1)
  input.skipToContent()
  return input.pos >= end ? root : giveUp()
}

/** The node at `input.pos`, whose parent stands at column `parent`. Leaves off at the next content. */
function blockNode(input: Input, parent: number): Node {
  const code = input.text.charCodeAt(input.pos)
  if (code === 45 && isBlankOrEnd(input.code(input.pos + 1))) return sequence(input)
  if (code === 34 || code === 39) return quotedOrMapping(input)
  if (code === 38) return anchored(input, parent)
  if (code === 123 || code === 91 || code === 42 || code === 124 || code === 62) return valueNode(input, parent, code)
  const colon = keyEnd(input)
  return colon < 0 ? plain(input, parent) : mapping(input, plainKey(input, colon))
}

function quotedOrMapping(input: Input): Node {
  const { lineStart } = input
  const node = quoted(input)
  input.skipSpaces()
  const colon = input.code(input.pos) === 58 && isBlankOrEnd(input.code(input.pos + 1))
  if (!colon) return ended(input, node)
  if (input.lineStart !== lineStart || node.end - node.start > MAX_KEY) giveUp()
  return mapping(input, node)
}

/** A value that cannot be a block collection. */
function valueNode(input: Input, parent: number, code: number): Node {
  if (code === 124 || code === 62) {
    const node = literal(input, parent)
    input.skipToContent()
    return node
  }
  if (code === 34 || code === 39) return ended(input, quoted(input))
  if (code === 123 || code === 91) return ended(input, flow(input))
  return code === 42 ? ended(input, alias(input)) : plain(input, parent)
}

/** What follows a finished value is the next line's content, or nothing. */
function ended(input: Input, node: Node): Node {
  return input.skipToContent() ? node : giveUp()
}

// An anchor before a block collection stands on the line before it; one before a key belongs to the key.
function anchored(input: Input, parent: number): Node {
  const name = anchorName(input)
  // Until its node is read an alias to it would be one within itself.
  input.anchors.delete(name)
  if (input.skipToContent()) return named(input, name, input.column > parent && input.pos < input.end ? blockNode(input, parent) : giveUp())
  const code = input.code(input.pos)
  if (code === 38 || code === 42 || (code === 45 && isBlank(input.code(input.pos + 1)))) giveUp()
  if (code !== 34 && code !== 39 && code !== 124 && code !== 62 && code !== 123 && code !== 91 && keyEnd(input) >= 0) giveUp()
  return named(input, name, valueNode(input, parent, code))
}

function named(input: Input, name: string, node: Node): Node {
  input.anchors.set(name, node)
  return node
}

function sequence(input: Input): Sequence {
  if (++input.depth > MAX_DEPTH) giveUp()
  const { column } = input
  const node = new Sequence(input.pos, 0)
  while (input.pos < input.end && input.column === column && input.text.charCodeAt(input.pos) === 45) {
    if (!isBlankOrEnd(input.code(input.pos + 1))) giveUp()
    const dash = input.pos++
    node.dashes.push(dash)
    const nextLine = toItem(input)
    const present = input.pos < input.end && (!nextLine || input.column > column)
    node.items.push(present ? blockNode(input, column) : new Scalar(dash + 1, dash + 1, '', true))
  }
  if (input.pos < input.end && input.column > column) giveUp()
  input.depth--
  node.end = (node.items.at(-1) as Node).end
  return node
}

/** Moves to an item's content; true when it is on a later line. */
function toItem(input: Input): boolean {
  input.skipSpaces()
  // A tab after the dash: YAML 1.1 and 1.2 differ.
  if (input.code(input.pos) === 9) giveUp()
  return input.skipToContent()
}

function mapping(input: Input, first: Scalar): Mapping {
  if (++input.depth > MAX_DEPTH) giveUp()
  const column = first.start - input.lineStart
  const node = new Mapping(first.start, 0)
  for (let key: Scalar | undefined = first; key; key = nextKey(input, column)) {
    node.keys.push(key)
    input.pos++
    node.values.push(member(input, column, key))
  }
  input.depth--
  node.end = (node.values.at(-1) as Node).end
  return node
}

/** The key at the same column, leaving off at its colon; undefined where the mapping ends. */
function nextKey(input: Input, column: number): Scalar | undefined {
  if (input.pos >= input.end || input.column < column) return undefined
  if (input.column > column) giveUp()
  const code = input.text.charCodeAt(input.pos)
  if (code === 34 || code === 39) return quotedKey(input)
  const colon = keyEnd(input)
  return colon < 0 ? giveUp() : plainKey(input, colon)
}

function quotedKey(input: Input): Scalar {
  const { lineStart } = input
  const key = quoted(input)
  input.skipSpaces()
  const fits = input.lineStart === lineStart && key.end - key.start < MAX_KEY
  return fits && input.code(input.pos) === 58 && isBlankOrEnd(input.code(input.pos + 1)) ? key : giveUp()
}

/** The value after a key's colon. */
function member(input: Input, column: number, key: Scalar): Node {
  if (!input.skipToContent()) return inline(input, column)
  const deeper = input.column > column
  const list = input.column === column && input.code(input.pos) === 45 && isBlankOrEnd(input.code(input.pos + 1))
  if (input.pos < input.end && (deeper || list)) return list ? sequence(input) : blockNode(input, column)
  return new Scalar(key.end, key.end, '', true)
}

function inline(input: Input, column: number): Node {
  const code = input.text.charCodeAt(input.pos)
  return code === 38 ? anchored(input, column) : valueNode(input, column, code)
}

/** Offset of the colon if the line is `key: …` or `key:`; -1 where it is not. */
function keyEnd(input: Input): number {
  const { text, end, pos } = input
  if (!canBegin(input, pos)) giveUp()
  for (let at = pos; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 58 && isBlankOrEnd(input.code(at + 1))) return at
    if (code === 10 || (code === 35 && isBlank(text.charCodeAt(at - 1)))) return -1
  }
  return -1
}

function plainKey(input: Input, colon: number): Scalar {
  const end = trimmed(input.text, input.pos, colon)
  if (end - input.pos > MAX_KEY) giveUp()
  const key = new Scalar(input.pos, end, input.text.slice(input.pos, end), true)
  input.pos = colon
  return key
}

/** The plain scalar at `input.pos`, with the lines it goes on on. */
function plain(input: Input, parent: number): Scalar {
  const { text } = input
  const start = input.pos
  if (!canBegin(input, start)) giveUp()
  let end = plainLine(input)
  const firstEnd = end
  if (!input.skipToContent() && input.pos < input.end) giveUp()
  if (input.pos >= input.end || input.column <= parent) return new Scalar(start, end, text.slice(start, end), true)
  while (input.pos < input.end && input.column > parent) {
    // A comment between the lines would have ended the scalar.
    if (text.slice(end, input.pos).includes('#')) giveUp()
    end = plainLine(input)
    input.skipToContent()
  }
  return new Scalar(start, end, firstEnd === end ? text.slice(start, end) : folded(text.slice(start, end)), true)
}

/** Moves past one line of a plain scalar; where its text ends. */
function plainLine(input: Input): number {
  const { text, pos } = input
  let at = pos
  for (; at < input.end; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 35 && isBlank(text.charCodeAt(at - 1)))) break
    if (code === 58 && isBlankOrEnd(input.code(at + 1))) giveUp()
  }
  input.pos = at
  return trimmed(text, pos, at)
}
