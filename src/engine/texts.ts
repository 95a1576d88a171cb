import type { Program } from '../model/rule.ts'
import type { Ground } from './locate.ts'
import { named, shown } from './shown.ts'

const frames = new WeakMap<object, Record<string, unknown>>()

/**
 * The variables with `item`. They are inherited, not copied, since some are getters that cost; and there is one such object for each
 * subject, since making it costs more than an evaluation. So it holds until the next item is asked for.
 */
export function withItem(variables: Readonly<Record<string, unknown>>, item: unknown): Readonly<Record<string, unknown>> {
  let frame = frames.get(variables)
  if (!frame) {
    frame = Object.create(variables) as Record<string, unknown>
    frames.set(variables, frame)
  }
  frame.item = item
  return frame
}

/** A text for people; undefined where it cannot be told. A title, which says what holds where the rule passes, is none. */
export function textFor(program: Program, ground: Ground): string | undefined {
  const { variables } = ground
  return (
    textIn(program, () => variables) ??
    textIn(program, () => shownVariables(variables, shown)) ??
    textIn(program, () => shownVariables(variables, named))
  )
}

function textIn(program: Program, variables: () => Ground['variables']): string | undefined {
  try {
    const text = program(variables())
    return typeof text === 'string' && text.trim() !== '' ? text : undefined
  } catch {
    return undefined
  }
}

// With an item, the other variables are asked of what it inherits from.
function shownVariables(variables: Ground['variables'], as: (given: Ground['variables']) => Ground['variables']): Ground['variables'] {
  if (!Object.hasOwn(variables, 'item')) return as(variables)
  return withItem(as(Object.getPrototypeOf(variables) as Ground['variables']), shown(variables.item, as === named))
}
