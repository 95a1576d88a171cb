import { nearest } from '../errors.ts'
import type { JsonValue, Parameter, Rule } from '../model/rule.ts'
import { parameterProblem } from '../rules/meaning.ts'

/** What is wrong with a parameter's value, by the rule's own declaration; undefined when nothing is. */
export function parameterMistake(rule: Rule, name: string, value: JsonValue): string | undefined {
  if (!Object.hasOwn(rule.params, name)) {
    const meant = nearest(name, Object.keys(rule.params))
    return `${rule.id} has no parameter ${JSON.stringify(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
  }
  const problem = parameterProblem(rule.params[name] as Parameter, value)
  return problem && `${name}: ${problem}`
}
