import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import { isHomeless } from '../realms.ts'
import type { Companions } from './companions.ts'
import { type Found, sift, union } from './found.ts'
import { labelsOf } from './label-index.ts'
import type { Objects } from './objects.ts'
import { type Effect, type Policy, policiesOf } from './policies.ts'
import type { Match } from './selector.ts'
import { SelectorIndex } from './selector-index.ts'

const KINDS = [
  ...['NetworkPolicy', 'CiliumNetworkPolicy', 'GlobalNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
  ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
]

/** Which network policies hold for which pods. */
export class Coverage {
  readonly #index = new SelectorIndex<Policy>()
  /** Policies that reach over namespaces: a cluster has a handful. */
  readonly #global: Policy[] = []
  readonly #namespaceLabels: (namespace: string) => unknown
  readonly #ofNamespace = new Map<string, Policy[]>()
  readonly #companions: Companions
  /**
   * Policies that may not be applied with the pods they select: those of optional components, those for all pods of no namespace, and those
   * that a template prints under a condition.
   */
  readonly #apart = new Map<Policy, 'optional' | 'homeless' | 'conditional'>()
  readonly #answers = new WeakMap<Found<Policy>, Map<string, Found<Policy>>>()

  constructor(objects: Objects, companions: Companions, namespaceLabels: (namespace: string) => unknown) {
    this.#namespaceLabels = namespaceLabels
    this.#companions = companions
    for (const resource of objects.ofKind(...KINDS)) {
      const homeless = isHomeless(resource, objects.realms.of(resource))
      for (const policy of policiesOf(resource)) {
        if (companions.isOptional(resource)) this.#apart.set(policy, 'optional')
        else if (homeless && policy.pods.requirements.length === 0) this.#apart.set(policy, 'homeless')
        else if (companions.presence.isDoubtful(resource)) this.#apart.set(policy, 'conditional')
        if (policy.namespaces) this.#global.push(policy)
        else this.#add(policy, objects.realms.of(resource).namespaces)
      }
    }
  }

  #add(policy: Policy, namespaces: readonly string[]): void {
    this.#index.add(namespaces, policy.pods, policy)
    for (const namespace of namespaces) {
      const list = this.#ofNamespace.get(namespace)
      if (list) list.push(policy)
      else this.#ofNamespace.set(namespace, [policy])
    }
  }

  ofPod(pod: Pod, namespaces: readonly string[]): Found<Policy> {
    const own = this.#applied(this.#index.matching(namespaces, labelsOf(pod)), pod.resource)
    if (this.#global.length === 0) return own
    const holds = (policy: Policy) => both(policy.pods.matches(labelsOf(pod)), this.#reaches(policy, namespaces))
    return union([own, this.#applied(sift(this.#global, holds), pod.resource)])
  }

  #applied(found: Found<Policy>, pod: Resource): Found<Policy> {
    if (this.#apart.size === 0 || !found.items.some((policy) => this.#apart.has(policy))) return found
    const answers = this.#answers.get(found) ?? new Map<string, Found<Policy>>()
    this.#answers.set(found, answers)
    const circle = `${this.#companions.circleOf(pod.source.path)}\n${this.#companions.presence.signature(pod)}`
    const known = answers.get(circle)
    if (known) return known
    const { items, unsettled } = sift(found.items, (policy) => this.#isApplied(policy, pod, this.#apart.get(policy)))
    const applied = { items, unsettled: unsettled ?? found.unsettled }
    answers.set(circle, applied)
    return applied
  }

  #appliedIn(policies: readonly Policy[], paths: readonly string[]): Found<Policy> {
    const circles = [...new Map(paths.map((path) => [this.#companions.circleOf(path), path])).values()]
    return sift(policies, (policy) => {
      const why = this.#apart.get(policy)
      if (why === 'optional') return this.#companions.isUsed(policy.resource)
      if (why === 'conditional') return this.#companions.presence.with(policy.resource, undefined)
      const doubt = why === undefined ? undefined : circles.find((path) => this.#companions.meets(policy.resource, path) !== true)
      return doubt === undefined || this.#companions.meets(policy.resource, doubt)
    })
  }

  #isApplied({ resource }: Policy, pod: Resource, why: 'optional' | 'homeless' | 'conditional' | undefined): Match {
    if (why === undefined) return true
    if (why === 'conditional') return this.#companions.presence.with(resource, pod)
    const { path } = pod.source
    return why === 'optional' ? this.#companions.usedWith(resource, path) : this.#companions.meets(resource, path)
  }

  /**
   * The policies of a namespace, whatever pods they select, and those over namespaces that select all of its pods or one of them; the files
   * of its pods tell whether they are applied together.
   */
  ofNamespace(namespaces: readonly string[], pods: readonly Pod[]): Found<Policy> {
    const paths = pods.map((pod) => pod.resource.source.path)
    const held = namespaces.flatMap((namespace) => this.#ofNamespace.get(namespace) ?? [])
    const own = this.#apart.size === 0 ? { items: held, unsettled: undefined } : this.#appliedIn(held, paths)
    return union([own, sift(this.#global, (policy) => both(this.#reaches(policy, namespaces), selectsSome(policy, pods)))])
  }

  #reaches(policy: Policy, namespaces: readonly string[]): Match {
    const selector = policy.namespaces
    if (!selector) return true
    if (selector.requirements.length === 0) return selector.unsettled ?? true
    let answer: Match = false
    for (const namespace of namespaces) {
      const match = selector.matches(this.#namespaceLabels(namespace))
      if (match === true) return true
      if (match instanceof Unsettled) answer = match
    }
    return answer
  }
}

function selectsSome({ pods: selector }: Policy, pods: readonly Pod[]): Match {
  if (selector.requirements.length === 0) return selector.unsettled ?? true
  let answer: Match = false
  for (const pod of pods) {
    const match = selector.matches(labelsOf(pod))
    if (match === true) return true
    if (match instanceof Unsettled) answer = match
  }
  return answer
}

function both(a: Match, b: Match): Match {
  return a === false || b === false ? false : a === true ? b : a
}

/** Whether some policy has the effect on a direction; an `Unsettled` where one might. */
export function affects({ items, unsettled }: Found<Policy>, direction: 'ingress' | 'egress', effects: readonly Effect[]): Match {
  return items.some((policy) => effects.includes(policy[direction])) || (unsettled ?? false)
}

/** Whether some policy denies a direction to every pod of the namespace. */
export function deniesAll({ items, unsettled }: Found<Policy>, direction: 'ingress' | 'egress'): Match {
  const denying = items.filter((policy) => policy[direction] === 'deny' && policy.pods.requirements.length === 0)
  return denying.some((policy) => !policy.pods.unsettled) || (denying[0]?.pods.unsettled ?? unsettled ?? false)
}
