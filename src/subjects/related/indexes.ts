import type { Resource, SyntaxFault, YamlDocument } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import { labelledPodsOf, type Pod } from '../pods/pods.ts'
import { mayRunPods } from '../pods/templates.ts'
import type { Realm, Realms } from '../realms.ts'
import { at, type Fields, isMapping, nameAt, type WrittenName } from '../values.ts'
import { Absence } from './absence.ts'
import { type AdmissionPolicy, admissionPolicies } from './admission.ts'
import type { Companions } from './companions.ts'
import { Coverage } from './coverage.ts'
import { type Found, firstOf, sift } from './found.ts'
import { generatedKinds, podSecurityDefault } from './guardrails.ts'
import { knownAt } from './known.ts'
import { LabelIndex, labelsOf } from './label-index.ts'
import { distinct, Objects } from './objects.ts'
import { podPolicies } from './pod-policies.ts'
import { Producers } from './producers.ts'
import { Rbac } from './rbac.ts'
import { Routes } from './routes.ts'
import { Selections } from './selections.ts'
import type { Selector } from './selector.ts'

/** What the indexes are made from. */
interface Ground {
  readonly resources: readonly Resource[]
  readonly documents: readonly YamlDocument[]
  readonly faults: readonly SyntaxFault[]
  readonly realms: Realms
  readonly companions: Companions
  podsOf(resource: Resource): readonly Pod[]
  /** Whether a kustomization changes it. */
  isChanged(resource: Resource): boolean
}

/** Each is compared with the others that run as the same account, so that all of many would take their square. */
const MOST_USERS = 100

/** Every index that rules about more than one object need, each made at its first use and once. */
export class Indexes {
  readonly realms: Realms
  readonly #ground: Ground
  readonly #made = new Map<string, unknown>()
  readonly #routes = new WeakMap<Found<Resource>, Found<Resource>>()

  constructor(ground: Ground) {
    this.#ground = ground
    this.realms = ground.realms
  }

  /** What policies of the files do at admission, as far as rules about the API server ask. */
  get admissionPolicies(): readonly AdmissionPolicy[] {
    return this.#once('admissionPolicies', () => admissionPolicies(this.#ground.resources))
  }

  get objects(): Objects {
    return this.#once('objects', () => new Objects(this.#ground.resources, this.realms, this.#ground.faults))
  }

  get coverage(): Coverage {
    return this.#once(
      'coverage',
      () => new Coverage(this.objects, this.#ground.companions, (namespace) => this.labelsOfNamespace(namespace)),
    )
  }

  get absence(): Absence {
    return this.#once('absence', () => new Absence(this.objects, this.#ground.resources, this.realms))
  }

  get producers(): Producers {
    return this.#once('producers', () => new Producers(this.#ground.resources, this.#ground.documents, this.realms))
  }

  /** Kind and name of what patches may change. */
  get patched(): ReadonlySet<string> {
    return this.#once(
      'patched',
      () => new Set(this.#ground.resources.filter(({ patch }) => patch).map(({ kind, name }) => `${kind}\n${name}`)),
    )
  }

  get rbac(): Rbac {
    return this.#once('rbac', () => new Rbac(this.objects))
  }

  get routes(): Routes {
    return this.#once('routes', () => new Routes(this.objects))
  }

  get selections(): Selections {
    return this.#once('selections', () => new Selections(this.objects, this.#ground.companions))
  }

