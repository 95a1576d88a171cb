import type { Resource } from '../model/document.ts'
import type { Sources } from '../model/sources.ts'
import { type Pod, podsOf } from './pods.ts'
import type { Fields } from './values.ts'

/** All Kubernetes objects of a root, as if they were applied: what rules about more than one object look things up in. */
export class Cluster {
  readonly sources: Sources
  /** The objects that rules judge. */
  readonly subjects: readonly Resource[]
  readonly #pods = new Map<Resource, readonly Pod[]>()

  constructor(sources: Sources) {
    this.sources = sources
    this.subjects = sources.resources.filter((resource) => !resource.patch && sources.isSubject(resource.source.path))
  }

  get subjectPods(): readonly Pod[] {
    return this.subjects.flatMap((resource) => this.podsOf(resource))
  }

  podsOf(resource: Resource): readonly Pod[] {
    let pods = this.#pods.get(resource)
    if (!pods) {
      pods = podsOf(resource)
      this.#pods.set(resource, pods)
    }
    return pods
  }

  namespaceObject(_resource: Resource): Fields | null {
    return null
  }

  relatedToPod(_pod: Pod): Fields {
    return {}
  }

  relatedTo(_resource: Resource): Fields {
    return {}
  }
}
