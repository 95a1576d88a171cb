import type { Dockerfile } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { yaml } from '../packages.ts'
import { mask } from '../yaml/template/mask.ts'

/** A comment with the line that it speaks of. */
export interface Comment {
  readonly file: string
  readonly line: number
  /** Without `#` and the blanks around it, as far as anybody reads on. */
  readonly text: string
  /** The lines it stands for: its own, and for a line of nothing but a comment the next one that is neither blank nor a comment. */
  readonly lines: readonly number[]
  /** Nothing but comments, blank lines and the opening of a document stands above it. */
  readonly atTop: boolean
}

const LONGEST = 2000

/** The comments of a YAML file; what only looks like one in a text is none. `wanted` is asked first, since few files have any of interest. */
export function yamlComments(source: Source, wanted: RegExp): readonly Comment[] {
  if (!wanted.test(source.text)) return []
  const text = source.text.includes('{{') ? mask(source.text).text : source.text
  const found: Written[] = []
  let at = 0
  for (const token of new (yaml().Lexer)().lex(text)) {
    // The lexer marks documents, scalars and the ends of flows with characters that are not in the text.
    if (MARKS.has(token) && text.charAt(at) !== token) continue
    if (token.startsWith('#')) found.push(written(source, at, source.text.slice(at, at + token.length)))
    at += token.length
  }
  return placed(source, found)
}

const MARKS = new Set(['\u0002', '\u0018', '\u001f'])

interface Written {
  readonly line: number
  readonly text: string
  readonly alone: boolean
}

function written(source: Source, at: number, comment: string): Written {
  const { line, column } = source.place({ start: at, end: at })
  return { line, text: bare(comment), alone: (source.line(line) ?? '').slice(0, column - 1).trim() === '' }
}

function bare(comment: string): string {
  return comment
    .slice(0, LONGEST)
    .replace(/^\s*#+/, '')
    .trim()
}

/** Whole lines of a Dockerfile: between instructions, inside one that goes on, and in the shell of a here-document. */
export function dockerfileComments({ source, pieces, instructions }: Dockerfile, wanted: RegExp): readonly Comment[] {
  if (!wanted.test(source.text)) return []
  const lineOf = (offset: number) => source.place({ start: offset, end: offset }).line
  const kept = new Set<number>()
  const first = new Set(instructions.map(({ span }) => lineOf(span.start)))
  for (const { name, heredocs } of instructions) {
    // What COPY writes into a file is no comment of ours.
    if (name !== 'run') for (const { body } of heredocs) for (let line = lineOf(body.start); line < lineOf(body.end); line++) kept.add(line)
  }
  const found: Written[] = []
  for (const { kind, span } of pieces) {
    if (kind !== 'comment' && kind !== 'directive' && kind !== 'instruction') continue
    for (let line = lineOf(span.start); line <= lineOf(Math.max(span.start, span.end - 1)); line++) {
      const text = source.line(line) ?? ''
      if (/^\s*#/.test(text) && !kept.has(line) && !first.has(line)) found.push({ line, text: bare(text), alone: true })
    }
  }
  return placed(source, found)
}

function placed(source: Source, found: readonly Written[]): readonly Comment[] {
  const alone = new Set(found.filter((one) => one.alone).map(({ line }) => line))
  const next = nextLines(source, alone)
  const started = startOf(source, alone)
  return found.map(({ line, text, alone }) => {
    const after = alone ? next(line) : undefined
    return { file: source.path, line, text, lines: after === undefined ? [line] : [line, after], atTop: line < started }
  })
}

/** The first line with content. */
function startOf(source: Source, comments: ReadonlySet<number>): number {
  for (let line = 1; ; line++) {
    const text = source.line(line)
    if (text === undefined || !(comments.has(line) || /^\s*(?:---\s*)?$/.test(text))) return line
  }
}

// From the end on, so that a thousand comments in a row cost a thousand steps.
function nextLines(source: Source, comments: ReadonlySet<number>): (line: number) => number | undefined {
  const next: (number | undefined)[] = []
  let total = 1
  while (source.line(total + 1) !== undefined) total++
  let after: number | undefined
  let started = total
  for (let line = total; line >= 1; line--) {
    next[line] = after
    const text = source.line(line) ?? ''
    if (text.trim() === '' || comments.has(line)) continue
    started = line
    after = line
  }
  // Above the file's first document a comment speaks of the document, not of the line that opens it.
  const opens = /^---(?:\s|$)/.test(source.line(started) ?? '')
  return (line) => (opens && next[line] === started ? next[started] : next[line])
}
