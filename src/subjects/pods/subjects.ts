import { type Origin, originOf, type Unsettled, withOrigin } from '../../model/origin.ts'
import type { ResourceName, Scope, Subject } from '../../model/subject.ts'
import type { Cluster } from '../cluster.ts'
import { imageAt, unsettledImage } from '../images/images.ts'
import { type Fields, mappingAt, nameAt, partsAt } from '../values.ts'
import type { Pod, PodContainer } from './pods.ts'
import { ContainerVariables, ImageVariables, PodVariables, VolumeVariables } from './variables.ts'

export function podSubject(cluster: Cluster, pod: Pod): Subject {
  return new PodSubject(pod, 'pod', pod.spec, new PodVariables(cluster, pod), 'pod')
}

export function containerSubjects(cluster: Cluster, pod: Pod): readonly Subject[] {
  const containers = pod.containers()
  const unsettled = containers.length === 0 ? pod.unsettledContainers() : undefined
  if (unsettled) return [unsettledContainer(cluster, pod, unsettled)]
  return containers.map((container) => {
    const variables = new ContainerVariables(cluster, pod, container.value, container.type)
    return new PodSubject(pod, 'container', container.value, variables, nameOf(container), container.name)
  })
}

export function volumeSubjects(cluster: Cluster, pod: Pod): readonly Subject[] {
  return partsAt(pod.spec, 'volumes').map((volume) => {
    return new PodSubject(pod, 'volume', volume, new VolumeVariables(cluster, pod, volume), `volume ${written(volume)}`)
  })
}

/** Images of containers and of image volumes. */
export function podImageSubjects(cluster: Cluster, pod: Pod): readonly Subject[] {
  const subjects: Subject[] = []
  const replacements = cluster.imageReplacements(pod.resource)
  const add = (holder: Fields, key: string, name: string, container?: string) => {
    const image = imageAt(holder, key, replacements)
    if (image) subjects.push(new PodSubject(pod, 'image', image, new ImageVariables(cluster, pod, image), name, container))
  }
  const containers = pod.containers()
  const unsettled = containers.length === 0 ? pod.unsettledContainers() : undefined
  if (unsettled) {
    const image = withOrigin(unsettledImage(unsettled), originOfContainers(pod))
    subjects.push(new PodSubject(pod, 'image', image, new ImageVariables(cluster, pod, image), 'images'))
  }
  for (const container of containers) add(container.value, 'image', `image of ${nameOf(container)}`, container.name)
  for (const volume of partsAt(pod.spec, 'volumes')) {
    const source = mappingAt(volume, 'image')
    if (source) add(source, 'reference', `image of volume ${written(volume)}`)
  }
  return subjects
}

function nameOf({ type, value }: PodContainer): string {
  return type === 'container' ? `container ${written(value)}` : `${type} container ${written(value)}`
}

// A template's expression where it writes the name, as messages have it.
function written(value: Fields): string {
  return nameAt(value, 'name')?.text ?? 'without a name'
}

// A template writes the whole list: one subject, whose container nobody knows.
function unsettledContainer(cluster: Cluster, pod: Pod, unsettled: Unsettled): Subject {
  const value = withOrigin({}, originOfContainers(pod))
  const variables = new ContainerVariables(cluster, pod, value, 'container')
  const get = () => {
    throw unsettled
  }
  return new PodSubject(pod, 'container', value, Object.defineProperty(variables, 'container', { get }), 'containers')
}

function originOfContainers(pod: Pod): Origin {
  return originOf(pod.spec)?.child('containers') ?? pod.origin
}

class PodSubject implements Subject {
  readonly scope: Scope
  readonly value: Fields
  readonly variables: Readonly<Record<string, unknown>>
  readonly container: string | undefined
  readonly #pod: Pod
  readonly #name: string

  constructor(pod: Pod, scope: Scope, value: Fields, variables: PodVariables, name: string, container?: string) {
    this.scope = scope
    this.value = value
    this.variables = variables as object as Readonly<Record<string, unknown>>
    this.container = container
    this.#pod = pod
    this.#name = name
  }

  get origin(): Origin {
    return originOf(this.value) ?? this.#pod.origin
  }

  get file(): string {
    return this.#pod.resource.source.path
  }

  get resource(): ResourceName {
    return this.#pod.resourceName
  }

  get workload(): string {
    return this.#pod.label
  }

  get label(): string {
    return `${this.#name} of ${this.#pod.label}`
  }

  get variant(): string {
    return this.scope === 'image' ? 'pod' : this.#pod.resource.kind
  }

  get group(): string {
    return this.#pod.resource.group
  }
}
