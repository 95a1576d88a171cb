import { RuleNames } from '../config/names.ts'
import { UserError } from '../errors.ts'
import type { Rule } from '../model/rule.ts'
import type { KnownRule } from '../report/context.ts'
import { explain, rulesJson, rulesText } from '../report/rules.ts'
import { embeddedRules, embeddedTexts, model } from '../rules/embedded.ts'
import type { Arguments } from './arguments.ts'
import type { Io } from './io.ts'
import { looks, writeOut } from './output.ts'

/** `rules` lists the rules, `rules ID` explains one: by its id, an id that it covers, or another linter's name for it. */
export async function rules(given: Arguments, io: Io): Promise<number> {
  const format = given.value('format') ?? 'text'
  if (format !== 'text' && format !== 'json') {
    throw new UserError(`--format: ${JSON.stringify(format)} is not allowed: rules are written as text or json`)
  }
  const [id, ...others] = given.operands
  if (others.length > 0) throw new UserError(`${others[0]}: rules explains one rule at a time`)
  const all = [...embeddedRules()].sort((a, b) => a.stage - b.stage || (a.id < b.id ? -1 : 1))
  const chosen = id === undefined ? undefined : find(id, all)
  const look = looks(given, io)
  const text = () => (chosen ? explain(chosen, model, look) : rulesText(all, model, look))
  await writeOut(given, io, format === 'json' ? rulesJson(chosen ? [chosen.rule] : all) : text())
  return 0
}

function find(name: string, all: readonly Rule[]): KnownRule {
  const names = new RuleNames(all)
  const [rule] = names.find(name)
  if (!rule) throw new UserError(names.unknown(name))
  return { rule, text: embeddedTexts().get(rule.id) }
}
