import type { Resource } from '../../model/document.ts'
import type { Realm } from '../realms.ts'
import type { Fields } from '../values.ts'
import type { Indexes } from './indexes.ts'

/** What `related` holds for whatever lies in a namespace. Each getter is a member. */
export abstract class Relations {
  protected readonly indexes: Indexes
  protected readonly realm: Realm

  constructor(indexes: Indexes, realm: Realm) {
    this.indexes = indexes
    this.realm = realm
  }

  get namespace(): Fields | undefined {
    return this.indexes.namespaceOf(this.realm)?.object
  }

  get known(): Fields {
    return this.indexes.knownAt(this.realm.home)
  }

  get limitRanges(): readonly Fields[] {
    return this.#present('LimitRange')
  }

  get resourceQuotas(): readonly Fields[] {
    return this.#present('ResourceQuota')
  }

  get generatedKinds(): readonly string[] {
    return this.indexes.generatedKinds
  }

  get podSecurityDefault(): string {
    return this.indexes.podSecurityDefault
  }

  /** The files of what is asked about: an object that names no namespace may not be applied with them. */
  protected abstract paths(): readonly string[]

  #present(kind: string): readonly Fields[] {
    return this.indexes.selections.present(kind, this.realm, this.paths())
  }
}

export function objectOf(resource: Resource): Fields {
  return resource.object
}
