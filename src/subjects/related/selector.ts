import { writtenAlike } from '../../model/alike.ts'
import { Unsettled } from '../../model/origin.ts'
import { Remembered } from '../../model/remembered.ts'
import { at, isMapping, keysOf, mappingsAt, member, textAt, textsAt } from '../values.ts'

export interface Requirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values: readonly string[]
}

/** True, false, or why the files do not tell. */
export type Match = boolean | Unsettled

/** Labels that controllers write on their pods at run time. */
const RUN_TIME: ReadonlySet<string> = new Set([
  ...['pod-template-hash', 'controller-revision-hash', 'controller-uid', 'batch.kubernetes.io/controller-uid', 'job-name'],
  ...['batch.kubernetes.io/job-name', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'pod-template-generation'],
  ...['batch.kubernetes.io/job-completion-index', 'rollouts-pod-template-hash'],
])

/** A label whose value a template writes. */
interface Open {
  readonly key: string
  readonly value: Unsettled
}

/** A label selector as requirements that must all hold; `unsettled` where a template writes them. */
export class Selector {
  readonly requirements: readonly Requirement[]
  readonly open: readonly Open[]
  readonly unsettled: Unsettled | undefined
  /** Why there may be more requirements than these. */
  readonly rest: Unsettled | undefined

  constructor(requirements: readonly Requirement[], rest?: Unsettled, open: readonly Open[] = []) {
    this.requirements = requirements
    this.open = open
    this.unsettled = rest ?? open[0]?.value
    this.rest = rest
  }

  /** `labels`: a mapping, an `Unsettled`, or undefined for none. */
  matches(labels: unknown): Match {
    let unsettled = this.rest ?? this.open.find(({ key, value }) => !carries(labels, key, value))?.value
    for (const requirement of this.requirements) {
      const match = holds(requirement, labels)
      if (match === false) return false
      if (match instanceof Unsettled) unsettled ??= match
    }
    return unsettled ?? true
  }

  /** The labels of which a match must carry one, by the rarest requirement; undefined where a match may carry none of them. */
  pairs(rarity: (pair: string) => number): readonly string[] | undefined {
    let best: readonly string[] | undefined
    let least = Number.POSITIVE_INFINITY
    for (const { key, operator, values } of this.requirements) {
      if (operator !== 'In' || RUN_TIME.has(key)) continue
      const pairs = values.map((value) => pairOf(key, value))
      const count = pairs.reduce((sum, pair) => sum + rarity(pair), 0)
      if (count < least) {
        least = count
        best = pairs
      }
    }
    return best
  }

  get signature(): string {
    return this.requirements.map(({ key, operator, values }) => `${key} ${operator} ${values.join(',')}`).join('\n')
  }
}

/** Keys of labels have no `=` in them. */
export function keyOf(pair: string): string {
  return pair.slice(0, pair.indexOf('='))
}

export function pairOf(key: string, value: string): string {
  return `${key}=${value}`
}

// A label that a template writes as it writes the selector.
function carries(labels: unknown, key: string, value: Unsettled): boolean {
  const label = labels instanceof Unsettled ? labels : labelAt(labels, key)
  return label instanceof Unsettled && writtenAlike(value, label)
}

const read = new Remembered<unknown>()

// Each selector reads the labels of each pod.
function labelAt(labels: unknown, key: string): unknown {
  return isMapping(labels) ? read.of(labels, key, () => member(labels, key)) : undefined
}

function holds({ key, operator, values }: Requirement, labels: unknown): Match {
  if (labels instanceof Unsettled) return labels
  const value = member(labels, key)
  if (value instanceof Unsettled) return value
  if (value === undefined && RUN_TIME.has(key)) return new Unsettled(`a controller writes the label ${key} when it runs`, undefined)
  const is = value !== undefined
  if (operator === 'Exists') return is
  if (operator === 'DoesNotExist') return !is
  const listed = is && values.includes(String(value))
  return operator === 'In' ? listed : !listed
}

/** A `LabelSelector` of the API: matchLabels and matchExpressions. Missing is `undefined`: what that means depends on the field. */
export function labelSelector(value: unknown): Selector | undefined {
  if (value instanceof Unsettled) return new Selector([], value)
  if (!isMapping(value)) return undefined
  const simple = equalities(at(value, 'matchLabels'))
  const expressions = at(value, 'matchExpressions')
  const unsettled = simple.rest ?? (expressions instanceof Unsettled ? expressions : undefined)
  return new Selector([...simple.requirements, ...mappingsAt(value, 'matchExpressions').flatMap(expression)], unsettled, simple.open)
}

/** A plain mapping of labels, as Services and ReplicationControllers have it. */
export function equalities(value: unknown): Selector {
  if (value instanceof Unsettled) return new Selector([], value)
  if (!isMapping(value)) return new Selector([])
  const keys = keysOf(value)
  if (keys instanceof Unsettled) return new Selector([], keys)
  const open: Open[] = []
  const requirements: Requirement[] = []
  for (const key of keys) {
    const wanted = member(value, key)
    if (wanted instanceof Unsettled) open.push({ key, value: wanted })
    else requirements.push({ key, operator: 'In', values: [String(wanted)] })
  }
  return new Selector(requirements, undefined, open)
}

const OPERATORS: ReadonlySet<string> = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist'])

function expression(item: unknown): Requirement[] {
  const key = textAt(item, 'key')
  const operator = textAt(item, 'operator')
  if (key === undefined || operator === undefined || !OPERATORS.has(operator)) return []
  return [{ key, operator: operator as Requirement['operator'], values: textsAt(item, 'values') }]
}
