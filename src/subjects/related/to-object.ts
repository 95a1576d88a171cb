import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import { at, type Fields, othersAt, textAt } from '../values.ts'
import { isBootstrap } from './bootstrap.ts'
import { type Found, listOf, NOTHING, union } from './found.ts'
import type { Indexes } from './indexes.ts'
import { membersOf } from './members.ts'
import { isMonitor, monitored } from './monitors.ts'
import { distinct, orUnread } from './objects.ts'
import { peersOf } from './peers.ts'
import { objectOf, Relations } from './relations.ts'
import { middlewaresOf, podsBehind } from './route-targets.ts'
import { ROUTES } from './routes.ts'
import { isAutoscaler, scaleTargets } from './scale-targets.ts'
import { selectorOf } from './selections.ts'
import { labelSelector, type Selector } from './selector.ts'
import { objectsOf, podSpecs, workloadsOf } from './shapes.ts'
import { relatedToNamespace } from './to-namespace.ts'

const NONE: readonly never[] = []

/** What `related` is for an object without pods of its own; what does not concern its kind is empty. */
export function relatedToObject(indexes: Indexes, resource: Resource): Fields {
  const names = resource.kind === 'Namespace' ? indexes.realms.namesOf(resource) : []
  if (names.length > 0) return relatedToNamespace(indexes, { namespaces: names, home: names.join(' '), name: names[0] })
  return membersOf(new ObjectRelations(indexes, resource))
}

class ObjectRelations extends Relations {
  readonly #resource: Resource

  constructor(indexes: Indexes, resource: Resource) {
    super(indexes, indexes.realms.of(resource))
    this.#resource = resource
  }

  protected paths(): readonly string[] {
    return [this.#resource.source.path]
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

  /** All of the files, one list for each of them: what a policy forbids is compared with what the others do. */
  get podSecurityPolicies(): readonly Fields[] {
    return this.#resource.kind === 'PodSecurityPolicy' ? this.indexes.podSecurityPolicies : NONE
  }

  get roleBindings(): readonly Fields[] {
    return this.indexes.rbac.bindingsOf(this.#bindings())
  }

  get roles(): readonly Fields[] {
    return isBinding(this.#resource.kind) ? this.indexes.rbac.rolesOf(this.#resource).map(objectOf) : NONE
  }

  get rules(): readonly Fields[] {
    const { rbac } = this.indexes
    if (!isRole(this.#resource.kind)) return rbac.rulesOfBindings(this.#bindings())
    return listOf({ items: rbac.rulesOf(this.#resource), unsettled: othersAt(this.#resource.object, 'rules') })
  }

  get grants(): readonly Fields[] {
    return this.indexes.rbac.grantsOfBindings(this.#bindings())
  }

  get autoscalers(): readonly Fields[] {
    if (this.#resource.kind !== 'PodDisruptionBudget') return listOf(objectsOf(this.#scaling(this.#resource)))
    const { items, unsettled } = this.#selected()
    const workloads = distinct(items.map((pod) => pod.resource))
    return listOf(objectsOf(union([...workloads.map((workload) => this.#scaling(workload)), { items: NONE, unsettled }])))
  }

  get networkPolicies(): readonly Fields[] {
    return NONE
  }

  get services(): readonly Fields[] {
    if (!isMonitor(this.#resource, 'ServiceMonitor')) return NONE
    return listOf(objectsOf(monitored(this.indexes, this.#resource, this.indexes.labelledServices)))
  }

  get peers(): readonly Fields[] {
    return isNetworkPolicy(this.#resource) ? peersOf(this.indexes, this.#resource) : NONE
  }

  /** What is attached to a Gateway. Of the Gateway API some may be elsewhere; of Istio's it is what the files hold. */
  get routes(): readonly Fields[] {
    const { kind, group } = this.#resource
    if (kind !== 'Gateway') return NONE
    const items = this.indexes.routes.ofGateway(this.#resource).map(objectOf)
    if (group !== 'gateway.networking.k8s.io') return items
    const elsewhere = new Unsettled('depends on routes that are not among the files', undefined)
    return listOf({ items, unsettled: items.length > 0 ? undefined : elsewhere })
  }

  get middlewares(): readonly Fields[] {
    return this.#resource.kind === 'IngressRoute' ? middlewaresOf(this.indexes, this.#resource) : NONE
  }

  get storageClasses(): readonly Fields[] {
    if (this.#resource.kind !== 'PersistentVolume') return NONE
    const name = textAt(this.#resource.object, 'spec', 'storageClassName') ?? ''
    const items = this.indexes.objects.named('StorageClass', [''], name).map(objectOf)
    const missing = new Unsettled(`depends on StorageClass ${name}, which is not among the files`, undefined)
    return listOf({ items, unsettled: name === '' || items.length > 0 ? undefined : missing })
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

  #scaling(workload: Resource): Found<Resource> {
    const found = this.indexes.selections.autoscalers(workload, this.realm.namespaces)
    return orUnread(found, this.indexes.objects.unreadAt(this.realm.home))
  }

  #selected(): Found<Pod> {
    const resource = this.#resource
    if (isMonitor(resource, 'PodMonitor')) return monitored(this.indexes, resource, this.indexes.pods)
    if (ROUTES.includes(resource.kind)) return podsBehind(this.indexes, resource)
    const selector = isNetworkPolicy(resource) ? labelSelector(at(resource.object, 'spec', 'podSelector')) : selectorOf(resource)
    if (!selector) return NOTHING
    const found = this.indexes.pods.matching(this.realm.namespaces, selector)
    if (resource.kind === 'PodDisruptionBudget' && this.indexes.mayChange(resource, found.items))
      return { items: NONE, unsettled: new Unsettled('depends on what the component changes in the pods', undefined) }
    if (found.items.length > 0 || found.unsettled) return found
    return { items: NONE, unsettled: this.indexes.elsewhere(this.realm, resource) ?? this.#foreign(selector) }
  }

  // A label that was renamed keeps its key on one side, unless both sides stand in one file: a Service whose keys nobody has is for pods that
  // something else runs.
  #foreign({ requirements }: Selector): Unsettled | undefined {
    const { namespaces } = this.realm
    const { kind, source } = this.#resource
    const keys = requirements.map(({ key }) => key)
    if (kind !== 'Service' || this.indexes.pods.knowsKey(namespaces, keys)) return undefined
    if (this.indexes.pods.in(namespaces).some((pod) => pod.resource.source.path === source.path)) return undefined
    return new Unsettled(
      `depends on pods that are not among the files: no pod template of the namespace has a label ${keys.join(' or ')}`,
      undefined,
    )
  }

  #bindings(): Found<Resource> {
    const { kind, name } = this.#resource
    if (kind === 'ServiceAccount') return this.indexes.rbac.ofServiceAccount(this.realm.namespaces, name)
    if (isRole(kind)) return this.indexes.rbac.ofRole(this.#resource)
    return isBinding(kind) ? this.indexes.rbac.alone(this.#resource) : NOTHING
  }
}

function isNetworkPolicy({ kind, group }: Resource): boolean {
  return kind === 'NetworkPolicy' && (group === 'networking.k8s.io' || group === 'extensions')
}

function isRole(kind: string): boolean {
  return kind === 'Role' || kind === 'ClusterRole'
}

function isBinding(kind: string): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding'
}
