import { entries, texts } from '../values.ts'
import { alternativesOf } from './conditions.ts'

/** What a called workflow or action is given, by name: a value of the caller's, else the default. */
export type Inputs = Readonly<Record<string, Value>>

type Value = string | number | boolean

/**
 * `declared` is the mapping `inputs` of what is called, `caller` what has the `with`, whose own inputs are put in. A workflow's inputs have
 * types; those of an action are texts, whatever it says, and a text is true unless it is empty: `false` too.
 */
export function inputsOf(declared: unknown, caller: unknown, outer: Inputs | undefined, typed: boolean): Inputs {
  const given = filled(texts(caller, 'with'), outer)
  const known = entries(declared).map(([name, input]) => {
    const { type, default: standard } = texts(input)
    const value = Object.hasOwn(given, name) ? given[name] : standard
    return [name, typedValue(value ?? '', typed ? type : undefined)] as const
  })
  return { ...given, ...Object.fromEntries(known) }
}

/** Nothing is false for a boolean and 0 for a number; an expression that nobody settled stays a text. */
function typedValue(written: string, type: string | undefined): Value {
  if (type === 'boolean' && /^(?:true|false|)$/.test(written)) return written === 'true'
  if (type === 'number' && Number.isFinite(Number(written))) return Number(written)
  return written
}

const INPUT = /\$\{\{\s*inputs\.([\w-]{1,100})\s*\}\}/g

// A workflow that gives an input twice to another, which does the same, doubles it each time.
const LONGEST = 2000

/** Texts with the inputs put in; what nobody gives stays as it is written. */
export function filled(written: Readonly<Record<string, string>>, inputs: Inputs | undefined): Readonly<Record<string, string>> {
  if (!inputs) return written
  return Object.fromEntries(
    Object.entries(written).map(([key, value]) => {
      let room = LONGEST
      const put = (whole: string, name: string) => {
        const given = Object.hasOwn(inputs, name) ? String(inputs[name]) : whole
        room -= given.length
        return room < 0 ? whole : given
      }
      return [key, value.replace(INPUT, put)]
    }),
  )
}

/** A condition, or `false` where the inputs alone see to that: `inputs.scan == 'yes' && always()`. */
export function decided(condition: unknown, inputs: Inputs | undefined): unknown {
  const [all, ...others] = (inputs && alternativesOf(condition)) ?? []
  if (!inputs || !all || others.length > 0) return condition
  return all.some((part) => holds(part, inputs) === false) ? false : condition
}

const ASKED = /^inputs\.([\w-]{1,100})(?:\s*([=!]=)\s*(?:'([^']*)'|(true|false)))?$/

function holds(part: string, inputs: Inputs): boolean | undefined {
  if (part.startsWith('!') && !part.includes('=')) {
    const holding = holds(part.slice(1).trim(), inputs)
    return holding === undefined ? undefined : !holding
  }
  const [, name = '', operator, literal, word] = ASKED.exec(part) ?? []
  const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined
  if (value === undefined || (typeof value === 'string' && value.includes('${{'))) return undefined
  if (operator === undefined) return Boolean(value)
  return equal(value, literal ?? word === 'true') === (operator === '==')
}

/** As GitHub's expressions compare: texts without regard to case, and values of two types as numbers, which `true` in quotes is not. */
function equal(one: Value, other: Value): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase()
  return Number(one) === Number(other)
}
