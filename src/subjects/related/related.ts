import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods.ts'
import type { Realm } from '../realms.ts'
import { at, type Fields } from '../values.ts'
import { isBootstrap } from './bootstrap.ts'
import { affects, deniesAll } from './coverage.ts'
import { type Found, listOf, mapped, NOTHING, union } from './found.ts'
import type { Indexes } from './indexes.ts'
import { lazily } from './lazy.ts'
import type { Policy } from './policies.ts'
import { referenceItem, referencesOf } from './references.ts'
import { selectorOf } from './selections.ts'
import { labelSelector } from './selector.ts'

/** What `related` is for a namespace, and what is the same for all objects of one. */
export function relatedToNamespace(indexes: Indexes, realm: Realm): Fields {
  const { objects, coverage } = indexes
  const pods = () => indexes.pods.in(realm.namespaces)
  const policies = () => coverage.ofNamespace(realm.namespaces)
  const denies = (direction: 'ingress' | 'egress') => sure(deniesAll(policies(), direction))
  return lazily({
    ...shared(indexes, realm),
    pods: () => pods().map((pod) => pod.spec),
    workloads: () => [...new Set(pods().map((pod) => pod.resource.object))],
    networkPolicies: () => listOf(policyObjects(policies())),
    defaultDeny: () => lazily({ ingress: () => denies('ingress'), egress: () => denies('egress') }),
    ...Object.fromEntries(
      IN_NAMESPACE.map(([name, kind]) => [name, () => objects.in(kind, realm.namespaces).map((resource) => resource.object)]),
    ),
  })
}

const IN_NAMESPACE: readonly (readonly [name: string, kind: string])[] = [
  ['services', 'Service'],
  ['ingresses', 'Ingress'],
  ['podDisruptionBudgets', 'PodDisruptionBudget'],
  ['serviceAccounts', 'ServiceAccount'],
  ['roleBindings', 'RoleBinding'],
  ['configMaps', 'ConfigMap'],
  ['secrets', 'Secret'],
]

/** What `related` is for a pod and all that lies in it, and for the object that carries it. */
export function relatedToPod(indexes: Indexes, pod: Pod): Fields {
  const realm = indexes.realms.of(pod.resource)
  const { namespaces } = realm
  const policies = () => indexes.coverage.ofPod(pod, namespaces)
  const services = () => indexes.selections.services(pod, namespaces)
  const account = () => indexes.accountOf(pod)
  const bindings = () => indexes.rbac.ofServiceAccount(namespaces, account().name)
  const policed = (direction: 'ingress' | 'egress') => sure(affects(policies(), direction, ['some', 'deny']))
  return lazily({
    ...shared(indexes, realm),
    ...ofReferences(indexes, pod, realm),
    pods: () => [pod.spec],
    workloads: () => [pod.resource.object],
    networkPolicies: () => listOf(policyObjects(policies())),
    policed: () => lazily({ ingress: () => policed('ingress'), egress: () => policed('egress') }),
    services: () => listOf(mapped(services(), objectOf)),
    ingresses: () => listOf(ingressesOf(indexes, services(), namespaces)),
    podDisruptionBudgets: () => listOf(mapped(indexes.selections.budgets(pod, namespaces), objectOf)),
    autoscalers: () => indexes.selections.autoscalers(pod.resource, namespaces).map(objectOf),
    serviceAccount: () => {
      const { object, settled } = account()
      if (!object && !settled) throw new Unsettled('depends on the name of the ServiceAccount', pod.origin.child('serviceAccountName'))
      return object?.object
    },
    roleBindings: () => bindings().map(objectOf),
    rules: () => indexes.rbac.rulesOfBindings(bindings()),
  })
}

function ofReferences(indexes: Indexes, pod: Pod, realm: Realm): Record<string, () => unknown> {
  const named = (kind: string, name: string) => indexes.objects.named(kind, realm.namespaces, name).map(objectOf)
  const referred = (kind: string) => [
    ...new Set(referencesOf(pod).flatMap((reference) => (reference.kind === kind ? named(kind, reference.name) : []))),
  ]
  return {
    references: () =>
      referencesOf(pod).map((reference) => {
        const found = named(reference.kind, reference.name)
        return referenceItem(reference, found, indexes.objects.knows(reference.kind, realm.home))
      }),
    configMaps: () => referred('ConfigMap'),
    secrets: () => referred('Secret'),
  }
}

