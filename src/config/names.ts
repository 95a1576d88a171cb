import { nearest } from '../errors.ts'
import type { Rule } from '../model/rule.ts'

/** Finds rules by any of their names: their id, the id of a control that they cover, or another tool's id as `tool:id`. */
export class RuleNames {
  readonly #byName = new Map<string, Rule[]>()

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      const aliases = Object.entries(rule.aliases).flatMap(([tool, ids]) => ids.map((id) => `${tool}:${id}`))
      for (const name of new Set([rule.id, ...rule.covers, ...aliases])) this.#add(name, rule)
    }
  }

  /** Several where several decide the control; [] where there is none of that name. */
  find(name: string): readonly Rule[] {
    return this.#byName.get(name) ?? []
  }

  /** `no rule is called "x"; did you mean y?` */
  unknown(name: string): string {
    const meant = nearest(name, this.#byName.keys())
    return `no rule is called ${JSON.stringify(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
  }

  #add(name: string, rule: Rule): void {
    const rules = this.#byName.get(name)
    if (rules) rules.push(rule)
    else this.#byName.set(name, [rule])
  }
}
