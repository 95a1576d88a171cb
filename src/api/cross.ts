import { parsePath } from '../model/path.ts'
import type { Program } from '../model/rule.ts'
import { compileExpression } from '../rules/compile.ts'
import { UNREAD } from './decode.ts'
import type { CrossRule, Fault, FaultPath } from './shape.ts'

type Fields = Readonly<Record<string, unknown>>

/** A member, one of several (`containers|initContainers`), or `*` for all. */
type Step = string | readonly string[]

interface Ready {
  readonly each: readonly Step[] | undefined
  readonly when: Program | undefined
  readonly require: Program
  readonly words: Program | undefined
  readonly at: FaultPath
}

const prepared = new WeakMap<CrossRule, Ready>()

/** What the CEL rules of a definition have against one of its objects. A rule that cannot be evaluated says nothing. */
export function crossFaults(rules: readonly CrossRule[], self: Fields, path: FaultPath): readonly Fault[] {
  const faults: Fault[] = []
  const alone = { self }
  for (const rule of rules) {
    const ready = prepare(rule)
    const add = (variables: Fields, below: FaultPath) => {
      if (!holds(ready, variables)) faults.push(faultOf(rule, ready, variables, [...path, ...below]))
    }
    if (ready.each) items(self, ready.each, add)
    else add(alone, [])
  }
  return faults
}

// An item is seen before what it inherits from. There is one such object for all items, since most rules of most objects find no fault.
function items(self: Fields, each: readonly Step[], see: (variables: Fields, below: FaultPath) => void): void {
  const around: { self: Fields; key: unknown } = { self, key: undefined }
  const variables = Object.create(around) as Record<string, unknown>
  reach(self, each, [], (item, below) => {
    const key = below.at(-1)
    around.key = typeof key === 'number' ? BigInt(key) : key
    variables.item = item
    see(variables, below)
  })
}

function holds(ready: Ready, variables: Fields): boolean {
  try {
    return (ready.when !== undefined && ready.when(variables) !== true) || ready.require(variables) === true
  } catch {
    return true
  }
}

function faultOf(rule: CrossRule, ready: Ready, variables: Fields, path: FaultPath): Fault {
  const words = ready.words && attempt(ready.words, variables)
  const message = typeof words === 'string' ? words : (rule.message ?? 'is invalid')
  return { kind: rule.kind ?? 'invalid', path: [...path, ...ready.at], message, ...(rule.control ? { control: rule.control } : {}) }
}

function attempt(program: Program, variables: Fields): unknown {
  try {
    return program(variables)
  } catch {
    return undefined
  }
}

function prepare(rule: CrossRule): Ready {
  let ready = prepared.get(rule)
  if (!ready) {
    ready = {
      each: rule.each?.split('.').map((step) => (step.includes('|') ? step.split('|') : step)),
      when: rule.when === undefined ? undefined : compileExpression(rule.when, rule.parsed?.when),
      require: compileExpression(rule.rule, rule.parsed?.rule),
      words: rule.messageExpression === undefined ? undefined : compileExpression(rule.messageExpression, rule.parsed?.messageExpression),
      at: rule.at === undefined ? [] : (parsePath(rule.at) ?? []),
    }
    prepared.set(rule, ready)
  }
  return ready
}

/** What stands at `containers[*].ports[*]`, written `containers.*.ports.*`. The path is the same list each time. */
function reach(value: unknown, steps: readonly Step[], below: (string | number)[], see: (item: unknown, below: FaultPath) => void): void {
  if (value === UNREAD || value === undefined) return
  const step = steps[below.length]
  const into = (key: string | number, member: unknown) => {
    below.push(key)
    reach(member, steps, below, see)
    below.pop()
  }
  if (step === undefined) see(value, below)
  else if (typeof step !== 'string') for (const key of step) into(key, (value as Fields)[key])
  else if (step !== '*') into(step, (value as Fields)[step])
  else if (Array.isArray(value)) for (let index = 0; index < value.length; index++) into(index, value[index])
  else for (const key of Object.keys(value as Fields)) into(key, (value as Fields)[key])
}
