import type { RelatedPlace } from '../model/finding.ts'
import { type Origin, originOf, Unsettled } from '../model/origin.ts'
import { ITEM_STEP, type Path, parsePath } from '../model/path.ts'
import { type Place, repositoryPlace, type Source, type Span } from '../model/position.ts'
import type { Subject } from '../model/subject.ts'

/** What the paths of `at` start from. */
export interface Ground {
  readonly subject: Subject
  readonly variables: Readonly<Record<string, unknown>>
  /** Where the item of `each` stands: a text or number carries no origin of its own. */
  readonly itemOrigin?: Origin | undefined
  /** Why the item may not be there. */
  readonly doubt?: Unsettled | undefined
}

export interface Located {
  readonly place: Place
  readonly related: readonly RelatedPlace[]
  /** The path that was pointed at, without lines. */
  readonly path: string
}

interface Walk {
  readonly found: boolean
  readonly value: unknown
  /** Of the deepest member that exists; undefined where nothing on the way comes from a file. */
  readonly origin: Origin | undefined
  /** Where the alias or merge key on the way leads. */
  readonly anchor: Origin | undefined
  /** No step was taken: the origin is that of the base itself. */
  readonly atBase: boolean
}

/**
 * The first of the paths that exists; else the deepest existing ancestor of the first. Throws `Unsettled` when the value that is
 * pointed at, or whether it exists, is not settled by the files.
 */
export function locate(ground: Ground, at: readonly string[]): Located {
  let first: { walk: Walk; text: string } | undefined
  for (const written of at) {
    const text = withItem(written, ground.variables)
    const path = pathOf(text)
    if (!path) continue
    const walked = walkPath(ground, path)
    if (walked.found && walked.origin) return located(ground, walked, text)
    first ??= { walk: walked, text }
  }
  return first ? located(ground, first.walk, first.text) : located(ground, base(ground.subject.value, ground.subject.origin), '')
}

// `pod[item]`: the member that a text item names, or that the steps of a list lead to.
function withItem(path: string, variables: Ground['variables']): string {
  if (!path.includes(ITEM_STEP)) return path
  const { item } = variables
  const steps = (Array.isArray(item) ? item : [item]).map(stepOf)
  return steps.includes(undefined) ? path : path.replaceAll(ITEM_STEP, () => steps.join(''))
}

function stepOf(part: unknown): string | undefined {
  if (typeof part === 'string') return `["${part.replace(/["\\]/g, '\\$&')}"]`
  return typeof part === 'bigint' ? `[${part}]` : undefined
}

/** The places of paths that exist, each with its words. A path that is not settled has none. */
export function relatedPlaces(ground: Ground, words: Readonly<Record<string, string>> = {}): readonly RelatedPlace[] {
  return Object.entries(words).flatMap(([text, message]) => {
    const origin = placeOf(ground, text)
    return origin ? [{ ...start(keyOf(origin)), message }] : []
  })
}

function placeOf(ground: Ground, text: string): Origin | undefined {
  const path = pathOf(text)
  try {
    const walked = path && walkPath(ground, path)
    return walked?.found ? walked.origin : undefined
  } catch (error) {
    if (error instanceof Unsettled) return undefined
    throw error
  }
}

const paths = new Map<string, Path | undefined>()

/** Remembers its answers: paths come from rules, so there are few. */
export function pathOf(text: string): Path | undefined {
  if (!paths.has(text)) paths.set(text, parsePath(text))
  return paths.get(text)
}

/** The value at a path, for `each`. Throws `Unsettled`. */
export function resolve(ground: Ground, path: Path): { value: unknown; origin: Origin | undefined } {
  const { found, value, origin } = walkPath(ground, path)
  return found ? { value, origin } : { value: undefined, origin }
}

// With an item the variables are inherited, and a getter of theirs that keeps something private must be asked of themselves.
function variable({ variables }: Ground, name: string): unknown {
  const own = name === 'item' || !Object.hasOwn(variables, 'item') ? variables : Object.getPrototypeOf(variables)
  return (own as Readonly<Record<string, unknown>>)[name]
}

function walkPath(ground: Ground, path: Path): Walk {
  const [name, ...rest] = path
  if (typeof name === 'string' && name in ground.variables) {
    const value = variable(ground, name)
    return walk(base(value, name === 'item' ? ground.itemOrigin : undefined), rest)
  }
  return walk(base(ground.subject.value, ground.subject.origin), path)
}

function base(value: unknown, known: Origin | undefined): Walk {
  const origin = known ?? originOf(value)
  return { found: true, value, origin, anchor: origin?.anchor, atBase: true }
}

// Stops at what is missing: then the result is the deepest member that exists.
function walk({ value: from, origin: start, anchor: above }: Walk, path: Path): Walk {
  let value = from
  // Of the value itself; what our own readers derive has none, though what holds it may.
  let own = start
  let origin = start
  let anchor = above
  let atBase = true
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return { found: false, value, origin, anchor, atBase }
    // Reading is what throws `Unsettled`.
    const next: unknown = (value as Record<string | number, unknown>)[part]
    if (next === undefined) return { found: false, value, origin, anchor, atBase }
    own = own?.child(part) ?? originOf(next)
    value = next
    anchor = own?.anchor ?? anchor
    atBase &&= own === undefined
    origin = own ?? origin
  }
  return { found: true, value, origin, anchor, atBase }
}

function located(ground: Ground, walk: Walk, path: string): Located {
  const { anchor } = walk
  const origin = walk.origin ?? ground.itemOrigin ?? ground.subject.origin
  if (!origin) return { place: repositoryPlace, related: [], path }
  const named = walk.atBase && isContainer(origin, ground.subject) ? origin.child('name') : undefined
  const related = anchor && anchor !== origin ? [{ ...start(keyOf(anchor)), message: 'it is written here' }] : []
  return { place: keyOf(named ?? origin), related, path }
}

// Not an item within one: a mount's first line is not where its name stands.
function isContainer({ source, span }: Origin, { container, origin }: Subject): boolean {
  return container !== undefined && origin?.source === source && origin.span.start === span.start
}

function start(place: Place): { file: string; line: number; column: number } {
  return { file: place.file, line: place.line, column: place.column }
}

/** The place of a value's key: one line, and inside the file whatever the span says. */
export function keyOf(origin: Origin): Place {
  return origin.source.place(oneLine(origin.source, origin.key))
}

function oneLine({ text }: Source, span: Span): Span {
  const from = Math.max(0, span.start)
  const start = from < text.length && text.charCodeAt(from) > SPACE ? from : inside(text, from)
  const end = Math.min(Math.max(start, span.end), text.length)
  const stop = text.slice(start, end).search(/[\r\n]/)
  return { start, end: stop < 0 ? end : start + stop }
}

const SPACE = 32

// A file's last line ends before its line break, and between the two halves of a line break there is no column.
function inside(text: string, offset: number): number {
  const start = Math.min(offset, Math.max(0, text.trimEnd().length - 1))
  return start > 0 && text.startsWith('\r\n', start - 1) ? start - 1 : start
}
