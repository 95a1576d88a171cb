import { parsePath } from '../model/path.ts'
import type { Program } from '../model/rule.ts'
import { compileExpression } from '../rules/compile.ts'
import { UNREAD } from './decode.ts'
import type { CrossRule, Fault, FaultPath } from './shape.ts'

type Fields = Readonly<Record<string, unknown>>

interface Ready {
  readonly each: readonly string[] | undefined
  readonly when: Program | undefined
  readonly require: Program
  readonly words: Program | undefined
  readonly at: FaultPath
}

const prepared = new WeakMap<CrossRule, Ready>()

/** What the CEL rules of a definition have against one of its objects. A rule that cannot be evaluated says nothing. */
export function crossFaults(rules: readonly CrossRule[], self: Fields, path: FaultPath): readonly Fault[] {
  return rules.flatMap((rule) => {
    const ready = prepare(rule)
    if (!ready.each) return judge(rule, ready, { self }, path)
    return targets(self, ready.each, []).flatMap(({ item, below }) => {
      const key = below.at(-1)
      return judge(rule, ready, withItem({ self, key: typeof key === 'number' ? BigInt(key) : key }, item), [...path, ...below])
    })
  })
}

// An item is seen before what it inherits from.
function withItem(around: Fields, item: unknown): Fields {
  const variables = Object.create(around) as Record<string, unknown>
  variables.item = item
  return variables
}

function judge(rule: CrossRule, ready: Ready, variables: Fields, path: FaultPath): readonly Fault[] {
  try {
    if (ready.when && ready.when(variables) !== true) return []
    if (ready.require(variables) === true) return []
  } catch {
    return []
  }
  const words = ready.words && attempt(ready.words, variables)
  const message = typeof words === 'string' ? words : (rule.message ?? 'is invalid')
  return [{ kind: rule.kind ?? 'invalid', path: [...path, ...ready.at], message, ...(rule.control ? { control: rule.control } : {}) }]
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
      each: rule.each?.split('.'),
      when: rule.when === undefined ? undefined : compileExpression(rule.when, rule.parsed?.when),
      require: compileExpression(rule.rule, rule.parsed?.rule),
      words: rule.messageExpression === undefined ? undefined : compileExpression(rule.messageExpression, rule.parsed?.messageExpression),
      at: rule.at === undefined ? [] : (parsePath(rule.at) ?? []),
    }
    prepared.set(rule, ready)
  }
  return ready
}

// `containers[*].ports[*]`, written `containers.*.ports.*`.
function targets(value: unknown, [step, ...rest]: readonly string[], below: FaultPath): readonly { item: unknown; below: FaultPath }[] {
  if (value === UNREAD || value === undefined) return []
  if (step === undefined) return [{ item: value, below }]
  if (step !== '*') return targets((value as Fields)[step], rest, [...below, step])
  if (Array.isArray(value)) return value.flatMap((item, index) => targets(item, rest, [...below, index]))
  return Object.entries(value as Fields).flatMap(([key, item]) => targets(item, rest, [...below, key]))
}
