import type { Origin, Unsettled } from './origin.ts'
import type { Source, Span } from './position.ts'
import { Remembered } from './remembered.ts'
import { firstIndex } from './search.ts'

const STRING = /"(?:[^"\\]|\\.)*"|`[^`]*`/.source
const GIVEN = /\$?\.(?:Values|Release|Chart)(?:\.\w+)+/.source
const STEADY = /(?:quote|squote|lower|upper|trim|trimSuffix|trimPrefix|trunc|replace|default|toString|printf)\b/.source
const INCLUDE = `include\\s+(?:${STRING})\\s+[.$](?=[\\s)|]|$)`
const BODY = new RegExp(`^(?:[\\s()|]|${GIVEN}|${INCLUDE}|${STEADY}|${STRING}|\\b\\d+\\b)+$`)
const ACTION = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g
const LONGEST = 300
const DEPENDS = 'depends on the template expression '

/**
 * Whether two values that a chart's templates write are surely equal: they are the same text, made of what one release is given and of
 * functions that answer alike each time. A value that stands under a condition depends on that condition, and is none of these.
 */
export function writtenAlike(one: Unsettled, other: Unsettled): boolean {
  const text = expressionOf(one)
  if (text === undefined || text !== expressionOf(other)) return false
  return one.origin !== undefined && other.origin !== undefined && chartOf(one.origin.source.path) === chartOf(other.origin.source.path)
}

const expressions = new Remembered<string | undefined>()

/** The text of a value that is written by such expressions and by nothing else; undefined for any other. */
export function expressionOf({ origin, reason }: Unsettled): string | undefined {
  // Each selector of a chart is held against the labels of each pod.
  return origin && expressions.of(origin, reason, () => readExpression(origin, reason))
}

function readExpression(origin: Origin, reason: string): string | undefined {
  const { start, end } = origin.span
  if (end - start > LONGEST) return undefined
  const text = origin.source.text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2')
  let steady = true
  let own = false
  const plain = text.replace(ACTION, (_, body: string) => {
    const words = body.replaceAll(/\s+/g, ' ')
    steady &&= BODY.test(body)
    own ||= reason.startsWith(`${DEPENDS}{{ ${words.slice(0, 59)}`)
    return `{{ ${words} }}`
  })
  if (!steady || !own) return undefined
  const readsDot = /(?:^|[^$\w])\.(?:\W|Values|Release|Chart)/.test(text)
  return readsDot && isRebound(origin) ? undefined : plain
}

const BLOCK = /\{\{-?\s*(range|with|define|block|if|end)\b/g
const known = new WeakMap<Source, readonly Span[]>()

/** Whether the dot is something else there than what the chart is given. */
function isRebound({ source, span }: Origin): boolean {
  let spans = known.get(source)
  if (!spans) {
    spans = blocksOf(source.text)
    known.set(source, spans)
  }
  // They stand one after the other.
  const around = spans[firstIndex(spans.length, (index) => (spans[index] as Span).end >= span.end)]
  return around !== undefined && around.start <= span.start
}

function blocksOf(text: string): Span[] {
  const spans: Span[] = []
  const open: { readonly word: string; readonly start: number }[] = []
  let depth = 0
  for (const { 1: word = '', index } of text.matchAll(BLOCK)) {
    if (word !== 'end') {
      open.push({ word, start: index })
      if (word !== 'if') depth++
      continue
    }
    const block = open.pop()
    if (!block || block.word === 'if') continue
    // What lies within another is that one's.
    if (--depth === 0) spans.push({ start: block.start, end: index })
  }
  return spans
}

// What a chart is given is the same in all of its templates.
function chartOf(path: string): string {
  const at = path.lastIndexOf('/templates/')
  return at < 0 && !path.startsWith('templates/') ? path : path.slice(0, Math.max(at, 0))
}
