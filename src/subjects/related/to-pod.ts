import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods.ts'
import type { Realm } from '../realms.ts'
import type { Fields } from '../values.ts'
import { affects } from './coverage.ts'
import { type Found, listOf } from './found.ts'
import type { Indexes } from './indexes.ts'
import type { Policy } from './policies.ts'
import { referenceItem, referencesOf } from './references.ts'
import { objectOf, objectsOf, policyObjects, sure } from './shapes.ts'

/** What `related` is for a pod and all that lies in it, and for the object that carries it. */
export function relatedToPod(indexes: Indexes, pod: Pod): Fields {
  const its = new PodRelations(indexes, pod)
  const { realm } = its
  const policed = policedBy(its)
  // Own getters of a literal: expressions see own members, and each of many thousand pods has such an object.
  return {
    policed,
    pods: [pod.spec],
    workloads: [pod.resource.object],
    generatedKinds: indexes.generatedKinds,
    podSecurityDefault: indexes.podSecurityDefault,
    get namespace() {
      return indexes.namespaceOf(realm)?.object
    },
    get known() {
      return indexes.knownAt(realm.home)
    },
    get limitRanges() {
      return indexes.objectsIn('LimitRange', realm)
    },
    get resourceQuotas() {
      return indexes.objectsIn('ResourceQuota', realm)
    },
    get networkPolicies() {
      return listOf(policyObjects(its.policies))
    },
    get services() {
      return listOf(objectsOf(its.services))
    },
    get ingresses() {
      return listOf(objectsOf(indexes.routesTo(its.services, realm)))
    },
    get podDisruptionBudgets() {
      return listOf(objectsOf(indexes.selections.budgets(pod, realm.namespaces)))
    },
    get autoscalers() {
      return indexes.selections.autoscalers(pod.resource, realm.namespaces).map(objectOf)
    },
    get serviceAccount() {
      return its.serviceAccount
    },
    get roleBindings() {
      return its.bindings.map(objectOf)
    },
    get rules() {
      return indexes.rbac.rulesOfBindings(its.bindings)
    },
    get references() {
      return its.references
    },
    get configMaps() {
      return its.referred('ConfigMap')
    },
    get secrets() {
      return its.referred('Secret')
    },
  }
}

function policedBy(its: PodRelations): Fields {
  return {
    get ingress() {
      return sure(affects(its.policies, 'ingress', ['some', 'deny']))
    },
    get egress() {
      return sure(affects(its.policies, 'egress', ['some', 'deny']))
    },
  }
}

class PodRelations {
  readonly realm: Realm
  readonly #indexes: Indexes
  readonly #pod: Pod
  #references: readonly Fields[] | undefined

  constructor(indexes: Indexes, pod: Pod) {
    this.#indexes = indexes
    this.#pod = pod
    this.realm = indexes.realms.of(pod.resource)
  }

  get policies(): Found<Policy> {
    return this.#indexes.coverage.ofPod(this.#pod, this.realm.namespaces)
  }

  get services(): Found<Resource> {
    return this.#indexes.selections.services(this.#pod, this.realm.namespaces)
  }

  get bindings(): readonly Resource[] {
    return this.#indexes.rbac.ofServiceAccount(this.realm.namespaces, this.#indexes.accountOf(this.#pod).name)
  }

  get serviceAccount(): Fields | undefined {
    const { object, settled } = this.#indexes.accountOf(this.#pod)
    if (!object && !settled) throw new Unsettled('depends on the name of the ServiceAccount', this.#pod.origin.child('serviceAccountName'))
    return object?.object
  }

  get references(): readonly Fields[] {
    this.#references ??= referencesOf(this.#pod).map((reference) => {
      const found = this.#named(reference.kind, reference.name)
      return referenceItem(reference, found, this.#indexes.objects.knows(reference.kind, this.realm.home))
    })
    return this.#references
  }

  referred(kind: string): readonly Fields[] {
    const references = referencesOf(this.#pod).filter((reference) => reference.kind === kind)
    return [...new Set(references.flatMap((reference) => this.#named(kind, reference.name)))]
  }

  #named(kind: string, name: string): readonly Fields[] {
    return this.#indexes.objects.named(kind, this.realm.namespaces, name).map(objectOf)
  }
}
