import { nearest } from '../errors.ts'
import type { Rule } from '../model/rule.ts'

/** Finds rules by any of their names: their id, the id of a control that they cover, or another tool's id as `tool:id`. */
export class RuleNames {
  readonly #rules: readonly Rule[]
  #guesses = 200
  #made: ReadonlyMap<string, readonly Rule[]> | undefined

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
  }

  // Most runs name no rule.
  get #byName(): ReadonlyMap<string, readonly Rule[]> {
    this.#made ??= byName(this.#rules)
    return this.#made
  }

  /** Several where several decide the control; [] where there is none of that name. */
  find(name: string): readonly Rule[] {
    return this.#byName.get(name) ?? []
  }

  /** The rules that have a name of another tool. */
  ofTool(tool: string): readonly Rule[] {
    return this.#rules.filter(({ aliases }) => Object.hasOwn(aliases, tool))
  }

  /** Another tool's id that is written without the tool. */
  #ofAnyTool(id: string): string | undefined {
    for (const name of this.#byName.keys()) if (name.endsWith(`:${id}`)) return name
    return undefined
  }

  /** `no rule is called "x"; did you mean y?` */
  unknown(name: string): string {
    // A hostile file may name a million rules that nobody has.
    const meant = this.#guesses-- > 0 ? (this.#ofAnyTool(name) ?? nearest(name, this.#byName.keys())) : undefined
    return `no rule is called ${JSON.stringify(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
  }
}

function byName(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const found = new Map<string, Rule[]>()
  for (const rule of rules) {
    const aliases = Object.entries(rule.aliases).flatMap(([tool, ids]) => ids.map((id) => `${tool}:${id}`))
    for (const name of new Set([rule.id, ...rule.covers, ...aliases])) {
      const named = found.get(name)
      if (named) named.push(rule)
      else found.set(name, [rule])
    }
  }
  return found
}
