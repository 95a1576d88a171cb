import type { Realm } from '../realms.ts'
import type { Fields } from '../values.ts'
import { deniesAll } from './coverage.ts'
import { listOf } from './found.ts'
import type { Indexes } from './indexes.ts'
import { policyObjects, sure } from './shapes.ts'

/** What `related` is for a namespace: all that lies in it. */
export function relatedToNamespace(indexes: Indexes, realm: Realm): Fields {
  const policies = () => indexes.coverage.ofNamespace(realm.namespaces)
  const of = (kind: string) => indexes.objectsIn(kind, realm)
  return {
    generatedKinds: indexes.generatedKinds,
    podSecurityDefault: indexes.podSecurityDefault,
    defaultDeny: {
      get ingress() {
        return sure(deniesAll(policies(), 'ingress'))
      },
      get egress() {
        return sure(deniesAll(policies(), 'egress'))
      },
    },
    get namespace() {
      return indexes.namespaceOf(realm)?.object
    },
    get known() {
      return indexes.knownAt(realm.home)
    },
    get pods() {
      return indexes.pods.in(realm.namespaces).map((pod) => pod.spec)
    },
    get workloads() {
      return [...new Set(indexes.pods.in(realm.namespaces).map((pod) => pod.resource.object))]
    },
    get networkPolicies() {
      return listOf(policyObjects(policies()))
    },
    get limitRanges() {
      return of('LimitRange')
    },
    get resourceQuotas() {
      return of('ResourceQuota')
    },
    get services() {
      return of('Service')
    },
    get ingresses() {
      return of('Ingress')
    },
    get podDisruptionBudgets() {
      return of('PodDisruptionBudget')
    },
    get serviceAccounts() {
      return of('ServiceAccount')
    },
    get roleBindings() {
      return of('RoleBinding')
    },
    get configMaps() {
      return of('ConfigMap')
    },
    get secrets() {
      return of('Secret')
    },
  }
}
