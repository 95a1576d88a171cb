import type { Cluster } from '../cluster.ts'
import { imageAt } from '../images/images.ts'
import { environmentSecrets } from '../resources/credentials.ts'
import { type Fields, textAt } from '../values.ts'
import { effectiveOf } from './effective.ts'
import type { ContainerType, Pod } from './pods.ts'

/** What expressions see of a pod. Getters of a class, since there is an object for each of a hundred thousand subjects. */
export class PodVariables {
  readonly pod: Fields
  protected readonly cluster: Cluster
  readonly #pod: Pod

  constructor(cluster: Cluster, pod: Pod) {
    this.cluster = cluster
    this.#pod = pod
    this.pod = pod.spec
  }

  protected get manifest(): string {
    return this.#pod.resource.source.path
  }

  get object(): Fields {
    return this.#pod.resource.object
  }

  get podMetadata(): Fields {
    return this.#pod.metadata
  }

  get namespaceObject(): Fields | null {
    return this.cluster.namespaceObject(this.#pod.resource)
  }

  get related(): Fields {
    return this.cluster.relatedToPod(this.#pod)
  }
}

export class VolumeVariables extends PodVariables {
  readonly volume: Fields
  readonly #mounted: Pod

  constructor(cluster: Cluster, pod: Pod, volume: Fields) {
    super(cluster, pod)
    this.#mounted = pod
    this.volume = volume
  }

  get mounts(): readonly Fields[] {
    return this.#mounted.mountsOf(textAt(this.volume, 'name') ?? '')
  }
}

export class ImageVariables extends PodVariables {
  readonly image: Fields

  constructor(cluster: Cluster, pod: Pod, image: Fields) {
    super(cluster, pod)
    this.image = image
  }
}

export class ContainerVariables extends PodVariables {
  readonly container: Fields
  readonly containerType: ContainerType
  #effective: Fields | undefined
  #secrets: readonly Fields[] | undefined
  #image: Fields | undefined
  #environment: readonly Fields[] | undefined
  readonly #holder: Pod
  #built: readonly Fields[] | undefined

  constructor(cluster: Cluster, pod: Pod, container: Fields, containerType: ContainerType) {
    super(cluster, pod)
    this.#holder = pod
    this.container = container
    this.containerType = containerType
  }

  get effective(): Fields {
    this.#effective ??= effectiveOf(this.pod, this.container)
    return this.#effective
  }

  get secrets(): readonly Fields[] {
    this.#secrets ??= environmentSecrets(this.container)
    return this.#secrets
  }

  get built(): readonly Fields[] {
    // By the name that the manifest gives: builds know what a kustomization puts in its place.
    this.#built ??= this.cluster.builtImages.of(imageAt(this.container, 'image') ?? {}, this.manifest)
    return this.#built
  }

  get image(): Fields {
    this.#image ??= imageAt(this.container, 'image', this.cluster.imageReplacements(this.#holder.resource)) ?? {}
    return this.#image
  }

  get environment(): readonly Fields[] {
    this.#environment ??= this.cluster.environmentOf(this.#holder, this.container)
    return this.#environment
  }
}
