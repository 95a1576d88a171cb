import type { Resource } from '../../model/document.ts'
import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import type { ResourceName } from '../../model/subject.ts'
import { type Fields, mappingsAt, member, partsAt, textAt } from '../values.ts'
import type { PodTemplate } from './template.ts'
import { labelledTemplateOf, podTemplatesOf } from './templates.ts'

export type ContainerType = 'container' | 'init' | 'ephemeral'

const LISTS: readonly (readonly [list: string, type: ContainerType])[] = [
  ['initContainers', 'init'],
  ['containers', 'container'],
  ['ephemeralContainers', 'ephemeral'],
]

export interface PodContainer {
  readonly value: Fields
  readonly type: ContainerType
  /** '' where it is missing or not settled. */
  readonly name: string
}

/** A pod as some object describes it. */
export class Pod {
  readonly resource: Resource
  readonly spec: Fields
  readonly metadata: Fields
  readonly labelsAlone: boolean
  readonly origin: Origin
  readonly resourceName: ResourceName
  /** `Deployment shop/web`. */
  readonly label: string
  #mounts: ReadonlyMap<string, readonly Fields[]> | undefined

  constructor(resource: Resource, template: PodTemplate, resourceName: ResourceName) {
    this.resource = resource
    this.spec = template.spec
    this.metadata = template.metadata ?? {}
    this.labelsAlone = template.labelsAlone ?? false
    this.origin = originOf(template.spec) ?? resource.origin
    this.resourceName = resourceName
    this.label = labelOf(resourceName)
  }

  containers(): readonly PodContainer[] {
    return LISTS.flatMap(([list, type]) => partsAt(this.spec, list).map((value) => ({ value, type, name: textAt(value, 'name') ?? '' })))
  }

  /** `volumeMounts` of containers and init containers that name a volume. */
  mountsOf(volume: string): readonly Fields[] {
    this.#mounts ??= this.#mountsByVolume()
    return this.#mounts.get(volume) ?? []
  }

  #mountsByVolume(): ReadonlyMap<string, readonly Fields[]> {
    const found = new Map<string, Fields[]>()
    const lasting = this.containers().filter(({ type }) => type !== 'ephemeral')
    for (const mount of lasting.flatMap(({ value }) => mappingsAt(value, 'volumeMounts'))) {
      const volume = textAt(mount, 'name') ?? ''
      const mounts = found.get(volume)
      if (mounts) mounts.push(mount)
      else found.set(volume, [mount])
    }
    return found
  }

  /** Why the containers are not known, where a template writes all of them. */
  unsettledContainers(): Unsettled | undefined {
    const containers = member(this.spec, 'containers')
    return containers instanceof Unsettled ? containers : undefined
  }
}

export function resourceNameOf(resource: Resource): ResourceName {
  return { apiVersion: resource.apiVersion, kind: resource.kind, namespace: resource.namespace ?? '', name: resource.name }
}

/** `Deployment shop/web`. */
export function labelOf(name: ResourceName): string {
  const named = name.namespace === '' ? name.name : `${name.namespace}/${name.name}`
  return named === '' ? name.kind : `${name.kind} ${named}`
}

export function podsOf(resource: Resource): readonly Pod[] {
  const templates = podTemplatesOf(resource)
  if (templates.length === 0) return []
  const name = resourceNameOf(resource)
  return templates.map((template) => new Pod(resource, template, name))
}

/** Pods of which only the labels are known. */
export function labelledPodsOf(resource: Resource): readonly Pod[] {
  const template = labelledTemplateOf(resource)
  return template ? [new Pod(resource, template, resourceNameOf(resource))] : []
}
