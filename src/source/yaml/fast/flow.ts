import { Alias, Mapping, type Node, Scalar, Sequence } from '../node.ts'
import { giveUp, giveUpAtBrace, type Input, isBlank, isBlankOrEnd, isFlowMark, MAX_DEPTH, MAX_KEY } from './input.ts'
import { quoted } from './quoted.ts'

/** The flow collection at `input.pos`, JSON included. Moves past it. */
export function flow(input: Input): Node {
  if (++input.depth > MAX_DEPTH) giveUp()
  const node = input.text.charCodeAt(input.pos) === 123 ? flowMapping(input) : flowSequence(input)
  input.depth--
  return node
}

function flowMapping(input: Input): Mapping {
  const node = new Mapping(input.pos++, 0)
  for (let code = next(input); code !== 125; code = next(input)) {
    if (code === 123) giveUpAtBrace()
    const key = code === 34 || code === 39 ? singleLine(input) : flowPlain(input)
    node.keys.push(key)
    node.values.push(flowPairValue(input, key))
    separator(input, 125)
  }
  node.end = ++input.pos
  return node
}

function flowPairValue(input: Input, key: Node): Node {
  const code = next(input)
  // After a quoted key JSON's colon needs no blank.
  if (code === 58) {
    input.pos++
    const after = next(input)
    if (after !== 44 && after !== 125) return flowNode(input, after)
  } else if (code !== 44 && code !== 125) giveUp()
  return new Scalar(key.end, key.end, '', true)
}

function flowSequence(input: Input): Sequence {
  const node = new Sequence(input.pos++, 0)
  for (let code = next(input); code !== 93; code = next(input)) {
    node.items.push(flowNode(input, code))
    separator(input, 93)
  }
  node.end = ++input.pos
  return node
}

function flowNode(input: Input, code: number): Node {
  if (code === 123 || code === 91) return flow(input)
  if (code === 34 || code === 39) return quoted(input)
  return code === 42 ? alias(input) : flowPlain(input)
}

/** Moves to the next content, over line ends and comments. */
function next(input: Input): number {
  input.skipToContent()
  const code = input.code(input.pos)
  return Number.isNaN(code) ? giveUp() : code
}

// A pair within a sequence ends in neither comma nor bracket: for the slow parser.
function separator(input: Input, close: number): void {
  const code = next(input)
  if (code === 44) input.pos++
  else if (code !== close) giveUp()
}

function singleLine(input: Input): Scalar {
  const line = input.lineStart
  const key = quoted(input)
  return input.lineStart === line && key.end - key.start < MAX_KEY ? key : giveUp()
}

function flowPlain(input: Input): Scalar {
  const { text } = input
  const start = input.pos
  if (!canBegin(input, start)) giveUp()
  let at = start
  for (; at < input.end; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || isFlowMark(code)) break
    if (code === 58) {
      const after = input.code(at + 1)
      // `a:,` and `a:]` are read differently by YAML 1.1 and 1.2.
      if (isFlowMark(after)) giveUp()
      if (isBlankOrEnd(after)) break
    } else if (code === 35 && isBlank(text.charCodeAt(at - 1))) break
  }
  const end = trimmed(text, start, at)
  input.pos = at
  // A plain scalar that goes on on the next line.
  if (text.charCodeAt(at) === 10 && !isFlowMark(next(input)) && input.code(input.pos) !== 58) giveUp()
  if (end - start > MAX_KEY) giveUp()
  return new Scalar(start, end, text.slice(start, end), true)
}

/** Whether a plain scalar may begin here. */
export function canBegin(input: Input, at: number): boolean {
  const code = input.text.charCodeAt(at)
  if (code > 96) return code !== 123 && code !== 124 && code !== 125
  if (code > 63) return code !== 91 && code !== 93 && code !== 96 && code !== 64
  if (code > 47 && code < 58) return true
  // `-`, `?` and `:` may begin one when something follows.
  if (code === 45 || code === 63 || code === 58) return !isBlankOrEnd(input.code(at + 1)) && !isFlowMark(input.code(at + 1))
  return code === 36 || code === 40 || code === 41 || code === 43 || code === 46 || code === 47 || (code > 58 && code < 62)
}

export function trimmed(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

const NAME = /[^\s,[\]{}]+/y

/** The name after `&` or `*` at `input.pos`. Moves past it. */
export function anchorName(input: Input): string {
  NAME.lastIndex = input.pos + 1
  const name = NAME.exec(input.text)?.[0]
  // Names that the two YAML versions cut differently.
  if (name === undefined || !/^[\w.-]+$/.test(name)) giveUp()
  input.pos += name.length + 1
  return name
}

export function alias(input: Input): Alias {
  const start = input.pos
  const name = anchorName(input)
  // None, or one that is still open: for the slow parser.
  return new Alias(start, input.pos, name, input.anchors.get(name) ?? giveUp())
}
