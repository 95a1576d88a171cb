import { type Origin, originOf } from '../model/origin.ts'
import type { Subject } from '../model/subject.ts'
import { ANYWHERE, type Hit } from '../model/waiver.ts'
import { containersOf, variableOf } from './around.ts'

/** What a waiver may be asked about: an offence, or a place that is not settled. */
export function hitOf(subject: Subject, place: Hit['place']): Hit {
  const own = `${place.file}:${place.line}`
  return { subject, place, anchors: [...new Set([own, ...aroundOf(subject), `${place.file}:`, ANYWHERE])] }
}

const known = new WeakMap<Subject, readonly unknown[]>()

function aroundOf(subject: Subject): readonly unknown[] {
  const made = known.get(subject) ?? [...originsOf(subject).map(firstLine), ...thingsOf(subject)]
  known.set(subject, made)
  return made
}

function firstLine({ source, key }: Origin): string {
  return `${source.path}:${source.place(key).line}`
}

// An image lies in a container, a command in an instruction, and all of a pod in an object.
function originsOf(subject: Subject): readonly Origin[] {
  const around = ['container', 'instruction', 'service', 'object'].map((name) => variableOf(subject, name))
  const held = subject.scope === 'image' && subject.container !== undefined ? containersOf(subject) : []
  return [subject.origin, ...[...around, ...held].map(originOf)].filter((origin) => origin !== undefined)
}

// A namespace that an object declares is what the annotation of the object speaks of.
function thingsOf(subject: Subject): readonly unknown[] {
  const namespace = subject.scope === 'namespace' ? variableOf(subject, 'namespace') : undefined
  const declared = (namespace as { readonly object?: unknown } | undefined)?.object
  return [variableOf(subject, 'object'), variableOf(subject, 'pod'), declared].filter(
    (thing) => typeof thing === 'object' && thing !== null,
  )
}
