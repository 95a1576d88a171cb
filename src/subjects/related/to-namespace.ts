import type { Realm } from '../realms.ts'
import type { Fields } from '../values.ts'
import { deniesAll } from './coverage.ts'
import { type Found, listOf } from './found.ts'
import type { Indexes } from './indexes.ts'
import { membersOf } from './members.ts'
import type { Policy } from './policies.ts'
import { Relations } from './relations.ts'
import { policyObjects, sure } from './shapes.ts'

/** What `related` is for a namespace: all that lies in it. */
export function relatedToNamespace(indexes: Indexes, realm: Realm): Fields {
  return membersOf(new NamespaceRelations(indexes, realm))
}

class NamespaceRelations extends Relations {
  protected paths(): readonly string[] {
    return this.indexes.pods.in(this.realm.namespaces).map((pod) => pod.resource.source.path)
  }

  get pods(): readonly Fields[] {
    return this.indexes.pods.in(this.realm.namespaces).flatMap((pod) => (pod.labelsAlone ? [] : [pod.spec]))
  }

  get workloads(): readonly Fields[] {
    return [...new Set(this.indexes.pods.in(this.realm.namespaces).map((pod) => pod.resource.object))]
  }

  get networkPolicies(): readonly Fields[] {
    return listOf(policyObjects(this.#policies()))
  }

  get defaultDeny(): Fields {
    return membersOf(new DefaultDeny(this.#policies()))
  }

  get services(): readonly Fields[] {
    return this.#objects('Service')
  }

  get ingresses(): readonly Fields[] {
    return this.#objects('Ingress')
  }

  get podDisruptionBudgets(): readonly Fields[] {
    return this.#objects('PodDisruptionBudget')
  }

  get serviceAccounts(): readonly Fields[] {
    return this.#objects('ServiceAccount')
  }

  get roleBindings(): readonly Fields[] {
    return this.#objects('RoleBinding')
  }

  get configMaps(): readonly Fields[] {
    return this.#objects('ConfigMap')
  }

  get podPolicies(): readonly Fields[] {
    return this.indexes.podPolicies
  }

  get secrets(): readonly Fields[] {
    return this.#objects('Secret')
  }

  #policies(): Found<Policy> {
    return this.indexes.coverage.ofNamespace(this.realm.namespaces, this.indexes.pods.in(this.realm.namespaces))
  }

  #objects(kind: string): readonly Fields[] {
    return this.indexes.objectsIn(kind, this.realm)
  }
}

class DefaultDeny {
  readonly #policies: Found<Policy>

  constructor(policies: Found<Policy>) {
    this.#policies = policies
  }

  get ingress(): boolean {
    return sure(deniesAll(this.#policies, 'ingress'))
  }

  get egress(): boolean {
    return sure(deniesAll(this.#policies, 'egress'))
  }
}
