const ATOM = /^github\.event_name\s*(==|!=)\s*'(\w+)'$/

/** Those of the triggers under which a condition of GitHub can hold, as far as it asks for the event and nothing else. */
export function underCondition(triggers: readonly string[], condition: unknown): readonly string[] {
  if (typeof condition !== 'string' || condition.length > 1000) return triggers
  const bare = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
  // Of `!(a && b)` no part has to hold.
  if (/!\s*\(/.test(bare)) return triggers
  const either = bare.split('||').map(atomOf)
  if (either.length > 1) {
    // `a || b` with something else in it says nothing of the event.
    return either.some((atom) => atom === undefined) ? triggers : triggers.filter((trigger) => either.some((atom) => atom?.(trigger)))
  }
  return triggers.filter((trigger) => bare.split('&&').every((part) => atomOf(part)?.(trigger) ?? true))
}

function atomOf(part: string): ((trigger: string) => boolean) | undefined {
  const [, operator, event] = ATOM.exec(part.trim()) ?? []
  return operator === undefined ? undefined : (trigger) => (trigger === event) === (operator === '==')
}
