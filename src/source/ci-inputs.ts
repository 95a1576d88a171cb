import { entries, texts } from './values.ts'

/** What a called workflow or action is given, by name: a value of the caller's, else the default. */
export type Inputs = Readonly<Record<string, string>>

/** `declared` is the mapping `inputs` of what is called, `caller` what has the `with`, whose own inputs are put in. */
export function inputsOf(declared: unknown, caller: unknown, outer: Inputs | undefined): Inputs {
  const defaults = entries(declared).flatMap(([name, input]) => {
    const { type, default: written } = texts(input)
    // What is declared as a boolean is false where nobody says more.
    const value = written ?? (type === 'boolean' ? 'false' : undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(defaults), ...filled(texts(caller, 'with'), outer) }
}

const INPUT = /\$\{\{\s*inputs\.([\w-]{1,100})\s*\}\}/g

// A workflow that gives an input twice to another, which does the same, doubles it each time.
const LONGEST = 2000

/** Texts with the inputs put in; what nobody gives stays as it is written. */
export function filled(written: Inputs, inputs: Inputs | undefined): Inputs {
  if (!inputs) return written
  return Object.fromEntries(
    Object.entries(written).map(([key, value]) => {
      let room = LONGEST
      const put = (whole: string, name: string) => {
        const given = Object.hasOwn(inputs, name) ? (inputs[name] ?? whole) : whole
        room -= given.length
        return room < 0 ? whole : given
      }
      return [key, value.replace(INPUT, put)]
    }),
  )
}

const LONGEST_CONDITION = 1000

/** A condition that an input alone decides, with its value: `inputs.scan` → `false`. */
export function decided(condition: unknown, inputs: Inputs | undefined): unknown {
  const name =
    typeof condition === 'string' && condition.length <= LONGEST_CONDITION
      ? /^\s*(?:\$\{\{)?\s*inputs\.([\w-]{1,100})\s*(?:\}\})?\s*$/.exec(condition)?.[1]
      : undefined
  return name !== undefined && inputs && Object.hasOwn(inputs, name) ? inputs[name] : condition
}
