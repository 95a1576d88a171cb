import { type Action, actionsOf, isClosing, isControl, quote } from './actions.ts'
import { Branches } from './blocks.ts'

/** An action that prints whole lines: what they add lies at column `column`, anywhere where that is not written. */
export interface Insertion {
  readonly action: Action
  readonly column: number | undefined
}

/** A template with its actions taken out: the same length, so that every offset holds. */
export interface Masked {
  readonly text: string
  /** As written. */
  readonly source: string
  readonly actions: readonly Action[]
  readonly branches: Branches
  readonly insertions: readonly Insertion[]
  /** What keeps Go from reading it as a template. */
  readonly flaw: { readonly start: number; readonly end: number; readonly message: string } | undefined
}

/** Stands for what an action prints within a line: a private-use character, which no YAML rule knows. */
export const MARK = '\ue000'

export function mask(text: string): Masked {
  const { actions, unclosed } = actionsOf(text)
  const branches = new Branches(actions)
  const insertions: Insertion[] = []
  const pieces: string[] = []
  let at = 0
  for (const line of lined(text, actions)) {
    const { action } = line
    const inserted = insertedAt(text, line)
    if (inserted && !isControl(action)) insertions.push({ action, column: inserted.column })
    pieces.push(...replaced(text, at, line, inserted !== undefined || line.closing))
    at = action.end
  }
  pieces.push(text.slice(at))
  return {
    text: blanked(pieces.join(''), branches.definitions),
    source: text,
    actions,
    branches,
    insertions,
    flaw: flawOf(text, unclosed, branches.unbalanced),
  }
}

/** What stands before the action, and what stands for it. */
function replaced(text: string, from: number, { action, alone }: Lined, blank: boolean): [string, string] {
  const before = text.slice(from, action.start)
  const width = action.end - action.start
  // Line breaks, since a line of spaces means something to a block scalar when it is longer than the indentation.
  if (alone) return [before.replace(/[ \t]{1,500}$/, (blanks) => '\n'.repeat(blanks.length)), '\n'.repeat(width)]
  return [before, blank ? ' '.repeat(width) : MARK.repeat(width)]
}

function flawOf(text: string, unclosed: number | undefined, unbalanced: Action | undefined): Masked['flaw'] {
  if (unclosed !== undefined) return { start: unclosed, end: Math.min(unclosed + 2, text.length), message: 'a `{{` without its `}}`' }
  if (!unbalanced) return undefined
  const { start, end, word } = unbalanced
  const closes = word === 'end' || word === 'else'
  return { start, end, message: closes ? `\`{{ ${word} }}\` closes nothing` : `\`${quote(unbalanced)}\` without its \`{{ end }}\`` }
}

/** The same with the first branch of each condition alone: what stands in another may be anything. */
export function withoutAlternatives(masked: Masked): Masked {
  const { alternatives } = masked.branches
  const insertions = [...masked.insertions, ...alternatives.map(({ action }): Insertion => ({ action, column: undefined }))]
  return {
    ...masked,
    text: blanked(masked.text, alternatives),
    insertions: insertions.sort((a, b) => a.action.start - b.action.start),
  }
}

// A definition prints nothing where it stands.
function blanked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    pieces.push(text.slice(at, start), '\n'.repeat(end - start))
    at = end
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(at)
}

interface Lined {
  readonly action: Action
  readonly lineStart: number
  /** Its line holds nothing but actions and a comment. */
  alone: boolean
  /** It prints nothing and stands with nothing but its like after a quoted value, which ends its line then. */
  closing: boolean
}

function lined(text: string, actions: readonly Action[]): Lined[] {
  const all: Lined[] = []
  let lineStart = 0
  let run: Lined[] = []
  for (const [index, action] of actions.entries()) {
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < action.start; next = text.indexOf('\n', lineStart))
      lineStart = next + 1
    const entry = { action, lineStart, alone: false, closing: false }
    const before = all.at(-1)?.action.end ?? 0
    all.push(entry)
    if (before <= lineStart) run = isBlank(text, lineStart, action.start) ? [entry] : []
    else run = run.length > 0 && isBlank(text, before, action.start) ? [...run.slice(-MAX_RUN), entry] : []
    if (run.length === 0 || !endsLine(text, action.end, actions[index + 1]?.start ?? text.length)) continue
    for (const member of run) member.alone = true
    run = []
  }
  return withClosing(text, all)
}

// After a plain value it is a part of what is shown of it.
function withClosing(text: string, all: Lined[]): Lined[] {
  let run: Lined[] = []
  for (const [index, line] of all.entries()) {
    const { action } = line
    const before = run.at(-1)?.action.end
    const goesOn = before === undefined ? isQuoted(text, action.start) : isBlank(text, before, action.start)
    run = isClosing(action) && goesOn ? [...run.slice(-MAX_RUN), line] : []
    if (endsLine(text, action.end, all[index + 1]?.action.start ?? text.length)) for (const member of run) member.closing = true
  }
  return all
}

function isQuoted(text: string, end: number): boolean {
  return /["'][ \t]*$/.test(text.slice(Math.max(0, end - 100), end))
}

const MAX_RUN = 50

// With no `g` or `y`: a fixed window, so that a long line costs nothing.
function isBlank(text: string, start: number, end: number): boolean {
  return end - start <= 500 && /^[ \t]*$/.test(text.slice(start, end))
}

function endsLine(text: string, from: number, limit: number): boolean {
  const rest = text.slice(from, Math.min(limit, from + 500))
  return /^[ \t]*(?:[ \t]#[^\n]*)?\r?\n/.test(rest) || (limit === text.length && /^[ \t]*$/.test(rest))
}

// `toYaml .x | indent 8`, the same within `tpl (…) .`, and `indent 8 (toYaml .x)`.
const WIDTH = /\|\s*(n?)indent\s+(\d{1,3})[\s)]*(?:[)\s][.$][\w.]*[\s)]*)?$/
const WIDTH_FIRST = /^[\s(]*(n?)indent\s+(\d{1,3})\s/
// What a named template or a text of the values holds brings its own columns.
const FOREIGN = /\b(?:include|template|tpl|n?indent)\b|\.Get\b/

/** The column of the lines that the action adds; undefined where it prints within a line. */
function insertedAt(text: string, { action, lineStart, alone }: Lined): { readonly column: number | undefined } | undefined {
  const [, newline, width] = WIDTH.exec(action.body.slice(-80)) ?? WIDTH_FIRST.exec(action.body) ?? []
  if (alone && width) return { column: Number(width) }
  if (alone) return { column: FOREIGN.test(action.body) ? undefined : action.start - lineStart }
  const after = /^[ \t]*\r?(?:\n|$)/.test(text.slice(action.end, action.end + 100))
  if (!after) return undefined
  const before = text.slice(Math.max(lineStart, action.start - 100), action.start)
  if (newline && /:[ \t]*$/.test(before)) return { column: Number(width) }
  const dash = /^[ \t]*(?=-[ \t]+$)/.exec(before)?.[0].length
  const next = dash === undefined ? undefined : columnAfter(text, action.end)
  return dash !== undefined && next !== undefined && next > dash ? { column: next } : undefined
}

// `- {{ toYaml .x | trim }}` with keys of the same item on the lines below.
function columnAfter(text: string, from: number): number | undefined {
  const lines = text
    .slice(from, from + 1000)
    .split('\n')
    .slice(1, 20)
  const next = lines.find((line) => !/^[ \t]*(?:\{\{|#|\r?$)/.test(line))
  return next && /^ *[\w"'$./-]+:/.test(next) ? next.search(/[^ ]/) : undefined
}
