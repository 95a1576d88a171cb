import type { Unsettled } from './origin.ts'

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

/** The text of a value that is written by such expressions and by nothing else; undefined for any other. */
export function expressionOf({ origin, reason }: Unsettled): string | undefined {
  if (!origin || origin.span.end - origin.span.start > LONGEST) return undefined
  const text = origin.source.text.slice(origin.span.start, origin.span.end).replace(/^(["'])(.*)\1$/, '$2')
  let steady = true
  let own = false
  const plain = text.replace(ACTION, (_, body: string) => {
    const words = body.replaceAll(/\s+/g, ' ')
    steady &&= BODY.test(body)
    own ||= reason.startsWith(`${DEPENDS}{{ ${words.slice(0, 59)}`)
    return `{{ ${words} }}`
  })
  return steady && own ? plain : undefined
}

// What a chart is given is the same in all of its templates.
function chartOf(path: string): string {
  const at = path.lastIndexOf('/templates/')
  return at < 0 && !path.startsWith('templates/') ? path : path.slice(0, Math.max(at, 0))
}
