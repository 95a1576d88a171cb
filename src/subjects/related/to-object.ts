import type { Resource } from '../../model/document.ts'
import type { Pod } from '../pods.ts'
import { at, type Fields } from '../values.ts'
import { isBootstrap } from './bootstrap.ts'
import { type Found, listOf, NOTHING, union } from './found.ts'
import type { Indexes } from './indexes.ts'
import { membersOf } from './members.ts'
import { distinct } from './objects.ts'
import { objectOf, Relations } from './relations.ts'
import { isAutoscaler, scaleTargets } from './scale-targets.ts'
import { selectorOf } from './selections.ts'
import { labelSelector } from './selector.ts'
import { objectsOf, podSpecs, workloadsOf } from './shapes.ts'
import { relatedToNamespace } from './to-namespace.ts'

const NONE: readonly never[] = []

/** What `related` is for an object without pods of its own; what does not concern its kind is empty. */
export function relatedToObject(indexes: Indexes, resource: Resource): Fields {
  const { kind, name } = resource
  if (kind === 'Namespace') return relatedToNamespace(indexes, { namespaces: [name], home: name, name })
  return membersOf(new ObjectRelations(indexes, resource))
}

class ObjectRelations extends Relations {
  readonly #resource: Resource

  constructor(indexes: Indexes, resource: Resource) {
    super(indexes, indexes.realms.of(resource))
    this.#resource = resource
  }

  get pods(): readonly Fields[] {
    return listOf(podSpecs(this.#selected()))
  }

  get workloads(): readonly Fields[] {
    if (isAutoscaler(this.#resource.kind)) return listOf(objectsOf(scaleTargets(this.indexes, this.#resource, this.realm)))
    return listOf(workloadsOf(this.#selected()))
  }

  get ingresses(): readonly Fields[] {
    const { kind, name } = this.#resource
    return kind === 'Service' ? this.indexes.routes.ofService(this.realm.namespaces, name).map(objectOf) : NONE
  }

  get backends(): readonly Fields[] {
    return this.indexes.routes.backendsOf(this.#resource)
  }

  get bootstrap(): boolean {
    return isBootstrap(this.#resource)
  }

  get roleBindings(): readonly Fields[] {
    return this.#bindings().map(objectOf)
  }

  get roles(): readonly Fields[] {
    return isBinding(this.#resource.kind) ? this.indexes.rbac.rolesOf(this.#resource).map(objectOf) : NONE
  }

  get rules(): readonly Fields[] {
    const { rbac } = this.indexes
    return isRole(this.#resource.kind) ? rbac.rulesOf(this.#resource) : rbac.rulesOfBindings(this.#bindings())
  }

  get grants(): readonly Fields[] {
    return listOf(union(this.#bindings().map((binding) => this.indexes.rbac.grantsOf(binding))))
  }

  get autoscalers(): readonly Fields[] {
    const { selections } = this.indexes
    if (this.#resource.kind !== 'PodDisruptionBudget') return selections.autoscalers(this.#resource, this.realm.namespaces).map(objectOf)
    const { items, unsettled } = this.#selected()
    const workloads = distinct(items.map((pod) => pod.resource))
    return listOf({
      items: workloads.flatMap((workload) => selections.autoscalers(workload, this.realm.namespaces)).map(objectOf),
      unsettled,
    })
  }

  get networkPolicies(): readonly Fields[] {
    return NONE
  }

  get services(): readonly Fields[] {
    return NONE
  }

  get podDisruptionBudgets(): readonly Fields[] {
    return NONE
  }

  get references(): readonly Fields[] {
    return NONE
  }

  get configMaps(): readonly Fields[] {
    return NONE
  }

  get secrets(): readonly Fields[] {
    return NONE
  }

  #selected(): Found<Pod> {
    const { kind, group, object } = this.#resource
    const isPolicy = kind === 'NetworkPolicy' && group === 'networking.k8s.io'
    const selector = isPolicy ? labelSelector(at(object, 'spec', 'podSelector')) : selectorOf(this.#resource)
    if (!selector) return NOTHING
    const found = this.indexes.pods.matching(this.realm.namespaces, selector)
    return found.items.length > 0 || found.unsettled ? found : { items: NONE, unsettled: this.indexes.elsewhere(this.realm) }
  }

  #bindings(): readonly Resource[] {
    const { kind, name } = this.#resource
    if (kind === 'ServiceAccount') return this.indexes.rbac.ofServiceAccount(this.realm.namespaces, name)
    if (isRole(kind)) return this.indexes.rbac.ofRole(this.#resource)
    return isBinding(kind) ? [this.#resource] : NONE
  }
}

function isRole(kind: string): boolean {
  return kind === 'Role' || kind === 'ClusterRole'
}

function isBinding(kind: string): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding'
}
