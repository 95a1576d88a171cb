import type { Span } from '../../model/position.ts'
import { parseFast } from './fast/block.ts'
import { Braced, GivesUp } from './fast/input.ts'
import type { Flaw, Node } from './node.ts'
import { parseSlowly } from './slow.ts'

export interface Tree {
  readonly root: Node | undefined
  readonly flaws: readonly Flaw[]
}

/** The tree of the document at `span`: by the fast parser, by the `yaml` package where that one gives up. */
export function parseTree(text: string, span: Span): Tree {
  try {
    return { root: parseFast(text, span.start, span.end), flaws: [] }
  } catch (error) {
    if (!(error instanceof GivesUp)) throw error
    return parseSlowly(text.slice(span.start, span.end), span.start)
  }
}

/** The same, but undefined for a text with `{{`, of which no reading gives an object: a key there is a mapping, or it is no YAML at all. */
export function parseUnlessBraced(text: string, span: Span): Tree | undefined {
  try {
    return { root: parseFast(text, span.start, span.end), flaws: [] }
  } catch (error) {
    if (error instanceof Braced) return undefined
    if (!(error instanceof GivesUp)) throw error
    return parseSlowly(text.slice(span.start, span.end), span.start)
  }
}

// go-yaml refuses the first group. The second are line breaks to YAML 1.1, so to Kubernetes, and characters like any other to YAML 1.2 and to editors.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const REFUSED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|([\x85\u2028\u2029])/

/** Characters that Kubernetes refuses, or that hide a line from a reader. */
export function refusedCharacter(text: string, span: Span): Flaw | undefined {
  const found = REFUSED.exec(text.slice(span.start, span.end))
  if (!found) return undefined
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const start = span.start + found.index
  const message = found[1]
    ? `a line break (U+${code}) that only YAML 1.1 knows; Kubernetes goes by it, editors do not`
    : `a control character (U+${code})`
  return { start, end: start + 1, message, fatal: true }
}
