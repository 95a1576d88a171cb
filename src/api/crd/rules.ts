import { parsePath } from '../../model/path.ts'
import type { Program } from '../../model/rule.ts'
import { CompileError } from '../../rules/cel/ast.ts'
import { bounded } from '../../rules/cel/bound.ts'
import { CelError, Optional } from '../../rules/cel/values.ts'
import { compileExpression } from '../../rules/compile.ts'
import { UNREAD } from '../decode.ts'
import type { Fault, FaultKind } from '../shape.ts'
import { isPlaceholder } from '../written.ts'
import { CelValues } from './cel.ts'
import { isFields, isSchema, itemsOf, type Schema, type Step, schemaOf, schemasIn } from './schema.ts'

const KINDS: Readonly<Record<string, FaultKind>> = { FieldValueRequired: 'required', FieldValueDuplicate: 'duplicate' }

/** What the `x-kubernetes-validations` of a schema have against a new object: there is no old one. */
export function ruleFaults(schema: Schema, value: unknown, open: ReadonlySet<unknown>): readonly Fault[] {
  const judge = new Judge(open)
  if (hasRules(schema)) judge.value(schema, value, true)
  return judge.faults
}

class Judge {
  readonly faults: Fault[] = []
  readonly #open: ReadonlySet<unknown>
  readonly #values = new CelValues()
  readonly #path: Step[] = []

  constructor(open: ReadonlySet<unknown>) {
    this.#open = open
  }

  value(schema: Schema, value: unknown, isWhole = false): void {
    if (value === UNREAD || value === null || isPlaceholder(value) || !hasRules(schema)) return
    if (!this.#open.has(value)) {
      for (const part of [schema, ...schemasIn(schema, 'allOf')]) {
        for (const rule of schemasIn(part, 'x-kubernetes-validations')) this.#rule(rule, schema, value, isWhole)
      }
    }
    const items = itemsOf(schema)
    if (Array.isArray(value)) for (const [index, item] of value.entries()) this.#below(index, items, item)
    else if (isFields(value)) for (const key of Object.keys(value)) this.#below(key, schemaOf(schema, key), value[key])
  }

  #below(key: Step, schema: Schema | undefined, value: unknown): void {
    if (!schema) return
    this.#path.push(key)
    this.value(schema, value)
    this.#path.pop()
  }

  #rule(rule: Schema, schema: Schema, value: unknown, isWhole: boolean): void {
    const { rule: text } = rule
    if (typeof text !== 'string' || text.trim() === '') return
    const optional = rule.optionalOldSelf === true
    if (/\boldSelf\b/.test(text) && !optional) return
    const self = attempt(() => this.#values.of(schema, value, isWhole))
    if (self === undefined || self instanceof Failure) return
    const variables = { self, ...(optional ? { oldSelf: Optional.none } : {}) }
    const answer = attempt(() => programOf(text)(variables))
    if (answer === false) this.#add(rule, this.#words(rule, text, variables))
    else if (answer instanceof Failure) this.#add(rule, `cannot be held to a rule (${answer.message}): ${this.#words(rule, text, {})}`)
  }

  #words({ message, messageExpression }: Schema, text: string, variables: Readonly<Record<string, unknown>>): string {
    const made = typeof messageExpression === 'string' ? attempt(() => programOf(messageExpression)(variables)) : undefined
    const words = [made, message].find((one) => typeof one === 'string' && one.trim() !== '')
    return typeof words === 'string' ? words : `breaks the rule ${text}`
  }

  #add({ fieldPath, reason }: Schema, message: string): void {
    const below = typeof fieldPath === 'string' ? (parsePath(fieldPath.replace(/^\./, '')) ?? []) : []
    const kind = (typeof reason === 'string' ? KINDS[reason] : undefined) ?? 'invalid'
    this.faults.push({ kind, path: [...this.#path, ...below], message })
  }
}

/** A rule fails on an object, since it speaks of what is not there, say: the server refuses the object for it. */
class Failure {
  readonly message: string

  constructor(message: string) {
    this.message = message
  }
}

/** Failures that may come of what is not known here: types, and the server's own bounds. */
const OURS = /^(?:no such overload|no such attribute|takes too many steps|error parsing regexp)/

/** Steps of loops that one rule may take: the server has a budget as well. */
const STEPS = 1_000_000

// A rule that cannot be evaluated for another reason says nothing.
function attempt(evaluate: () => unknown): unknown {
  try {
    return bounded(STEPS, evaluate)
  } catch (error) {
    if (error instanceof CelError && !OURS.test(error.message)) return new Failure(error.message)
    if (error instanceof CelError || error instanceof CompileError) return undefined
    throw error
  }
}

const programs = new Map<string, Program>()

function programOf(text: string): Program {
  let program = programs.get(text)
  if (!program) {
    program = compileExpression(text, undefined)
    programs.set(text, program)
  }
  return program
}

const bearing = new WeakMap<Schema, boolean>()

function hasRules(schema: Schema): boolean {
  let found = bearing.get(schema)
  if (found === undefined) {
    found = [schema, ...schemasIn(schema, 'allOf')].some((part) => schemasIn(part, 'x-kubernetes-validations').length > 0)
    found ||= membersOf(schema).some(hasRules)
    bearing.set(schema, found)
  }
  return found
}

function membersOf(schema: Schema): readonly Schema[] {
  const properties = isSchema(schema.properties) ? Object.values(schema.properties) : []
  return [...properties, schema.additionalProperties, schema.items].filter(isSchema)
}
