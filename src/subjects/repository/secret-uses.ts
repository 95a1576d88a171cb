import type { Resource } from '../../model/document.ts'
import { type Origin, originOf } from '../../model/origin.ts'
import { detectSecret, findSecrets } from '../../source/secrets/secrets.ts'
import { entries, items, mapping, member, placeOf, settled, text, unsettledReason } from '../../source/values.ts'
import type { Cluster } from '../cluster.ts'
import { placed } from './places.ts'

/**
 * Secrets that somebody fills in, each once: those that are written, and those that pods take in. Not what a controller fills or issues, what
 * holds plain configuration, nor what a template prints only under values that are not the chart's own.
 */
export function secretUses(resources: readonly Resource[], cluster: Cluster): object[] {
  // To ask a template whether it prints an object takes longer than to read it.
  const isMeant = (resource: Resource) => !resource.patch && cluster.isPresent(resource)
  const made = new Set<string>()
  for (const resource of resources) {
    const names = isWithout(resource) ? [resource.name] : issued(resource)
    if (names.length > 0 && isMeant(resource)) for (const name of names) made.add(name)
  }
  const found = new Map<string, object>()
  const add = (name: string | undefined, file: string, origin: Origin | undefined) => {
    if (name === undefined || made.has(name) || found.has(name)) return
    found.set(name, placed({ name, file, label: `Secret ${name}` }, origin))
  }
  for (const resource of resources) {
    const uses = usesOf(resource, cluster)
    if (uses.length > 0 && isMeant(resource)) for (const { name, origin } of uses) add(name, resource.source.path, origin)
  }
  return [...found.values()]
}

function usesOf(resource: Resource, cluster: Cluster): readonly Taken[] {
  const own = isSecret(resource) ? [{ name: resource.name, origin: resource.origin.child('kind') ?? resource.origin }] : []
  return [...own, ...cluster.podsOf(resource).flatMap(({ spec }) => taken(spec))]
}

function isSecret({ kind, group }: Resource): boolean {
  return kind === 'Secret' && group === ''
}

/** Keys under which Secrets hold files. */
const FILE = /\.(?:ya?ml|json|ini|conf|cfg|cnf|toml|properties|xml|hcl|tmpl)$/i

/** A Secret without content, which a controller fills, or one with configuration alone. */
function isWithout(resource: Resource): boolean {
  if (!isSecret(resource)) return false
  const plain = entries(resource.object, 'stringData')
  const encoded = entries(resource.object, 'data')
  const isOpen = ['data', 'stringData'].some((key) => isUnsettled(resource.object, key))
  const values = [...plain, ...encoded.map(([key, value]) => [key, decoded(value)] as const)]
  return !isOpen && values.every(([key, value]) => FILE.test(key) && typeof value === 'string' && isConfiguration(key, value))
}

function isUnsettled(object: object, key: string): boolean {
  if (unsettledReason(object, key) !== undefined) return true
  const held = mapping(member(object, key))
  return held !== undefined && settled(() => Object.keys(held)) === undefined
}

function decoded(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value
}

function isConfiguration(key: string, value: string): boolean {
  return findSecrets(value).length === 0 && detectSecret(key, value) === undefined
}

/** Names of the Secrets into which cert-manager puts what it issues. */
function issued({ kind, group, object }: Resource): string[] {
  return kind === 'Certificate' && group === 'cert-manager.io'
    ? [nameOf(member(object, 'spec'), 'secretName')].filter((name) => name !== undefined)
    : []
}

interface Taken {
  readonly name: string | undefined
  readonly origin: Origin | undefined
}

/** Every place of a pod that names a Secret to take in. What aliases share is not gone through again. */
function taken(spec: unknown): readonly Taken[] {
  const found: Taken[] = []
  const seen = new Set<unknown>()
  for (const open = [spec]; open.length > 0; ) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const below = Array.isArray(value) ? [...items(value)] : []
    for (const [key, held] of entries(value)) {
      if (key === 'secretKeyRef' || key === 'secretRef') found.push(named(held, 'name'))
      else if (key === 'secret') found.push(named(held, hasOwn(held, 'secretName') ? 'secretName' : 'name'))
      else below.push(held)
    }
    open.push(...below.reverse())
  }
  return found
}

function hasOwn(held: unknown, key: string): boolean {
  return settled(() => mapping(held) !== undefined && Object.hasOwn(held as object, key)) === true
}

function named(held: unknown, key: string): Taken {
  return { name: nameOf(held, key), origin: placeOf(held, key) ?? originOf(held) }
}

/** What a template gives it is told by its expression, which is the name of the object as well. */
function nameOf(held: unknown, key: string): string | undefined {
  return text(held, key) ?? /\{\{.*\}\}/s.exec(unsettledReason(held, key) ?? '')?.[0]
}
