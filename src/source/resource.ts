import type { Resource, YamlDocument } from '../model/document.ts'
import { type Origin, originOf } from '../model/origin.ts'
import { groupOf, homeOf } from './kinds.ts'
import { items, mapping, member, type Plain, settled, text } from './values.ts'

/** A document's object; the items of a list are objects of their own. What is no object (a list that a template fills) gives none. */
export function* resourcesOf(document: YamlDocument, patch: boolean): Generator<Resource> {
  const { apiVersion = '', kind = '' } = document.head
  const list = kind.endsWith('List') ? member(document.value, 'items') : undefined
  // A custom kind may end in List and be none: only what has items is taken for one.
  if (!Array.isArray(list)) {
    yield new LazyResource(document, apiVersion, kind, patch, () => document.value, document.origin)
    return
  }
  for (const item of items(document.value, 'items')) {
    const object = mapping(item)
    const origin = originOf(item)
    if (!object || !origin) continue
    // The items of a PodList may leave out what the list says.
    const itemKind = text(object, 'kind') ?? kind.slice(0, -'List'.length)
    if (itemKind !== '') yield new LazyResource(document, text(object, 'apiVersion') ?? apiVersion, itemKind, patch, () => object, origin)
  }
}

const EMPTY: Plain = Object.freeze({})

// No object of a cluster lacks `metadata`: the API server's own types have it, and expressions for admission count on it. A template may
// write it with what it inserts.
function withMetadata(object: Plain): Plain {
  if (settled(() => Object.hasOwn(object, 'metadata')) !== false) return object
  return Object.defineProperties({ metadata: EMPTY }, Object.getOwnPropertyDescriptors(object))
}

class LazyResource implements Resource {
  readonly apiVersion: string
  readonly kind: string
  readonly group: string
  readonly origin: Origin
  readonly patch: boolean
  readonly #document: YamlDocument
  readonly #read: () => unknown
  // Asked again and again, by every index and rule.
  #object: Plain | undefined
  #name: string | undefined
  #namespace: { readonly name: string | undefined } | undefined

  constructor(document: YamlDocument, apiVersion: string, kind: string, patch: boolean, read: () => unknown, origin: Origin) {
    this.#document = document
    this.apiVersion = apiVersion
    this.kind = kind
    this.group = apiVersion === '' && document.templated ? homeOf(kind) : groupOf(apiVersion)
    this.patch = patch
    this.#read = read
    this.origin = origin
  }

  get object(): Plain {
    this.#object ??= withMetadata(mapping(this.#read()) ?? EMPTY)
    return this.#object
  }

  get source() {
    return this.#document.source
  }

  get templated(): boolean {
    return this.#document.templated
  }

  get name(): string {
    this.#name ??= this.#metadata('name') ?? this.#metadata('generateName') ?? ''
    return this.#name
  }

  get namespace(): string | undefined {
    this.#namespace ??= { name: this.#metadata('namespace') || undefined }
    return this.#namespace.name
  }

  // An unsettled name is told by what is written: it has to tell one object from another, not to be right.
  #metadata(key: string): string | undefined {
    const value = member(this.object, 'metadata', key)
    if (value !== undefined) return typeof value === 'string' ? value : String(value)
    const origin = this.origin.child('metadata')?.child(key)
    return origin?.source.text.slice(origin.span.start, Math.min(origin.span.end, origin.span.start + 200))
  }
}
