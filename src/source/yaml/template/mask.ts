import { type Action, actionsOf, isClosing, isControl, quote } from './actions.ts'
import { Branches } from './blocks.ts'

/** An action that prints whole lines: what they add lies at column `column`. */
export interface Insertion {
  readonly action: Action
  readonly column: number
}

/** A template with its actions taken out: the same length, so that every offset holds. */
export interface Masked {
  readonly text: string
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
    const column = insertedAt(text, line)
    if (column !== undefined && !isControl(action)) insertions.push({ action, column })
    pieces.push(...replaced(text, at, line, column !== undefined || line.closing))
    at = action.end
  }
  pieces.push(text.slice(at))
  return {
    text: withoutDefinitions(pieces.join(''), branches),
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

// A definition prints nothing where it stands.
function withoutDefinitions(text: string, branches: Branches): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of branches.definitions.toSorted((a, b) => a.start - b.start)) {
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

/** The column of the lines that the action adds; undefined where it prints within a line. */
function insertedAt(text: string, { action, lineStart, alone }: Lined): number | undefined {
  const [, newline, width] = /\|\s*(n?)indent\s+(\d{1,3})\s*\)?$/.exec(action.body.slice(-40)) ?? []
  if (alone) return width ? Number(width) : action.start - lineStart
  const after = /^[ \t]*\r?(?:\n|$)/.test(text.slice(action.end, action.end + 100))
  const valueOfKey = /:[ \t]*$/.test(text.slice(Math.max(lineStart, action.start - 100), action.start))
  return newline && after && valueOfKey ? Number(width) : undefined
}
