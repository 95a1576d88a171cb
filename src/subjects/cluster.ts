import type { Resource, YamlDocument } from '../model/document.ts'
import type { Sources } from '../model/sources.ts'
import { BuiltImages, type NamedBuilds } from './builds/built-images.ts'
import { DeliveredNamespaces } from './delivered-namespaces.ts'
import { type ImageReplacements, imageReplacements } from './image-replacements.ts'
import { kustomizedNamespaces } from './kustomizations.ts'
import { kustomizedObjects } from './kustomized-objects.ts'
import { type Pod, podsOf } from './pods.ts'
import { Realms } from './realms.ts'
import { Companions } from './related/companions.ts'
import { environmentOf } from './related/environment.ts'
import { Indexes } from './related/indexes.ts'
import { CLUSTER_SCOPED } from './related/objects.ts'
import { relatedToObject } from './related/to-object.ts'
import { relatedToPod } from './related/to-pod.ts'
import type { Fields } from './values.ts'

/** Why an API server would refuse an object; see api/. */
export type SchemaErrors = (resource: Resource) => readonly unknown[]

/** All Kubernetes objects of a root, as if they were applied together. */
export class Cluster {
  readonly indexes: Indexes
  /** The objects that rules judge. */
  readonly subjects: readonly Resource[]
  /** CustomResourceDefinitions that rules judge. */
  readonly definitions: readonly Resource[]
  readonly #pods = new Map<Resource, readonly Pod[]>()
  readonly #related = new WeakMap<Resource | Pod, Fields>()
  readonly #documents: readonly YamlDocument[]
  #replacements: ImageReplacements | undefined
  #subjectPods: readonly Pod[] | undefined

  /** Asked once for each object. */
  readonly schemaErrors: SchemaErrors

  /** What the images of its containers are built from. */
  readonly builtImages: BuiltImages

  constructor(sources: Sources, schemaErrors: SchemaErrors = () => [], images: NamedBuilds = new Map()) {
    this.schemaErrors = schemaErrors
    this.builtImages = new BuiltImages(sources, images)
    this.#documents = sources.documents
    const kustomized = kustomizedObjects(sources)
    const { kustomizations } = kustomized
    const realms = new Realms(kustomizedNamespaces(kustomizations), new DeliveredNamespaces(sources, kustomizations), sources.documents)
    const isJudged = (resource: Resource) => !resource.patch && sources.isSubject(resource.source.path)
    const resources = sources.resources.map((resource) => kustomized.of(resource))
    this.subjects = resources.filter(isJudged)
    this.definitions = sources.definitions.filter(isJudged)
    this.indexes = new Indexes({
      resources,
      documents: sources.documents,
      faults: sources.faults,
      realms,
      isChanged: (resource) => kustomized.isChanged(resource),
      companions: new Companions(kustomizations, (path) => sources.isEvidence(path)),
      podsOf: (resource) => this.podsOf(resource),
    })
  }

  get subjectPods(): readonly Pod[] {
    this.#subjectPods ??= this.subjects.flatMap((resource) => this.podsOf(resource))
    return this.#subjectPods
  }

  get imageReplacements(): ImageReplacements {
    this.#replacements ??= imageReplacements(this.#documents)
    return this.#replacements
  }

  podsOf(resource: Resource): readonly Pod[] {
    let pods = this.#pods.get(resource)
    if (!pods) {
      pods = podsOf(resource)
      this.#pods.set(resource, pods)
    }
    return pods
  }

  /** As admission policies see it: null for what lies in no namespace, no more than the name where the files do not hold it. */
  namespaceObject(resource: Resource): Fields | null {
    if (CLUSTER_SCOPED.has(resource.kind)) return null
    const realm = this.indexes.realms.of(resource)
    const name = realm.name === undefined ? {} : { name: realm.name }
    return this.indexes.namespaceOf(realm)?.object ?? { apiVersion: 'v1', kind: 'Namespace', metadata: name }
  }

  relatedToPod(pod: Pod): Fields {
    return this.#once(pod, () => relatedToPod(this.indexes, pod))
  }

  environmentOf(pod: Pod, container: Fields): readonly Fields[] {
    return environmentOf(this.indexes, this.indexes.realms.of(pod.resource), container)
  }

  relatedTo(resource: Resource): Fields {
    const [pod] = this.podsOf(resource)
    return pod ? this.relatedToPod(pod) : this.#once(resource, () => relatedToObject(this.indexes, resource))
  }

  #once(of: Resource | Pod, make: () => Fields): Fields {
    let related = this.#related.get(of)
    if (!related) {
      related = make()
      this.#related.set(of, related)
    }
    return related
  }
}
