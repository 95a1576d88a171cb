import { expressionOf } from '../../src/model/alike.ts'
import { Unsettled } from '../../src/model/origin.ts'

/**
 * What an expression sees as the JSON that Kubernetes reads: integers without a decimal point, doubles with one. What is not
 * settled is left out, but for texts of templates: an expression that has an answer all the same has it whatever is there.
 */
export function plainJson(value: unknown, above: readonly unknown[] = []): string | undefined {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (above.includes(value)) return undefined
  const inner = [...above, value]
  if (Array.isArray(value)) {
    // What is not settled is an item all the same.
    return `[${members(value.length, (index) => settled(() => plainJson(value[index], inner) ?? '') ?? 'null').join(',')}]`
  }
  const keys = Object.keys(value)
  const parts = members(keys.length, (index) => {
    const key = keys[index] ?? ''
    const text = plainJson(memberOf(value as Record<string, unknown>, key), inner)
    return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`
  })
  return `{${parts.join(',')}}`
}

// Two values that a template writes alike are equal to us, whatever they are: so are their texts.
function memberOf(holder: Readonly<Record<string, unknown>>, key: string): unknown {
  try {
    return holder[key]
  } catch (error) {
    const text = error instanceof Unsettled ? expressionOf(error) : undefined
    if (text === undefined) throw error
    return text
  }
}

function members(count: number, text: (index: number) => string | undefined): string[] {
  return Array.from({ length: count }, (_, index) => settled(() => text(index))).filter(
    (part): part is string => part !== undefined && part !== '',
  )
}

function settled<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unsettled) return undefined
    throw error
  }
}
