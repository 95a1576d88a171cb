import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import { isHomeless, type Realm } from '../realms.ts'
import { at, type Fields, mappingAt, nameAt, textAt } from '../values.ts'
import type { Companions } from './companions.ts'
import { doubtedListOf, type Found, sift } from './found.ts'
import { labelsOf } from './label-index.ts'
import type { Objects } from './objects.ts'
import { equalities, labelSelector, type Match, type Selector } from './selector.ts'
import { pushTo, SelectorIndex } from './selector-index.ts'

const NONE: readonly never[] = []

/** Which Services and PodDisruptionBudgets select which pods, and which autoscalers scale which workloads. */
export class Selections {
  readonly #objects: Objects
  readonly #companions: Companions
  readonly #services = new SelectorIndex<Resource>()
  readonly #budgets = new SelectorIndex<Resource>()
  readonly #held = new Map<string, readonly Fields[]>()
  readonly #autoscalers = new Map<string, Resource[]>()
  /** Namespace and kind, '' for any, of what a template tells an autoscaler to scale. */
  readonly #openTargets = new Map<string, Unsettled>()

  constructor(objects: Objects, companions: Companions) {
    this.#objects = objects
    this.#companions = companions
    const add = (index: SelectorIndex<Resource>, resource: Resource) => {
      const selector = selectorOf(resource)
      if (selector) index.add(objects.realms.of(resource).namespaces, selector, resource)
    }
    for (const service of objects.ofKind('Service')) add(this.#services, service)
    for (const budget of objects.ofKind('PodDisruptionBudget')) add(this.#budgets, budget)
    for (const autoscaler of objects.ofKind('HorizontalPodAutoscaler', 'ScaledObject')) {
      const target = mappingAt(autoscaler.object, 'spec', 'scaleTargetRef')
      const key = `${textAt(target, 'kind') ?? 'Deployment'}\n${nameAt(target, 'name')?.text ?? ''}`
      const open = [at(target, 'kind'), at(target, 'name')].find((read) => read instanceof Unsettled)
      for (const namespace of objects.realms.of(autoscaler).namespaces) {
        pushTo(this.#autoscalers, `${namespace}\n${key}`, autoscaler)
        if (open) this.#openTargets.set(`${namespace}\n${textAt(target, 'kind') ?? ''}`, open)
      }
    }
  }

  services(pod: Pod, namespaces: readonly string[]): Found<Resource> {
    return this.#services.matching(namespaces, labelsOf(pod))
  }

  /**
   * The objects of a kind that hold in a namespace for what stands in some files: one that names no namespace may be applied elsewhere, one
   * of a component is where that is used, and one that a template prints only under a condition is where the condition holds.
   */
  present(kind: string, realm: Realm, paths: readonly string[]): readonly Fields[] {
    const held = this.#objects.in(kind, realm.namespaces)
    if (held.length === 0) return NONE
    const circles = new Map(paths.map((path) => [this.#companions.circleOf(path), path]))
    const key = [kind, ...realm.namespaces, ...[...circles.keys()].sort()].join('\n')
    const known = this.#held.get(key) ?? this.#presentAmong(held, [...circles.values()])
    this.#held.set(key, known)
    return known
  }

  #presentAmong(held: readonly Resource[], paths: readonly string[]): readonly Fields[] {
    const matches = new Map(held.map((resource) => [resource.object, this.#holds(resource, paths)]))
    const items = [...matches.keys()].filter((object) => matches.get(object) !== false)
    return doubtedListOf({ items, unsettled: undefined }, (object) => {
      const match = matches.get(object)
      return match instanceof Unsettled ? match : undefined
    })
  }

  #holds(object: Resource, paths: readonly string[]): Match {
    const companions = this.#companions
    if (companions.isOptional(object))
      return paths.length === 0 ? companions.isUsed(object) : paths.some((path) => companions.usedWith(object, path))
    const doubt = isHomeless(object, this.#objects.realms.of(object))
      ? paths.find((path) => companions.meets(object, path) !== true)
      : undefined
    return doubt === undefined ? companions.presence.with(object, undefined) : companions.meets(object, doubt)
  }

  budgets(pod: Pod, namespaces: readonly string[]): Found<Resource> {
    const { presence } = this.#companions
    const found = this.#budgets.matching(namespaces, labelsOf(pod))
    if (!found.items.some((budget) => presence.isDoubtful(budget))) return found
    const { items, unsettled } = sift(found.items, (budget) => presence.with(budget, pod.resource))
    return { items, unsettled: unsettled ?? found.unsettled }
  }

  autoscalers(workload: Resource, namespaces: readonly string[]): Found<Resource> {
    const items = namespaces.flatMap((namespace) => this.#autoscalers.get(`${namespace}\n${workload.kind}\n${workload.name}`) ?? [])
    if (items.length > 0 || this.#openTargets.size === 0) return { items, unsettled: undefined }
    const keys = namespaces.flatMap((namespace) => [`${namespace}\n${workload.kind}`, `${namespace}\n`])
    return { items, unsettled: keys.map((key) => this.#openTargets.get(key)).find((open) => open !== undefined) }
  }
}

/** The selector by which an object picks pods; undefined where it picks none. */
export function selectorOf({ kind, group, object }: Resource): Selector | undefined {
  if (kind === 'Service' && group === '') {
    if (textAt(object, 'spec', 'type') === 'ExternalName') return undefined
    const selector = equalities(at(object, 'spec', 'selector'))
    return selector.requirements.length === 0 && !selector.unsettled ? undefined : selector
  }
  // An empty selector selects all pods since policy/v1; in v1beta1 it selected none.
  if (kind === 'PodDisruptionBudget') return labelSelector(at(object, 'spec', 'selector'))
  return undefined
}