/** What `related` is for an object without pods of its own; what does not concern its kind is empty. */
export function relatedToObject(indexes: Indexes, resource: Resource): Fields {
  const { kind } = resource
  if (kind === 'Namespace') return relatedToNamespace(indexes, { namespaces: [resource.name], home: resource.name, name: resource.name })
  const realm = indexes.realms.of(resource)
  const selected = () => selectedPods(indexes, resource, realm)
  const bindings = () => bindingsOf(indexes, resource, realm)
  return lazily({
    ...shared(indexes, realm),
    pods: () => listOf(mapped(selected(), (pod) => pod.spec)),
    workloads: () => listOf(mapped(selected(), (pod) => pod.resource.object)),
    ingresses: () => (kind === 'Service' ? indexes.routes.ofService(realm.namespaces, resource.name).map(objectOf) : []),
    backends: () => indexes.routes.backendsOf(resource),
    bootstrap: () => isBootstrap(resource),
    roleBindings: () => bindings().map(objectOf),
    roles: () => (kind.endsWith('RoleBinding') || kind === 'ClusterRoleBinding' ? indexes.rbac.rolesOf(resource).map(objectOf) : []),
    rules: () => (kind === 'Role' || kind === 'ClusterRole' ? indexes.rbac.rulesOf(resource) : indexes.rbac.rulesOfBindings(bindings())),
    ...Object.fromEntries(NO_LISTS.map((name) => [name, () => []])),
  })
}

const NO_LISTS = ['networkPolicies', 'services', 'podDisruptionBudgets', 'autoscalers', 'references', 'configMaps', 'secrets'] as const

function selectedPods(indexes: Indexes, resource: Resource, realm: Realm): Found<Pod> {
  const isPolicy = resource.kind === 'NetworkPolicy' && resource.group === 'networking.k8s.io'
  const selector = isPolicy ? labelSelector(at(resource.object, 'spec', 'podSelector')) : selectorOf(resource)
  if (!selector) return NOTHING
  const found = indexes.pods.matching(realm.namespaces, selector)
  return found.items.length > 0 || found.unsettled ? found : { ...NOTHING, unsettled: indexes.elsewhere(realm) }
}

function bindingsOf(indexes: Indexes, resource: Resource, realm: Realm): readonly Resource[] {
  if (resource.kind === 'ServiceAccount') return indexes.rbac.ofServiceAccount(realm.namespaces, resource.name)
  if (resource.kind === 'Role' || resource.kind === 'ClusterRole') return indexes.rbac.ofRole(resource)
  return resource.kind === 'RoleBinding' || resource.kind === 'ClusterRoleBinding' ? [resource] : []
}

function ingressesOf(indexes: Indexes, services: Found<Resource>, namespaces: readonly string[]): Found<Fields> {
  const ingresses = services.items.flatMap((service) => indexes.routes.ofService(namespaces, service.name))
  return mapped(union([{ items: ingresses, unsettled: services.unsettled }]), objectOf)
}

function shared(indexes: Indexes, realm: Realm): Record<string, () => unknown> {
  const inNamespace = (kind: string) => indexes.objects.in(kind, realm.namespaces).map(objectOf)
  return {
    namespace: () => indexes.namespaceOf(realm)?.object,
    limitRanges: () => inNamespace('LimitRange'),
    resourceQuotas: () => inNamespace('ResourceQuota'),
    generatedKinds: () => indexes.generatedKinds,
    podSecurityDefault: () => indexes.podSecurityDefault,
    known: () => known(indexes, realm),
  }
}

const KNOWN: Readonly<Record<string, string>> = {
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

function known(indexes: Indexes, realm: Realm): Fields {
  const members = Object.entries(KNOWN).map(([name, kind]) => [name, () => indexes.objects.knows(kind, realm.home)] as const)
  return lazily({ ...Object.fromEntries(members), workloads: () => indexes.workloadHomes.has(realm.home) })
}

function policyObjects(found: Found<Policy>): Found<Fields> {
  return mapped(found, (policy) => policy.resource.object)
}

function objectOf(resource: Resource): Fields {
  return resource.object
}

function sure(match: boolean | Unsettled): boolean {
  if (match instanceof Unsettled) throw match
  return match
}
