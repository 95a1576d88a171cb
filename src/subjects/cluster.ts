import type { Resource, YamlDocument } from '../model/document.ts'
import type { Sources } from '../model/sources.ts'
import { BuiltImages, type NamedBuilds } from './builds/built-images.ts'
import { ChartValues } from './charts/values.ts'
import { type ImageReplacements, imageReplacements, withoutTag } from './images/replacements.ts'
import { DeliveredNamespaces } from './kustomize/delivered-namespaces.ts'
import { type KustomizedObjects, kustomizedObjects } from './kustomize/objects.ts'
import { type Pod, podsOf } from './pods/pods.ts'
import { Realms } from './realms.ts'
import { Companions } from './related/companions.ts'
import { environmentOf } from './related/environment.ts'
import { Indexes } from './related/indexes.ts'
import { CLUSTER_SCOPED } from './related/objects.ts'
import { Presence } from './related/presence.ts'
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
  readonly #kustomized: KustomizedObjects
  readonly #companions: Companions
  #replacements: ReadonlyMap<string, string> | undefined
  #subjectPods: readonly Pod[] | undefined

  /** Asked once for each object. */
  readonly schemaErrors: SchemaErrors

  /** What the images of its containers are built from. */
  readonly builtImages: BuiltImages

  constructor(sources: Sources, schemaErrors: SchemaErrors = () => [], images: NamedBuilds = new Map()) {
    this.schemaErrors = schemaErrors
    this.builtImages = new BuiltImages(sources, images)
    this.#documents = sources.documents
    this.#kustomized = kustomizedObjects(sources)
    const kustomized = this.#kustomized
    const { kustomizations, namespaces } = kustomized
    const realms = new Realms(namespaces, new DeliveredNamespaces(sources, kustomizations), sources.documents)
    const isJudged = (resource: Resource) => !resource.patch && sources.isSubject(resource.source.path)
    const resources = sources.resources.map((resource) => kustomized.of(resource))
    this.subjects = resources.filter(isJudged)
    this.definitions = sources.definitions.filter(isJudged)
    this.#companions = new Companions(kustomizations, (path) => sources.isEvidence(path), new Presence(new ChartValues(sources)))
    this.indexes = new Indexes({
      resources,
      documents: sources.documents,
      faults: sources.faults,
      realms,
      isChanged: (resource) => kustomized.isChanged(resource),
      companions: this.#companions,
      podsOf: (resource) => this.podsOf(resource),
    })
  }

  get subjectPods(): readonly Pod[] {
    this.#subjectPods ??= this.subjects.flatMap((resource) => this.podsOf(resource))
    return this.#subjectPods
  }

  imageReplacements(resource: Resource): ImageReplacements {
    this.#replacements ??= imageReplacements(this.#documents)
    const anywhere = this.#replacements
    return (image) => {
      const by = anywhere.get(image)
      const parts = this.#kustomized.partsOf(withoutTag(image), resource)
      return by && !parts.includes('tag') ? { by, parts: ['tag'] } : { by: 'a kustomization', parts }
    }
  }

  /** Whether it is there with the values that the files give its chart. */
  isPresent(resource: Resource): boolean {
    return !this.#companions.presence.isDoubtful(resource)
  }

  podsOf(resource: Resource): readonly Pod[] {
    let pods = this.#pods.get(resource)
    if (!pods) {
      pods = podsOf(resource)
      this.#pods.set(resource, pods)
    }
    return pods
  }

  /**
   * As admission policies see it: null for what lies in no namespace, no more than the name where the files do not hold it. Throws for
   * what a component brings that nothing here takes in.
   */
  namespaceObject(resource: Resource): Fields | null {
    if (CLUSTER_SCOPED.has(resource.kind)) return null
    const loose = resource.namespace === undefined ? this.#companions.loose(resource) : undefined
    if (loose) throw loose
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
