import type { CompiledRule, ExpressionKey, JsonValue, ParsedExpression, Program, Rule } from '../model/rule.ts'
import type { Node } from './cel/ast.ts'
import { compile } from './cel/compile.ts'
import { unpack } from './cel/packed.ts'
import { parseExpression } from './cel/parser.ts'
import { Slots } from './cel/slots.ts'
import { parsedExpression } from './embedded.ts'

/**
 * A rule ready to be evaluated. Nothing is made of it before its first evaluation, since most rules meet no subject of theirs in most
 * repositories. Its expressions see `params` besides what they are handed; `item` may be handed over in an object that has the
 * subject's variables as its prototype, so that what is lazy stays so.
 */
export function compileRule(rule: Rule, params: Readonly<Record<string, JsonValue>>): CompiledRule {
  return new LazyRule(rule, params)
}

type Values = Readonly<Record<string, unknown>>
type Programs = Omit<CompiledRule, 'rule' | 'params'>

class LazyRule implements CompiledRule {
  readonly rule: Rule
  readonly #given: Readonly<Record<string, JsonValue>>
  #params: Values | undefined
  #programs: Programs | undefined

  constructor(rule: Rule, given: Readonly<Record<string, JsonValue>>) {
    this.rule = rule
    this.#given = given
  }

  get params(): Values {
    this.#params ??= parameters(this.rule, this.#given)
    return this.#params
  }

  get when(): Program | undefined {
    return this.#made.when
  }

  get each(): Program | undefined {
    return this.#made.each
  }

  get require(): Program | undefined {
    return this.#made.require
  }

  get evidence(): Program | undefined {
    return this.#made.evidence
  }

  get what(): Program | undefined {
    return this.#made.what
  }

  get message(): Program {
    return this.#made.message
  }

  get givesWayWhen(): Program | undefined {
    return this.#made.givesWayWhen
  }

  get remedy(): Program | undefined {
    return this.#made.remedy
  }

  get #made(): Programs {
    this.#programs ??= programs(this.rule, this.params)
    return this.#programs
  }
}

function programs(rule: Rule, params: Values): Programs {
  const program = (key: ExpressionKey): Program | undefined => {
    const node = nodeOf(rule, key)
    return node && lazily(node, params)
  }
  const evidence = nodeOf(rule, 'evidence')
  return {
    when: program('when'),
    each: program('each'),
    require: program('require'),
    evidence: evidence && evidenceProgram(evidence, params),
    what: program('what'),
    message: program('messageExpression') ?? (() => rule.message),
    givesWayWhen: program('givesWayWhen'),
    remedy: program('remedyExpression'),
  }
}

/** Reads an expression of a rule when it is first evaluated. */
function nodeOf(rule: Rule, key: ExpressionKey): (() => Node) | undefined {
  const line = rule.parsed?.[key]
  if (line !== undefined) return () => unpack(parsedExpression(line))
  const text = rule[key]
  return text === undefined ? undefined : () => parseExpression(text)
}

/**
 * Evidence is a sum of lists, one for each form that satisfies the rule. They are asked one by one, so that a field of the wrong type, which
 * one of them reads, does not hide what another finds. Where nothing is found the first that failed decides.
 */
function evidenceProgram(node: () => Node, params: Values): Program {
  let forms: readonly ((frame: unknown[]) => unknown)[] | undefined
  return (variables) => {
    forms ??= summands(node()).map((form) => compile(form, new Slots(['params', 'item'])))
    const found: unknown[] = []
    let failed: { readonly error: unknown } | undefined
    for (const form of forms) {
      try {
        const items = form([variables, params, undefined])
        if (Array.isArray(items)) for (const item of items) found.push(item)
      } catch (error) {
        failed ??= { error }
      }
    }
    if (failed && found.length === 0) throw failed.error
    return found
  }
}

function summands(node: Node): readonly Node[] {
  return node.kind === 'binary' && node.operator === '+' ? [...summands(node.left), ...summands(node.right)] : [node]
}

/** An expression on its own, read at its first evaluation. */
export function compileExpression(text: string, parsed: ParsedExpression | undefined): Program {
  return lazily(() => (parsed === undefined ? parseExpression(text) : unpack(parsed)), {})
}

function lazily(node: () => Node, params: Values): Program {
  let evaluate: ((frame: unknown[]) => unknown) | undefined
  return (variables) => {
    evaluate ??= compile(node(), new Slots(['params', 'item']))
    // What is inherited is asked of its owner: a getter may keep something private.
    if (!Object.hasOwn(variables, 'item')) return evaluate([variables, params, undefined])
    return evaluate([Object.getPrototypeOf(variables), params, variables.item])
  }
}

function parameters(rule: Rule, given: Readonly<Record<string, JsonValue>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(rule.params).map(([name, parameter]) => [name, celValue(given[name] ?? parameter.default)]))
}

/** JSON as CEL sees it: whole numbers are integers. */
function celValue(value: JsonValue): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(celValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value as Readonly<Record<string, JsonValue>>).map(([key, item]) => [key, celValue(item)]))
}
