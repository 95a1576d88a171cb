const LONGEST = 1000

/** What a condition of GitHub asks: `a && b || c` is [[a, b], [c]]. Undefined for what is not as plain: of `!(a && b)` no part has to hold. */
export function alternativesOf(condition: unknown): readonly (readonly string[])[] | undefined {
  if (typeof condition !== 'string' || condition.length > LONGEST) return undefined
  const bare = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
  if (/!\s*\(/.test(bare)) return undefined
  return bare.split('||').map((either) => either.split('&&').map((part) => part.trim()))
}
