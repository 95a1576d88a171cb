import { type Origin, originOf, type Unsettled, withOrigin } from '../model/origin.ts'
import type { Scope, Subject } from '../model/subject.ts'
import type { Cluster } from './cluster.ts'
import { environmentSecrets } from './credentials.ts'
import { effectiveOf } from './effective.ts'
import { imageAt } from './images.ts'
import type { Pod, PodContainer } from './pods.ts'
import { type Fields, mappingAt, mappingsAt, textAt } from './values.ts'

interface PodVariables {
  readonly object: Fields
  readonly pod: Fields
  readonly podMetadata: Fields
  readonly namespaceObject: unknown
  readonly related: Fields
}

export function podSubject(cluster: Cluster, pod: Pod): Subject {
  return subject(pod, 'pod', pod.spec, podVariables(cluster, pod), `pod of ${pod.label}`)
}

export function containerSubjects(cluster: Cluster, pod: Pod): readonly Subject[] {
  const containers = pod.containers()
  const unsettled = containers.length === 0 ? pod.unsettledContainers() : undefined
  if (unsettled) return [unsettledContainer(cluster, pod, unsettled)]
  return containers.map((container) => {
    const { value, type, name } = container
    return subject(pod, 'container', value, containerVariables(cluster, pod, value, type), containerLabel(pod, container), name)
  })
}

export function volumeSubjects(cluster: Cluster, pod: Pod): readonly Subject[] {
  return mappingsAt(pod.spec, 'volumes').map((volume) => {
    const variables = Object.assign(podVariables(cluster, pod), { volume })
    return subject(pod, 'volume', volume, variables, `volume ${textAt(volume, 'name') ?? ''} of ${pod.label}`)
  })
}

/** Images of containers and of image volumes. */
export function podImageSubjects(cluster: Cluster, pod: Pod): readonly Subject[] {
  const subjects: Subject[] = []
  const add = (holder: Fields, key: string, label: string, container?: string) => {
    const image = imageAt(holder, key, cluster.imageReplacements)
    if (!image) return
    const variables = Object.assign(podVariables(cluster, pod), { image })
    subjects.push({ ...subject(pod, 'image', image, variables, label, container), variant: 'pod' })
  }
  for (const container of pod.containers()) add(container.value, 'image', `image of ${containerLabel(pod, container)}`, container.name)
  for (const volume of mappingsAt(pod.spec, 'volumes')) {
    const source = mappingAt(volume, 'image')
    if (source) add(source, 'reference', `image of volume ${textAt(volume, 'name') ?? ''} of ${pod.label}`)
  }
  return subjects
}

function containerLabel(pod: Pod, { type, name }: PodContainer): string {
  const kind = type === 'container' ? 'container' : `${type} container`
  return `${kind} ${name} of ${pod.label}`
}

// A template writes the whole list: one subject, whose container nobody knows.
function unsettledContainer(cluster: Cluster, pod: Pod, unsettled: Unsettled): Subject {
  const variables = Object.defineProperty(podVariables(cluster, pod), 'container', {
    enumerable: true,
    get: () => {
      throw unsettled
    },
  })
  const origin = originOf(pod.spec)?.child('containers') ?? pod.origin
  const value = withOrigin({}, origin)
  return subject(
    pod,
    'container',
    value,
    Object.assign(variables, { containerType: 'container', effective: {} }),
    `containers of ${pod.label}`,
  )
}

function containerVariables(cluster: Cluster, pod: Pod, container: Fields, containerType: string): PodVariables {
  let effective: Fields | undefined
  return {
    object: pod.resource.object,
    pod: pod.spec,
    podMetadata: pod.metadata,
    container,
    containerType,
    get namespaceObject() {
      return cluster.namespaceObject(pod.resource)
    },
    get related() {
      return cluster.relatedToPod(pod)
    },
    get effective() {
      effective ??= effectiveOf(pod.spec, container)
      return effective
    },
    get secrets() {
      return environmentSecrets(container)
    },
    get image() {
      return imageAt(container, 'image', cluster.imageReplacements) ?? {}
    },
  } as PodVariables
}

function podVariables(cluster: Cluster, pod: Pod): PodVariables {
  return {
    object: pod.resource.object,
    pod: pod.spec,
    podMetadata: pod.metadata,
    get namespaceObject() {
      return cluster.namespaceObject(pod.resource)
    },
    get related() {
      return cluster.relatedToPod(pod)
    },
  }
}

function subject(pod: Pod, scope: Scope, value: Fields, variables: object, label: string, container?: string): Subject {
  const origin: Origin = originOf(value) ?? pod.origin
  return {
    scope,
    origin,
    file: pod.resource.source.path,
    resource: pod.resourceName,
    container,
    workload: pod.label,
    label,
    value,
    variables: variables as Record<string, unknown>,
    variant: pod.resource.kind,
    group: pod.resource.group,
  }
}