  get pods(): LabelIndex<Pod> {
    return this.#once('pods', () => {
      const index = new LabelIndex<Pod>(labelsOf)
      for (const pod of this.#selectable()) index.add(this.realms.of(pod.resource).namespaces, pod)
      return index
    })
  }

  /** Services by their own labels. */
  get labelledServices(): LabelIndex<Resource> {
    return this.#once('labelled-services', () => {
      const index = new LabelIndex<Resource>(({ object }) => at(object, 'metadata', 'labels'))
      for (const service of this.objects.ofKind('Service')) index.add(this.realms.of(service).namespaces, service)
      return index
    })
  }

  /** Namespaces that hold pods and whose labels match. */
  namespacesMatching(selector: Selector): Found<string> {
    const find = () => sift(this.pods.namespaces, (name) => selector.matches(this.labelsOfNamespace(name)))
    return selector.unsettled ? find() : this.#once(`namespaces\n${selector.signature}`, find)
  }

  /** Objects of the files that judge pods when they are admitted. */
  get podPolicies(): readonly Fields[] {
    return this.#once('pod-policies', () => podPolicies(this.#ground.resources))
  }

  get podSecurityPolicies(): readonly Fields[] {
    return this.#once('pod-security-policies', () => this.objects.ofKind('PodSecurityPolicy').map(({ object }) => object))
  }

  /** What runs pods that are not among the files, by `home`. */
  get operatedHomes(): ReadonlySet<string> {
    return this.#once('operated', () => {
      return new Set(this.#ground.resources.filter(mayRunPods).map((resource) => this.realms.of(resource).home))
    })
  }

  get generatedKinds(): readonly string[] {
    return this.#once('generated', () => generatedKinds(this.#ground.resources))
  }

  get podSecurityDefault(): string {
    return this.#once('pod-security', () => podSecurityDefault(this.#ground.documents))
  }

  /** Where there is any workload, by `home`. */
  get workloadHomes(): ReadonlySet<string> {
    return this.#once('homes', () => new Set(this.#selectable().map((pod) => this.realms.of(pod.resource).home)))
  }

  objectsIn(kind: string, realm: Realm): readonly Fields[] {
    return this.#once(`${kind}\n${realm.namespaces.join('\n')}`, () =>
      this.objects.in(kind, realm.namespaces).map((resource) => resource.object),
    )
  }

  knownAt(home: string): Fields {
    return this.#once(`known\n${home}`, () => knownAt(this.objects, this.workloadHomes, home))
  }

  /** Ingresses and routes to the Services found, looked up once for each answer. */
  routesTo(services: Found<Resource>, realm: Realm): Found<Resource> {
    let known = this.#routes.get(services)
    if (!known) {
      const items = [...new Set(services.items.flatMap((service) => this.routes.ofService(realm.namespaces, service.name)))]
      known = firstOf({ items, unsettled: services.unsettled }, 'Ingresses and routes')
      this.#routes.set(services, known)
    }
    return known
  }

  /** Why not finding a pod means nothing: pods of the namespace, or what makes some of them, are not among the files, as always in Kubernetes' own. */
  elsewhere(realm: Realm, object?: Resource): Unsettled | undefined {
    const isOwn = realm.name?.startsWith('kube-') ?? false
    const unread = (object && this.#ground.companions.loose(object)) ?? this.objects.unreadAt(realm.home)
    if (unread) return unread
    if (this.realms.takesOthers(realm.home)) return new Unsettled('depends on charts that are not among the files', undefined)
    if (!isOwn && this.workloadHomes.has(realm.home) && !this.operatedHomes.has(realm.home)) return undefined
    return new Unsettled('depends on pods that are not among the files', undefined)
  }

  /** Whether a component brings the object, which may change the pods that it is for as well. */
  mayChange(optional: Resource, pods: readonly Pod[]): boolean {
    return this.#ground.companions.isOptional(optional) && pods.some((pod) => this.#ground.isChanged(pod.resource))
  }

  namespaceOf(realm: Realm): Resource | undefined {
    return realm.name === undefined ? undefined : this.objects.named('Namespace', [''], realm.name)[0]
  }

  /** The labels of a namespace; what is not among the files may have any but the one that the API server sets. */
  labelsOfNamespace(namespace: string): unknown {
    const [found] = this.objects.named('Namespace', [''], namespace)
    const labels = found && at(found.object, 'metadata', 'labels')
    const known = isMapping(labels) ? labels : {}
    if (found) return { ...known, 'kubernetes.io/metadata.name': namespace }
    return namespace.endsWith('/')
      ? new Unsettled('depends on the namespace that the templates are rendered for', undefined)
      : unknownLabels(namespace)
  }

  /** Which ServiceAccount a pod runs as: `default` where none is named. */
  accountOf(pod: Pod): Omit<WrittenName, 'text'> & { readonly name: string; readonly object: Resource | undefined } {
    const named = nameAt(pod.spec, 'serviceAccountName') ?? nameAt(pod.spec, 'serviceAccount')
    const { text, settled, reason } = named && named.text !== '' ? named : { text: 'default', settled: true, reason: '' }
    return { name: text, settled, reason, object: this.objects.named('ServiceAccount', this.realms.of(pod.resource).namespaces, text)[0] }
  }

  /** The objects whose pods run as a ServiceAccount; of many the first hundred. */
  runningAs(realm: Realm, account: string): readonly Resource[] {
    const users = this.#once('accounts', () => {
      const found = new Map<string, Set<Resource>>()
      for (const pod of this.#allPods()) {
        for (const namespace of this.realms.of(pod.resource).namespaces) {
          const key = `${namespace}\n${this.accountOf(pod).name}`
          const known = found.get(key) ?? new Set()
          if (known.size < MOST_USERS) found.set(key, known.add(pod.resource))
        }
      }
      return found
    })
    return distinct(realm.namespaces.flatMap((namespace) => [...(users.get(`${namespace}\n${account}`) ?? [])]))
  }

  #allPods(): readonly Pod[] {
    return this.#once('all-pods', () => this.#ground.resources.flatMap((resource) => (resource.patch ? [] : this.#ground.podsOf(resource))))
  }

  #selectable(): readonly Pod[] {
    return this.#once('selectable', () => [
      ...this.#allPods(),
      ...this.#ground.resources.flatMap((resource) => (resource.patch ? [] : labelledPodsOf(resource))),
    ])
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make())
    return this.#made.get(name) as T
  }
}

function unknownLabels(namespace: string): Fields {
  const labels = { 'kubernetes.io/metadata.name': namespace }
  const unsettled = new Unsettled(`depends on the labels of namespace ${namespace}, which is not among the files`, undefined)
  return new Proxy(labels, {
    getOwnPropertyDescriptor(target, key) {
      if (Object.hasOwn(target, key)) return Object.getOwnPropertyDescriptor(target, key)
      throw unsettled
    },
    ownKeys() {
      throw unsettled
    },
  })
}
