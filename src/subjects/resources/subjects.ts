import type { Resource } from '../../model/document.ts'
import type { Origin } from '../../model/origin.ts'
import type { ResourceName, Subject } from '../../model/subject.ts'
import type { Cluster } from '../cluster.ts'
import { labelOf, resourceNameOf } from '../pods/pods.ts'
import type { Fields } from '../values.ts'
import { apiOf } from './api-lifecycle.ts'
import { objectSecrets } from './credentials.ts'
import { mappingsOf } from './mappings.ts'

/** The variant of what is no object of a cluster: `*` does not take it in. */
export const CONFIGURATION = 'configuration'

export class ResourceSubject implements Subject {
  readonly scope = 'resource'
  readonly container = undefined
  readonly value: Fields
  readonly resource: ResourceName
  readonly variables: Readonly<Record<string, unknown>>
  readonly variant: string
  readonly #cluster: Cluster
  readonly #resource: Resource

  constructor(cluster: Cluster, resource: Resource, variant: string = resource.kind) {
    this.variant = variant
    this.value = resource.object
    this.resource = resourceNameOf(resource)
    this.variables = new ResourceVariables(cluster, resource) as object as Readonly<Record<string, unknown>>
    this.#cluster = cluster
    this.#resource = resource
  }

  get origin(): Origin {
    return this.#resource.origin
  }

  get file(): string {
    return this.#resource.source.path
  }

  get workload(): string | undefined {
    return this.#cluster.podsOf(this.#resource)[0]?.label
  }

  get label(): string {
    return labelOf(this.resource)
  }

  get group(): string {
    return this.#resource.group
  }
}

class ResourceVariables {
  readonly object: Fields
  readonly #cluster: Cluster
  readonly #resource: Resource
  #secrets: readonly Fields[] | undefined
  #mappings: readonly Fields[] | undefined

  constructor(cluster: Cluster, resource: Resource) {
    this.object = resource.object
    this.#cluster = cluster
    this.#resource = resource
  }

  get namespaceObject(): Fields | null {
    return this.#cluster.namespaceObject(this.#resource)
  }

  get related(): Fields {
    return this.#cluster.relatedTo(this.#resource)
  }

  get secrets(): readonly Fields[] {
    this.#secrets ??= objectSecrets(this.#resource)
    return this.#secrets
  }

  get schemaErrors(): readonly unknown[] {
    return this.#cluster.schemaErrors(this.#resource)
  }

  get mappings(): readonly Fields[] {
    this.#mappings ??= mappingsOf(this.object, this.#resource.origin)
    return this.#mappings
  }

  get api(): Fields {
    return apiOf(this.#resource)
  }
}
