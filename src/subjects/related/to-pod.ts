import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import type { Fields } from '../values.ts'
import { affects } from './coverage.ts'
import { type Found, listOf } from './found.ts'
import type { Indexes } from './indexes.ts'
import { membersOf } from './members.ts'
import { orUnread } from './objects.ts'
import type { Policy } from './policies.ts'
import { referenceItem, referencesOf } from './references.ts'
import { objectOf, Relations } from './relations.ts'
import { objectsOf, policyObjects, sure } from './shapes.ts'

/** What `related` is for a pod and all that lies in it, and for the object that carries it. */
export function relatedToPod(indexes: Indexes, pod: Pod): Fields {
  return membersOf(new PodRelations(indexes, pod))
}

class PodRelations extends Relations {
  readonly #pod: Pod
  #references: readonly Fields[] | undefined

  constructor(indexes: Indexes, pod: Pod) {
    super(indexes, indexes.realms.of(pod.resource))
    this.#pod = pod
  }

  protected paths(): readonly string[] {
    return [this.#pod.resource.source.path]
  }

  get pods(): readonly Fields[] {
    return [this.#pod.spec]
  }

  get workloads(): readonly Fields[] {
    return [this.#pod.resource.object]
  }

  get networkPolicies(): readonly Fields[] {
    return listOf(policyObjects(this.#policies()))
  }

  get policed(): Fields {
    return membersOf(new Policed(this.#policies()))
  }

  get services(): readonly Fields[] {
    return listOf(objectsOf(this.#services()))
  }

  get ingresses(): readonly Fields[] {
    return listOf(objectsOf(this.indexes.routesTo(this.#services(), this.realm)))
  }

  get podDisruptionBudgets(): readonly Fields[] {
    return listOf(objectsOf(this.#orUnread(this.indexes.selections.budgets(this.#pod, this.realm.namespaces))))
  }

  get autoscalers(): readonly Fields[] {
    return listOf(objectsOf(this.#orUnread(this.indexes.selections.autoscalers(this.#pod.resource, this.realm.namespaces))))
  }

  get serviceAccount(): Fields | undefined {
    const { name, object, settled, reason } = this.indexes.accountOf(this.#pod)
    if (object || (settled && name === 'default')) return object?.object
    const { objects } = this.indexes
    const unread = objects.unreadAt(this.realm.home)
    if (unread) throw unread
    if (settled && !objects.isRenamed('ServiceAccount', this.realm.home)) return undefined
    throw new Unsettled(settled ? 'depends on the name of the ServiceAccount' : reason, this.#pod.origin.child('serviceAccountName'))
  }

  get serviceAccounts(): readonly Fields[] {
    const { name, settled, reason, object } = this.indexes.accountOf(this.#pod)
    if (object) return [object.object]
    const why = settled ? this.indexes.absence.why('ServiceAccount', name, this.realm) : reason
    if (why !== undefined) throw new Unsettled(why, this.#pod.origin.child('serviceAccountName'))
    return []
  }

  get sameServiceAccount(): readonly Fields[] {
    return this.indexes.runningAs(this.realm, this.indexes.accountOf(this.#pod).name).map(objectOf)
  }

  get roleBindings(): readonly Fields[] {
    return this.indexes.rbac.bindingsOf(this.#bindings())
  }

  get rules(): readonly Fields[] {
    return this.indexes.rbac.rulesOfBindings(this.#bindings())
  }

  get grants(): readonly Fields[] {
    return this.indexes.rbac.grantsOfBindings(this.#bindings())
  }

  get references(): readonly Fields[] {
    this.#references ??= referencesOf(this.#pod).map((reference) => {
      const { kind, name } = reference
      return referenceItem(reference, this.#named(kind, name), this.indexes.objects.knowsNames(kind, this.realm.home))
    })
    return this.#references
  }

  get configMaps(): readonly Fields[] {
    return this.#referred('ConfigMap')
  }

  get namespaceConfigMaps(): readonly Fields[] {
    return this.indexes.objectsIn('ConfigMap', this.realm)
  }

  get secrets(): readonly Fields[] {
    return this.#referred('Secret')
  }

  #policies(): Found<Policy> {
    return this.#orUnread(this.indexes.coverage.ofPod(this.#pod, this.realm.namespaces))
  }

  #services(): Found<Resource> {
    return this.#orUnread(this.indexes.selections.services(this.#pod, this.realm.namespaces))
  }

  #orUnread<T>(found: Found<T>): Found<T> {
    return orUnread(found, this.indexes.objects.unreadAt(this.realm.home))
  }

  #bindings(): Found<Resource> {
    return this.indexes.rbac.ofServiceAccount(this.realm.namespaces, this.indexes.accountOf(this.#pod).name)
  }

  #referred(kind: string): readonly Fields[] {
    const references = referencesOf(this.#pod).filter((reference) => reference.kind === kind)
    return [...new Set(references.flatMap((reference) => this.#named(kind, reference.name)))]
  }

  #named(kind: string, name: string): readonly Fields[] {
    return this.indexes.objects.named(kind, this.realm.namespaces, name).map(objectOf)
  }
}

class Policed {
  readonly #policies: Found<Policy>

  constructor(policies: Found<Policy>) {
    this.#policies = policies
  }

  get ingress(): boolean {
    return sure(affects(this.#policies, 'ingress', ['some', 'deny']))
  }

  get egress(): boolean {
    return sure(affects(this.#policies, 'egress', ['some', 'deny']))
  }
}
