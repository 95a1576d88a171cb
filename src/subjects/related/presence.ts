import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled } from '../../model/origin.ts'
import { quote } from '../../source/yaml/template/actions.ts'
import { type Condition, conditionsAt } from '../../source/yaml/template/conditions.ts'
import { holdsWith } from '../charts/condition.ts'
import { type ChartValues, chartOfTemplate } from '../charts/values.ts'
import type { Match } from './selector.ts'

interface Doubt {
  readonly key: string
  readonly reason: string
}

const NONE: readonly never[] = []

/** Whether an object that a template prints only under a condition is there: with the values that the chart's files give it, it is or is not. */
export class Presence {
  readonly #values: ChartValues
  readonly #doubts = new WeakMap<Resource, readonly Doubt[]>()
  readonly #conditions = new WeakMap<Resource, readonly Condition[]>()

  constructor(values: ChartValues) {
    this.#values = values
  }

  /** Whether something but the defaults of its chart decides that the object is there. */
  isDoubtful(resource: Resource): boolean {
    return this.#doubtsOf(resource).length > 0
  }

  /** Whether the object is there wherever `beside` is: what both stand under is no doubt. */
  with(resource: Resource, beside: Resource | undefined): Match {
    const doubts = this.#doubtsOf(resource)
    if (doubts.length === 0) return true
    const shared: readonly string[] = beside && chartOf(beside) === chartOf(resource) ? this.#conditionsOf(beside).map(keyOf) : NONE
    const doubt = doubts.find(({ key }) => !shared.includes(key))
    return doubt === undefined || new Unsettled(`depends on ${resource.kind} of ${resource.source.path}: ${doubt.reason}`, undefined)
  }

  /** Equal for objects that stand under the same conditions of one chart. */
  signature(resource: Resource): string {
    const conditions = this.#conditionsOf(resource)
    return conditions.length === 0 ? '' : [chartOf(resource), ...conditions.map(keyOf)].join('\n')
  }

  #doubtsOf(resource: Resource): readonly Doubt[] {
    let known = this.#doubts.get(resource)
    if (!known) {
      known = this.#conditionsOf(resource).flatMap((condition) => this.#doubt(condition, chartOf(resource) ?? ''))
      this.#doubts.set(resource, known)
    }
    return known
  }

  #doubt(condition: Condition, chart: string): readonly Doubt[] {
    const { action, otherwise } = condition
    const written = action.body.replace(/^\w+\s*/, '').replace(/^\$\w+(?:\s*,\s*\$\w+)?\s*:=\s*/, '')
    const first = holdsWith(this.#values.of(chart), written)
    // Of `else if` the second condition is not read.
    const holds = !otherwise ? first : first === false ? (/^else\s+\w/.test(otherwise.body) ? undefined : true) : first && false
    if (holds) return NONE
    const reason = holds === false ? `${quote(otherwise ?? action)} is off by default` : `nobody knows of ${quote(otherwise ?? action)}`
    return [{ key: keyOf(condition), reason }]
  }

  #conditionsOf(resource: Resource): readonly Condition[] {
    let known = this.#conditions.get(resource)
    if (!known) {
      known = resource.templated && chartOf(resource) !== undefined ? conditionsAt(resource.source, startsOf(resource)) : NONE
      this.#conditions.set(resource, known)
    }
    return known
  }
}

// An `apiVersion` may stand under a condition of its own.
function startsOf({ object, origin }: Resource): readonly number[] {
  const keys = ['kind', 'metadata', 'spec'].map((key) => (originOf(object) ?? origin).child(key)?.key.start)
  const starts = keys.filter((start) => start !== undefined)
  return starts.length > 0 ? starts : [origin.span.start]
}

function keyOf({ action, otherwise }: Condition): string {
  return `${action.body}\t${otherwise?.body ?? ''}`
}

function chartOf({ source }: Resource): string | undefined {
  return chartOfTemplate(source.path)
}
