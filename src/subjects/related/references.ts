import { originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import { at, type Fields, mappingAt, mappingsAt, nameAt, textAt, throwing } from '../values.ts'

/** Another object that a pod names, standing where it is named. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim'
  readonly name: string
  /** Whether the files tell the name. */
  readonly settled: boolean
  /** Why its name is not settled. */
  readonly reason: string
  /** '' where the whole object is meant. */
  readonly key: string
  readonly optional: boolean
  readonly written: Fields
}

/** The ConfigMaps, Secrets and claims that a pod needs, by env, envFrom, volumes and pull secrets. */
export function referencesOf(pod: Pod): readonly Reference[] {
  return [
    ...pod.containers().flatMap((container) => environmentReferences(container.value)),
    ...mappingsAt(pod.spec, 'volumes').flatMap(ofVolume),
    ...mappingsAt(pod.spec, 'imagePullSecrets').flatMap((secret) => reference('Secret', secret, 'name', true)),
  ]
}

export function environmentReferences(container: Fields): readonly Reference[] {
  return [
    ...mappingsAt(container, 'env').flatMap((env) => both(mappingAt(env, 'valueFrom'), 'KeyRef')),
    ...mappingsAt(container, 'envFrom').flatMap((from) => both(from, 'Ref')),
  ]
}

function both(holder: unknown, suffix: 'KeyRef' | 'Ref'): Reference[] {
  return [
    ...reference('ConfigMap', mappingAt(holder, `configMap${suffix}`), 'name'),
    ...reference('Secret', mappingAt(holder, `secret${suffix}`), 'name'),
  ]
}

function ofVolume(volume: Fields): Reference[] {
  const projected = mappingsAt(volume, 'projected', 'sources')
  return [
    ...[volume, ...projected].flatMap((source) => reference('ConfigMap', mappingAt(source, 'configMap'), 'name')),
    ...reference('Secret', mappingAt(volume, 'secret'), 'secretName'),
    ...projected.flatMap((source) => reference('Secret', mappingAt(source, 'secret'), 'name')),
    ...reference('PersistentVolumeClaim', mappingAt(volume, 'persistentVolumeClaim'), 'claimName'),
  ]
}

function reference(kind: Reference['kind'], written: Fields | undefined, field: string, optional = false): Reference[] {
  const name = nameAt(written, field)
  if (!written || name === undefined) return []
  return [
    {
      kind,
      name: name.text,
      settled: name.settled,
      reason: name.reason,
      key: textAt(written, 'key') ?? '',
      optional: optional || at(written, 'optional') === true,
      written,
    },
  ]
}

/** For expressions: `kind`, `name`, `key`, `optional` and the `objects` of that name in the files, not settled where they hold none of the kind. */
export function referenceItem(reference: Reference, objects: readonly Fields[], isKnown: boolean): Fields {
  const { kind, name, settled, key, optional, written } = reference
  const known = { kind, name, key, optional }
  const origin = originOf(written)
  const reason = settled ? `depends on ${kind} ${name}, which is not among the files` : reference.reason
  const item =
    objects.length > 0 || (settled && isKnown) ? { ...known, objects } : throwing(new Unsettled(reason, origin), known, ['objects'])
  return origin ? withOrigin(item, origin) : item
}
