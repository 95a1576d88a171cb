import type { Fields } from '../values.ts'
import type { Objects } from './objects.ts'

const KINDS: Readonly<Record<string, string>> = {
  namespaces: 'Namespace',
  services: 'Service',
  serviceAccounts: 'ServiceAccount',
  configMaps: 'ConfigMap',
  secrets: 'Secret',
  networkPolicies: 'NetworkPolicy',
  podDisruptionBudgets: 'PodDisruptionBudget',
  persistentVolumeClaims: 'PersistentVolumeClaim',
  roles: 'Role',
  clusterRoles: 'ClusterRole',
  roleBindings: 'RoleBinding',
  clusterRoleBindings: 'ClusterRoleBinding',
  limitRanges: 'LimitRange',
  resourceQuotas: 'ResourceQuota',
}

/** Whether the files hold any object of a kind where objects with this home live: else what is not found is not missing. */
export function knownAt(objects: Objects, workloads: ReadonlySet<string>, home: string): Fields {
  const known = Object.entries(KINDS).map(([name, kind]) => [name, objects.knows(kind, home)])
  return { ...Object.fromEntries(known), workloads: workloads.has(home) }
}
