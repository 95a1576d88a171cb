import { posix } from 'node:path'
import type { Resource, YamlDocument } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import { Source } from '../../model/position.ts'
import { parseYaml } from '../../source/yaml/parse.ts'
import { at, type Fields, isMapping, itemsAt, keysOf, mappingsAt, member, textAt, textsAt } from '../values.ts'

/** The last step to what is certain to stand there in the end. */
interface Put {
  readonly put: unknown
}

/** Steps from an object to what a patch changes; `-` is what it adds to a list or mapping. */
export type Steps = readonly (string | number | Put)[]

/** What one entry of a kustomization changes in the objects that it takes in. */
export interface Patch {
  matches(resource: Resource): boolean
  changes(object: Fields): readonly Steps[]
}

type SourceOf = (path: string) => Source | undefined

/** All that a kustomization changes but the labels of pods, as far as it is known without running it. */
export function patchesOf({ source, value }: YamlDocument, sourceOf: SourceOf): readonly Patch[] {
  const folder = posix.dirname(source.path)
  const text = (entry: unknown): Source | undefined => {
    const written = typeof entry === 'string' ? entry : (textAt(entry, 'patch') ?? textAt(entry, 'path'))
    if (written === undefined || written.includes('\n')) return written === undefined ? undefined : new Source(source.path, written)
    return sourceOf(posix.join(folder, written))
  }
  const merged = textsAt(value, 'patchesStrategicMerge').flatMap((entry) => read(text(entry), undefined))
  const others = ['patches', 'patchesJson6902'].flatMap((key) => mappingsAt(value, key))
  return [
    ...merged,
    ...others.flatMap((entry) => read(text(entry), at(entry, 'target'))),
    ...mappingsAt(value, 'replicas').map(replicas),
    ...['labels', 'annotations'].flatMap((kind) => metadata(value, kind)),
  ]
}

function read(source: Source | undefined, target: unknown): readonly Patch[] {
  if (!source) return []
  const values = parseYaml(source, { templated: false }).documents.map(({ value }) => value)
  return values.flatMap((value): Patch[] => {
    if (Array.isArray(value)) {
      const operations = mappingsAt({ value }, 'value')
      const written = (object: Fields) => operations.flatMap((operation) => operated(operation, object))
      return [{ matches: selects(target), changes: isOpen(value) ? everything : written }]
    }
    if (!isMapping(value)) return []
    const selector = isMapping(target) ? target : { kind: textAt(value, 'kind'), name: textAt(value, 'metadata', 'name') }
    const merged = (object: Fields) => mergedInto(object, value, []).filter((steps) => !isIdentity(steps))
    return [{ matches: selects(selector), changes: isOpen(value) ? everything : merged }]
  })
}

/** Whether something else than kustomize fills in what it holds: `{{ toYaml .resources | nindent 2 }}`. */
function isOpen(value: object): boolean {
  return keysOf(value as Fields) instanceof Unsettled
}

function everything(object: Fields): readonly Steps[] {
  return Object.keys(object).flatMap((key) => (['apiVersion', 'kind', 'metadata'].includes(key) ? [] : [[key]]))
}

// By these a patch names the object that it is for.
function isIdentity([first = '', second = '']: Steps): boolean {
  return first === 'metadata' ? second === 'name' || second === 'namespace' : first === 'apiVersion' || first === 'kind'
}

// A name may be the one with the prefixes of a base; kustomize takes patterns, of which what is not plain is taken to match.
function selects(target: unknown): (resource: Resource) => boolean {
  const [kind, name] = [textAt(target, 'kind'), textAt(target, 'name')]
  const isPlain = (text: string) => /^[\w.-]*$/.test(text) && !text.includes('.*')
  return (resource) =>
    (kind === undefined || !isPlain(kind) || kind === resource.kind) &&
    (name === undefined || !isPlain(name) || (resource.name !== '' && name.endsWith(resource.name)))
}

function replicas(entry: Fields): Patch {
  const name = textAt(entry, 'name') ?? ''
  return { matches: (resource) => resource.name !== '' && name.endsWith(resource.name), changes: () => [['spec', 'replicas']] }
}

// A pod's own labels are those of its template: podLabels.
function metadata(value: unknown, kind: string): readonly Patch[] {
  const common = kind === 'labels' ? [at(value, 'commonLabels'), ...itemsAt(value, 'labels')] : [at(value, 'commonAnnotations')]
  if (!common.some(isMapping)) return []
  const changes = (object: Fields) => [isMapping(at(object, 'metadata', kind)) ? ['metadata', kind, '-'] : ['metadata', kind]]
  return [{ matches: (resource) => resource.kind !== 'Pod', changes }]
}

const MERGE_KEYS = ['name', 'mountPath', 'containerPort', 'port', 'topologyKey', 'key']

function mergedInto(base: unknown, patch: unknown, steps: Steps): readonly Steps[] {
  if (patch === base) return []
  if (typeof patch === 'object' && patch !== null && isOpen(patch)) return [steps]
  if (Array.isArray(patch) && Array.isArray(base)) return itemsInto(base, patch, steps)
  if (!isMapping(patch) || !isMapping(base) || member(patch, '$patch') !== undefined) return [steps]
  const keys = Object.keys(patch).filter((key) => !key.startsWith('$'))
  return keys.flatMap((key) => mergedInto(member(base, key), member(patch, key), [...steps, key]))
}

function itemsInto(base: readonly unknown[], patch: readonly unknown[], steps: Steps): readonly Steps[] {
  const places = new Map<string, ReadonlyMap<unknown, number>>()
  const placesBy = (key: string) => {
    let known = places.get(key)
    if (!known) {
      known = firstBy(base, key)
      places.set(key, known)
    }
    return known
  }
  return Array.from({ length: patch.length }, (_, index) => itemInto(base, placesBy, member(patch, index), steps)).flat()
}

/** Where each value of a member stands first. */
function firstBy(base: readonly unknown[], key: string): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>()
  for (let index = 0; index < base.length; index++) {
    const value = member(member(base, index), key)
    if (!places.has(value)) places.set(value, index)
  }
  return places
}

function itemInto(
  base: readonly unknown[],
  placesBy: (key: string) => ReadonlyMap<unknown, number>,
  item: unknown,
  steps: Steps,
): readonly Steps[] {
  const key = isMapping(item) ? MERGE_KEYS.find((name) => member(item, name) !== undefined) : undefined
  // Plain lists are replaced.
  if (key === undefined || member(item, key) instanceof Unsettled) return [steps]
  const index = placesBy(key).get(member(item, key))
  if (index === undefined || member(item, '$patch') !== undefined) return [[...steps, '-']]
  return mergedInto(base[index], item, [...steps, index])
}

/** What an operation of RFC 6902 changes. */
function operated(operation: Fields, object: Fields): readonly Steps[] {
  const op = textAt(operation, 'op')
  const names = (textAt(operation, 'path') ?? '').split('/').slice(1)
  if (op === 'test' || names.length === 0) return []
  const steps: (string | number)[] = []
  let here: unknown = object
  for (const [index, written] of names.entries()) {
    const name = written.replaceAll('~1', '/').replaceAll('~0', '~')
    const isLast = index === names.length - 1
    if (Array.isArray(here) && (!/^\d{1,6}$/.test(name) || (isLast && op !== 'replace'))) return [[...steps, '-']]
    const step = Array.isArray(here) ? Number(name) : name
    steps.push(step)
    here = member(here, step)
    if (here === undefined) break
  }
  return [steps]
}
