import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Realm, Realms } from '../realms.ts'
import { at, isMapping, member } from '../values.ts'
import type { Objects } from './objects.ts'

/** What controllers put into every namespace, or OpenShift, Istio and Tekton do where they are. */
const ALWAYS: ReadonlySet<string> = new Set([
  ...['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert'].map((name) => `ConfigMap ${name}`),
  ...['default', 'builder', 'deployer', 'pipeline'].map((name) => `ServiceAccount ${name}`),
])

/** Groups whose objects no operator turns into others. */
const OWN = /^(?:|apps|batch|autoscaling|policy|extensions|[a-z.]+\.k8s\.io|(?:apps|build|image|route|security)\.openshift\.io)$/

interface Custom {
  /** Every text that custom objects hold. */
  readonly texts: Set<string>
  readonly names: Set<string>
}

/** Whether an object that is not among the files is missing, or only elsewhere. */
export class Absence {
  readonly #objects: Objects
  readonly #resources: readonly Resource[]
  readonly #realms: Realms
  #custom: Map<string, Custom> | undefined
  readonly #open = new Map<string, boolean>()

  constructor(objects: Objects, resources: readonly Resource[], realms: Realms) {
    this.#objects = objects
    this.#resources = resources
    this.#realms = realms
  }

  /** Why not finding an object of this name means nothing; undefined where it is missing. */
  why(kind: string, name: string, realm: Realm): string | undefined {
    const isElsewhere = !this.#objects.knows(kind, realm.home) || realm.name?.startsWith('kube-') || ALWAYS.has(`${kind} ${name}`)
    if (isElsewhere || this.#homeless(kind, name)) return `depends on ${kind} ${name}, which is not among the files`
    const unread = this.#objects.unreadAt(realm.home)
    if (unread) return unread.reason
    if (this.#realms.takesOthers(realm.home)) return 'depends on charts that are not among the files'
    if (this.#isOpen(kind, realm)) return `depends on the names that templates give to objects of kind ${kind}`
    return this.#isMade(name, realm) ? `depends on whether an operator makes ${kind} ${name}` : undefined
  }

  // Applied with `-n`, it may be in any namespace.
  #homeless(kind: string, name: string): boolean {
    return this.#objects.named(kind, ['default'], name).some((resource) => resource.namespace === undefined)
  }

  #isOpen(kind: string, realm: Realm): boolean {
    const key = `${kind}\n${realm.home}`
    const known =
      this.#open.get(key) ??
      this.#objects.in(kind, realm.namespaces).some((resource) => at(resource.object, 'metadata', 'name') instanceof Unsettled)
    this.#open.set(key, known)
    return known
  }

  // Operators make objects that their custom objects name, or that are called after these: `db` makes `db-app`.
  #isMade(name: string, realm: Realm): boolean {
    this.#custom ??= customObjects(this.#resources, this.#realms)
    const parts = name.split(/[-.]/)
    const stems = parts.flatMap((_, index) => [parts.slice(0, index + 1).join('-'), parts[index] ?? ''])
    return realm.namespaces.some((namespace) => {
      const custom = this.#custom?.get(namespace)
      return custom !== undefined && (custom.texts.has(name) || stems.some((stem) => custom.names.has(stem)))
    })
  }
}

function customObjects(resources: readonly Resource[], realms: Realms): Map<string, Custom> {
  const found = new Map<string, Custom>()
  for (const resource of resources) {
    if (OWN.test(resource.group)) continue
    for (const namespace of realms.of(resource).namespaces) {
      const custom = found.get(namespace) ?? { texts: new Set(), names: new Set() }
      found.set(namespace, custom)
      custom.names.add(resource.name)
      addTexts(resource.object, custom.texts)
    }
  }
  return found
}

function addTexts(value: unknown, to: Set<string>): void {
  if (typeof value === 'string') to.add(value)
  else if (Array.isArray(value) || isMapping(value)) for (const key of ownKeys(value)) addTexts(member(value, key), to)
}

// What a template adds is not there to be read.
function ownKeys(value: object): readonly string[] {
  try {
    return Object.keys(value)
  } catch (error) {
    if (error instanceof Unsettled) return []
    throw error
  }
}
