import type { RuleNames } from '../../config/names.ts'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import type { Claim, Flawed, Hit } from '../../model/waiver.ts'
import { entries, items, member, placeOf, text } from '../../source/values.ts'
import { readTerms } from '../../source/waivers/waiver-text.ts'
import { type Claims, claimOf } from './claims.ts'

/** Metadata with what it speaks of: an object, or the pods that a template makes. */
export interface Marked {
  readonly file: string
  readonly metadata: unknown
  /** The object or pod. */
  readonly thing: unknown
  /** The pods that a template makes, and not the object that holds the template. */
  readonly isPod: boolean
  readonly containers: readonly string[]
}

/** The metadata of objects and pod templates that are judged, in files that hold what is looked for. */
export function markedOf(sources: Sources, pods: readonly Subject[], wanted: RegExp): readonly Marked[] {
  const seen = new Set<unknown>()
  const marked: Marked[] = []
  const podsBy = new Map<unknown, Subject[]>()
  const isHolding = perSource(({ text: whole }) => wanted.test(whole))
  for (const pod of pods) podsBy.set(pod.variables.object, [...(podsBy.get(pod.variables.object) ?? []), pod])
  for (const resource of sources.resources) {
    const { path } = resource.source
    if (resource.patch || !sources.isSubject(path) || !isHolding(resource.source)) continue
    const { object } = resource
    const own = podsBy.get(object) ?? []
    const metadata = member(object, 'metadata')
    seen.add(metadata)
    marked.push({ file: path, metadata, thing: object, isPod: false, containers: own.flatMap(containersOf) })
    for (const pod of own) {
      const template = pod.variables.podMetadata
      if (seen.has(template)) continue
      seen.add(template)
      marked.push({ file: path, metadata: template, thing: pod.variables.pod, isPod: true, containers: containersOf(pod) })
    }
  }
  return marked
}

// A file may hold thousands of objects: it is searched once.
function perSource(ask: (source: Source) => boolean): (source: Source) => boolean {
  const answers = new Map<Source, boolean>()
  return (source) => {
    const answer = answers.get(source) ?? ask(source)
    answers.set(source, answer)
    return answer
  }
}

function containersOf({ variables }: Subject): readonly string[] {
  const lists = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => items(variables.pod, key))
  return lists.flatMap((container) => text(container, 'name') ?? [])
}

export const OURS_IN_METADATA = /maturity-gate\.io\//
const PREFIX = 'maturity-gate.io/'

/** `maturity-gate.io/allow.RULE: REASON`, or `allow.RULE.CONTAINER` for one container. */
export function annotationClaims(marked: readonly Marked[], names: RuleNames): Claims {
  const claims: Claim[] = []
  const flawed: Flawed[] = []
  for (const one of marked) {
    for (const [key, value] of entries(one.metadata, 'annotations')) {
      if (!key.startsWith(PREFIX)) continue
      const place = { file: one.file, line: lineOf(one.metadata, key) }
      const claim = annotationClaim(key.slice(PREFIX.length), value, one, place, names)
      if ('flaw' in claim) flawed.push({ ...place, message: claim.flaw })
      else claims.push(claim)
    }
  }
  return { claims, flawed }
}

export function lineOf(metadata: unknown, key: string, list = 'annotations'): number {
  const origin = placeOf(metadata, list, key) ?? placeOf(metadata)
  return origin ? origin.source.place(origin.key).line : 1
}

function annotationClaim(name: string, value: unknown, marked: Marked, place: { file: string; line: number }, names: RuleNames) {
  if (!name.startsWith('allow.')) return { flaw: `is called ${JSON.stringify(PREFIX + name)}: write ${PREFIX}allow.RULE` }
  if (typeof value !== 'string') return { flaw: 'gives no reason that can be read: write a text' }
  const { rule, container } = parted(name.slice('allow.'.length), names)
  if (container !== undefined && !marked.containers.includes(container))
    return { flaw: `names the container ${JSON.stringify(container)}, and there is none of that name here` }
  const terms = readTerms(value)
  const claim = claimOf('flaw' in terms ? terms : { rule, ...terms }, 'annotation', place, names)
  if ('flaw' in claim) return claim
  const covers = container === undefined ? undefined : ({ subject }: Hit) => subject.container === container
  return { ...claim, anchors: [marked.thing], covers }
}

// A container's name has no dot, so what follows the last one may be one.
function parted(name: string, names: RuleNames): { readonly rule: string; readonly container?: string } {
  const dot = name.lastIndexOf('.')
  if (dot < 0 || names.find(name).length > 0) return { rule: name }
  return { rule: name.slice(0, dot), container: name.slice(dot + 1) }
}
