import type { Resource } from '../../model/document.ts'
import type { Pod } from '../pods.ts'
import type { Realm } from '../realms.ts'
import { at, type Fields } from '../values.ts'
import { isBootstrap } from './bootstrap.ts'
import { type Found, listOf, NOTHING } from './found.ts'
import type { Indexes } from './indexes.ts'
import { selectorOf } from './selections.ts'
import { labelSelector } from './selector.ts'
import { objectOf, podSpecs, workloadsOf } from './shapes.ts'
import { relatedToNamespace } from './to-namespace.ts'

const NONE: readonly never[] = []

/** What `related` is for an object without pods of its own; what does not concern its kind is empty. */
export function relatedToObject(indexes: Indexes, resource: Resource): Fields {
  const { kind, name } = resource
  if (kind === 'Namespace') return relatedToNamespace(indexes, { namespaces: [name], home: name, name })
  const realm = indexes.realms.of(resource)
  return {
    generatedKinds: indexes.generatedKinds,
    podSecurityDefault: indexes.podSecurityDefault,
    bootstrap: isBootstrap(resource),
    ...NO_LISTS,
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
    get pods() {
      return listOf(podSpecs(selectedPods(indexes, resource, realm)))
    },
    get workloads() {
      return listOf(workloadsOf(selectedPods(indexes, resource, realm)))
    },
    get ingresses() {
      return kind === 'Service' ? indexes.routes.ofService(realm.namespaces, name).map(objectOf) : NONE
    },
    get backends() {
      return indexes.routes.backendsOf(resource)
    },
    get roleBindings() {
      return bindingsOf(indexes, resource, realm).map(objectOf)
    },
    get roles() {
      return isBinding(kind) ? indexes.rbac.rolesOf(resource).map(objectOf) : NONE
    },
    get rules() {
      return isRole(kind) ? indexes.rbac.rulesOf(resource) : indexes.rbac.rulesOfBindings(bindingsOf(indexes, resource, realm))
    },
  }
}

const NO_LISTS = {
  networkPolicies: NONE,
  services: NONE,
  podDisruptionBudgets: NONE,
  autoscalers: NONE,
  references: NONE,
  configMaps: NONE,
  secrets: NONE,
}

function isRole(kind: string): boolean {
  return kind === 'Role' || kind === 'ClusterRole'
}

function isBinding(kind: string): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding'
}

function selectedPods(indexes: Indexes, resource: Resource, realm: Realm): Found<Pod> {
  const isPolicy = resource.kind === 'NetworkPolicy' && resource.group === 'networking.k8s.io'
  const selector = isPolicy ? labelSelector(at(resource.object, 'spec', 'podSelector')) : selectorOf(resource)
  if (!selector) return NOTHING
  const found = indexes.pods.matching(realm.namespaces, selector)
  return found.items.length > 0 || found.unsettled ? found : { items: NONE, unsettled: indexes.elsewhere(realm) }
}

function bindingsOf(indexes: Indexes, resource: Resource, realm: Realm): readonly Resource[] {
  if (resource.kind === 'ServiceAccount') return indexes.rbac.ofServiceAccount(realm.namespaces, resource.name)
  if (isRole(resource.kind)) return indexes.rbac.ofRole(resource)
  return isBinding(resource.kind) ? [resource] : NONE
}
