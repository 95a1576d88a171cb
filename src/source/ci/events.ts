import { alternativesOf } from './conditions.ts'

const ATOM = /^github\.event_name\s*(==|!=)\s*'(\w+)'$/

/** Those of the triggers under which a condition of GitHub can hold, as far as it asks for the event and nothing else. */
export function underCondition(triggers: readonly string[], condition: unknown): readonly string[] {
  const [first, ...others] = alternativesOf(condition) ?? []
  if (!first) return triggers
  if (others.length === 0) return triggers.filter((trigger) => first.every((part) => atomOf(part)?.(trigger) ?? true))
  const either = [first, ...others].map(([part = '', ...more]) => (more.length > 0 ? undefined : atomOf(part)))
  // `a || b` with something else in it says nothing of the event.
  return either.includes(undefined) ? triggers : triggers.filter((trigger) => either.some((atom) => atom?.(trigger)))
}

function atomOf(part: string): ((trigger: string) => boolean) | undefined {
  const [, operator, event] = ATOM.exec(part) ?? []
  return operator === undefined ? undefined : (trigger) => (trigger === event) === (operator === '==')
}
