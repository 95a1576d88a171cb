import { type Rule, SEVERITIES } from '../../model/rule.ts'
import type { RuleNames } from '../names.ts'
import { entriesOf, type Plain, shortened, stageOf, textsOf } from './loosening.ts'

/** Rules that are switched off, moved to a lower severity or a higher stage, or given other parameters. */
export function loosenedRules(before: Plain, after: Plain, names: RuleNames): readonly string[] {
  const [was, is] = [changesOf(before, names), changesOf(after, names)]
  const touched = [...new Set([...was.keys(), ...is.keys()])].sort()
  return [
    ...touched.flatMap((id) => loosenedRule(id, was.get(id) ?? {}, is.get(id) ?? {}, names.find(id)[0])),
    ...textsOf(before['custom-rules'])
      .filter((glob) => !textsOf(after['custom-rules']).includes(glob))
      .map((glob) => `custom-rules does not name ${shortened(glob)} any more`),
  ]
}

function loosenedRule(id: string, before: Plain, after: Plain, rule: Rule | undefined): readonly string[] {
  const said: string[] = []
  const usually = rule?.default ?? true
  const name = shortened(id)
  if ((before.enabled ?? usually) === true && (after.enabled ?? usually) === false) said.push(`${name} is switched off`)
  const [severity, lower] = [before, after].map((change) => SEVERITIES.indexOf((change.severity as Rule['severity']) ?? rule?.severity))
  if (severity !== undefined && lower !== undefined && lower >= 0 && lower < severity) {
    said.push(`${name} has the severity ${SEVERITIES[lower]}; it was ${SEVERITIES[severity]}`)
  }
  const [stage, higher] = [before, after].map((change) => stageOf({ 'required-stage': change.stage ?? rule?.stage }))
  if (stage !== undefined && higher !== undefined && higher > stage) said.push(`${name} belongs to stage ${higher}; it was ${stage}`)
  const [old, now] = [before, after].map((change) => new Map(entriesOf(change.params)))
  const other = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
    (parameter) => JSON.stringify(old?.get(parameter)) !== JSON.stringify(now?.get(parameter)),
  )
  if (other.length > 0) said.push(`${name} has other parameters: ${shortened(other.join(', '))}`)
  return said
}

/** By the rules' own ids, whatever names they are changed by. */
function changesOf(config: Plain, names: RuleNames): ReadonlyMap<string, Plain> {
  const changes = new Map<string, Plain>()
  for (const [name, change] of entriesOf(config.rules)) {
    const ids = names.find(name).map(({ id }) => id)
    for (const id of ids.length > 0 ? ids : [name]) {
      const known = changes.get(id)
      const params = { ...(known?.params as Plain | undefined), ...(change.params as Plain | undefined) }
      changes.set(id, { ...known, ...change, params })
    }
  }
  return changes
}
