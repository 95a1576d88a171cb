import type { Resource, SyntaxFault } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Realms } from '../realms.ts'
import { at } from '../values.ts'
import type { Found } from './found.ts'
import { pushTo } from './selector-index.ts'

/** The API groups that the kinds which rules look up are served in; a kind of another group is somebody else's. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Namespace: [''],
  Service: [''],
  ServiceAccount: [''],
  ConfigMap: [''],
  Secret: [''],
  LimitRange: [''],
  ResourceQuota: [''],
  PersistentVolumeClaim: [''],
  Ingress: ['networking.k8s.io', 'extensions'],
  HTTPRoute: ['gateway.networking.k8s.io'],
  GRPCRoute: ['gateway.networking.k8s.io'],
  TLSRoute: ['gateway.networking.k8s.io'],
  TCPRoute: ['gateway.networking.k8s.io'],
  UDPRoute: ['gateway.networking.k8s.io'],
  Route: ['route.openshift.io'],
  VirtualService: ['networking.istio.io'],
  Role: ['rbac.authorization.k8s.io'],
  ClusterRole: ['rbac.authorization.k8s.io'],
  RoleBinding: ['rbac.authorization.k8s.io'],
  ClusterRoleBinding: ['rbac.authorization.k8s.io'],
  Deployment: ['apps', 'extensions'],
  ReplicaSet: ['apps', 'extensions'],
  StatefulSet: ['apps'],
  ReplicationController: [''],
  DeploymentConfig: ['apps.openshift.io', ''],
  PodDisruptionBudget: ['policy'],
  PodSecurityPolicy: ['policy', 'extensions'],
  HorizontalPodAutoscaler: ['autoscaling'],
  ScaledObject: ['keda.sh'],
  StorageClass: ['storage.k8s.io'],
  Middleware: ['traefik.io', 'traefik.containo.us'],
  ReferenceGrant: ['gateway.networking.k8s.io'],
  NetworkPolicy: ['networking.k8s.io', 'extensions', 'projectcalico.org', 'crd.projectcalico.org'],
  GlobalNetworkPolicy: ['projectcalico.org', 'crd.projectcalico.org'],
  CiliumNetworkPolicy: ['cilium.io'],
  CiliumClusterwideNetworkPolicy: ['cilium.io'],
  AdminNetworkPolicy: ['policy.networking.k8s.io'],
  BaselineAdminNetworkPolicy: ['policy.networking.k8s.io'],
  ClusterNetworkPolicy: ['policy.networking.k8s.io'],
}
export const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  ...['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'GlobalNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
  ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy', 'PersistentVolume', 'PodSecurityPolicy', 'StorageClass'],
])

/** Objects by kind, namespace and name. */
export class Objects {
  readonly realms: Realms
  readonly #byKind = new Map<string, Resource[]>()
  readonly #byName = new Map<string, Resource[]>()
  readonly #byNamespace = new Map<string, Resource[]>()
  readonly #homes = new Map<string, Set<string>>()
  /** Kind and home where a template gives some object its name. */
  readonly #renamed = new Set<string>()
  /** Where documents are that nobody has read, by `home`. */
  readonly #unread: ReadonlyMap<string, SyntaxFault>

  constructor(resources: readonly Resource[], realms: Realms, faults: readonly SyntaxFault[]) {
    this.realms = realms
    // The first of a chart is named.
    this.#unread = new Map(
      faults.toReversed().flatMap((fault) => (fault.hides ? [[realms.homeOfTemplate(fault.file), fault] as const] : [])),
    )
    for (const resource of resources) if (!resource.patch && isIndexed(resource)) this.#add(resource)
  }

  #add(resource: Resource): void {
    const { kind, name } = resource
    pushTo(this.#byKind, kind, resource)
    const global = CLUSTER_SCOPED.has(kind)
    const { namespaces, home } = this.realms.of(resource)
    for (const namespace of global ? [''] : namespaces) {
      for (const called of kind === 'Namespace' ? this.realms.namesOf(resource) : [name]) {
        pushTo(this.#byName, `${kind}\n${namespace}\n${called}`, resource)
      }
      pushTo(this.#byNamespace, `${kind}\n${namespace}`, resource)
    }
    const homes = this.#homes.get(kind) ?? new Set()
    this.#homes.set(kind, homes.add(global ? '' : home))
    if (resource.templated && at(resource.object, 'metadata', 'name') instanceof Unsettled) this.#renamed.add(`${kind}\n${home}`)
  }

  ofKind(...kinds: readonly string[]): readonly Resource[] {
    return kinds.flatMap((kind) => this.#byKind.get(kind) ?? [])
  }

  in(kind: string, namespaces: readonly string[]): readonly Resource[] {
    return distinct(namespaces.flatMap((namespace) => this.#byNamespace.get(`${kind}\n${namespace}`) ?? []))
  }

  named(kind: string, namespaces: readonly string[], name: string): readonly Resource[] {
    const scopes = CLUSTER_SCOPED.has(kind) ? [''] : namespaces
    return distinct(scopes.flatMap((namespace) => this.#byName.get(`${kind}\n${namespace}\n${name}`) ?? []))
  }

  /** Whether the files hold any object of the kind where the one at hand lives. */
  knows(kind: string, home: string): boolean {
    return this.#homes.get(kind)?.has(CLUSTER_SCOPED.has(kind) ? '' : home) ?? false
  }

  /** Whether a name that no object of the kind has there is surely missing, as far as the files go. */
  knowsNames(kind: string, home: string): boolean {
    return this.knows(kind, home) && !this.isRenamed(kind, home) && !this.#unread.has(home) && !this.realms.takesOthers(home)
  }

  /** Whether a template gives some object of the kind its name there. */
  isRenamed(kind: string, home: string): boolean {
    return this.#renamed.has(`${kind}\n${home}`)
  }

  /** Why not finding an object there means nothing: a template that is not rendered may print it. */
  unreadAt(home: string): Unsettled | undefined {
    const fault = this.#unread.get(home)
    return fault && new Unsettled(`depends on what ${fault.file} holds, which cannot be read without rendering it`, undefined)
  }
}

/** An answer of what there is, or why there may be something where nothing is found. */
export function orUnread<T>(found: Found<T>, unread: Unsettled | undefined): Found<T> {
  return found.items.length > 0 || found.unsettled || !unread ? found : { items: [], unsettled: unread }
}

function isIndexed({ kind, group }: Resource): boolean {
  return Object.hasOwn(GROUPS, kind) && (GROUPS[kind]?.includes(group) ?? false)
}

export function distinct<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)]
}
