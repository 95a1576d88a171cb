import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Realm } from '../realms.ts'
import { type Fields, mappingAt, throwing } from '../values.ts'
import type { Indexes } from './indexes.ts'
import { settledKeys } from './producers.ts'
import { environmentReferences, type Reference } from './references.ts'

/** For expressions: what a container's `env` and `envFrom` take from ConfigMaps and Secrets, and what of it is `missing`. */
export function environmentOf(indexes: Indexes, realm: Realm, container: Fields): readonly Fields[] {
  return environmentReferences(container).map((reference) => {
    const { kind, name, key, optional, written } = reference
    const known = { kind, name, key, optional }
    const origin = originOf(written)
    const missing = missingOf(indexes, realm, reference)
    if (missing.reason === undefined) return placed({ ...known, missing: missing.part }, origin, missing.part)
    return placed(throwing(new Unsettled(missing.reason, origin), known, ['missing']), origin, '')
  })
}

// What is missing stands where it is named.
function placed(item: Record<string, unknown>, origin: Origin | undefined, part: string): Fields {
  if (!origin) return item
  const child: Origin['child'] = (key) => origin.child(key === 'missing' ? (part === 'key' ? 'key' : 'name') : key)
  return withOrigin(item, { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child })
}

type Missing = { readonly part: '' | 'object' | 'key'; readonly reason?: undefined } | { readonly reason: string }

function missingOf(indexes: Indexes, realm: Realm, { kind, name, settled, reason: unsettled, key }: Reference): Missing {
  const objects = indexes.objects.named(kind, realm.namespaces, name)
  const made = indexes.producers.named(kind, realm.namespaces, name)
  if (objects.length === 0 && made.length === 0) {
    const reason = settled ? indexes.absence.why(kind, name, realm) : unsettled
    return reason === undefined ? { part: 'object' } : { reason }
  }
  if (key === '') return { part: '' }
  const keys = [...objects.map(({ object }) => keysOfObject(object)), ...made.map((product) => product.keys)]
  if (keys.some((known) => known?.has(key))) return { part: '' }
  const isOpen = keys.includes(undefined) || indexes.patched.has(`${kind}\n${name}`)
  return isOpen ? { reason: `depends on the keys of ${kind} ${name}` } : { part: 'key' }
}

function keysOfObject(object: Fields): ReadonlySet<string> | undefined {
  return settledKeys(['data', 'binaryData', 'stringData'].map((field) => mappingAt(object, field)))
}
