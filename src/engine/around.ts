import type { Subject } from '../model/subject.ts'
import { items, text } from '../source/values.ts'

const IN_PODS: ReadonlySet<string> = new Set(['pod', 'container', 'volume', 'image'])

/**
 * What a subject is about, one object for all subjects that are about the same: an image is its container's, and a namespace that no file
 * declares is that of the object which names it.
 */
export function thingOf(subject: Subject): object {
  const [container] = subject.scope === 'image' && subject.container !== undefined ? containersOf(subject) : []
  const thing = container ?? subject.value
  return typeof thing === 'object' && thing !== null ? thing : subject
}

/** What it lies in: of a container its pod, and the object that carries that. */
export function around(subject: Subject): readonly object[] {
  if (!IN_PODS.has(subject.scope)) return []
  const thing = thingOf(subject)
  return ['pod', 'object'].flatMap((name) => {
    const found = variableOf(subject, name)
    return typeof found === 'object' && found !== null && found !== thing ? [found] : []
  })
}

const named = new WeakMap<object, ReadonlyMap<string | undefined, readonly unknown[]>>()

/** The containers of its pod that have the name of its own. */
export function containersOf(subject: Subject): readonly unknown[] {
  const pod = variableOf(subject, 'pod')
  if (typeof pod !== 'object' || pod === null) return []
  const byName = named.get(pod) ?? containersByName(pod)
  named.set(pod, byName)
  return byName.get(subject.container) ?? []
}

function containersByName(pod: object): ReadonlyMap<string | undefined, readonly unknown[]> {
  const found = new Map<string | undefined, unknown[]>()
  for (const container of ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => items(pod, key))) {
    const name = text(container, 'name')
    const same = found.get(name)
    if (same) same.push(container)
    else found.set(name, [container])
  }
  return found
}

/** A variable of a subject; undefined where a template decides it. */
export function variableOf({ variables }: Subject, name: string): unknown {
  try {
    return variables[name]
  } catch {
    return undefined
  }
}
