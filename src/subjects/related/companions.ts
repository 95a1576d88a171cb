import { posix } from 'node:path'
import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import { type Kustomization, type Kustomizations, outermost } from '../kustomize/kustomizations.ts'
import type { Presence } from './presence.ts'
import type { Match } from './selector.ts'

/** Every overlay reaches all of its base, so that all of many would take their square. */
const MOST_TAKERS = 100

/** Which objects of a root are applied together, as far as its kustomizations and folders tell. */
export class Companions {
  readonly #kustomizations: Kustomizations
  readonly #isEvidence: (path: string) => boolean
  readonly presence: Presence
  #takers: ReadonlyMap<string, ReadonlySet<Kustomization>> | undefined
  #optional: ReadonlySet<string> | undefined

  constructor(kustomizations: Kustomizations, isEvidence: (path: string) => boolean, presence: Presence) {
    this.#kustomizations = kustomizations
    this.#isEvidence = isEvidence
    this.presence = presence
  }

  /** Whether only components take the object in, so that it is applied where they are used and nowhere else. */
  isOptional(resource: Resource): boolean {
    this.#optional ??= optionalFiles(this.#kustomizations)
    return this.#optional.has(resource.source.path)
  }

  /** Whether some kustomization takes an optional object in. */
  isUsed(optional: Resource): boolean {
    const takers = [...(this.#takersOf().get(optional.source.path) ?? [])]
    return takers.some(({ folder, component }) => !component && this.#isEvidence(`${folder}/kustomization.yaml`))
  }

  /** Why nobody knows what an object is applied with: nothing takes in the component that it is of. */
  loose(resource: Resource): Unsettled | undefined {
    if (!this.isOptional(resource) || this.isUsed(resource)) return undefined
    return new Unsettled('depends on what the component is applied with', undefined)
  }

  /** What of a file's place `with` depends on: files of one circle have the same answer. */
  circleOf(path: string): string {
    const folders = [...(this.#takersOf().get(path) ?? [])].map(({ folder }) => folder)
    return `${this.#isEvidence(path)}\n${topOf(path)}\n${folders.join('\n')}`
  }

  /** Whether an optional object is applied with what stands in a file. Kustomizations among tests tell about tests alone. */
  usedWith(optional: Resource, path: string): boolean {
    if (optional.source.path === path) return true
    const there = this.#takersOf().get(optional.source.path)
    const here = this.#takersOf().get(path) ?? []
    const tells = ({ folder, component }: Kustomization) =>
      component || this.#isEvidence(`${folder}/kustomization.yaml`) || !this.#isEvidence(path)
    return [...here].some((taker) => there?.has(taker) && tells(taker))
  }

  /** Whether an object that names no namespace is applied with what stands in a file: unknown where they have no folder in common. */
  meets(homeless: Resource, path: string): Match {
    const own = homeless.source.path
    if (topOf(own) === '' || topOf(path) === '' || topOf(own) === topOf(path) || this.usedWith(homeless, path)) return true
    return new Unsettled(`depends on whether ${homeless.kind} ${homeless.name} of ${own} is applied with it`, undefined)
  }

  #takersOf(): ReadonlyMap<string, ReadonlySet<Kustomization>> {
    this.#takers ??= takers(this.#kustomizations)
    return this.#takers
  }
}

/** The folder of the root that a file lies in; '' for one that lies in the root itself. */
function topOf(path: string): string {
  return posix.dirname(path) === '.' ? '' : path.slice(0, path.indexOf('/'))
}

function optionalFiles(kustomizations: Kustomizations): ReadonlySet<string> {
  const all = [...kustomizations.values()]
  const optional = new Set(all.filter(({ component }) => component).flatMap(({ takes }) => takes))
  for (const { component, takes } of all) if (!component) for (const path of takes) optional.delete(path)
  return optional
}

// A component counts by itself too, since what it holds is applied together.
function takers(kustomizations: Kustomizations): ReadonlyMap<string, ReadonlySet<Kustomization>> {
  const found = new Map<string, Set<Kustomization>>()
  const visits = new Map<Kustomization, number>()
  const roots = new Set([...outermost(kustomizations), ...[...kustomizations.values()].filter(({ component }) => component)])
  for (const root of roots) {
    const open = [root]
    const seen = new Set(open)
    for (let next = open.pop(); next; next = open.pop()) {
      const count = (visits.get(next) ?? 0) + 1
      if (count > MOST_TAKERS) continue
      visits.set(next, count)
      for (const path of next.takes) {
        const below = kustomizations.get(path)
        if (!below) found.set(path, (found.get(path) ?? new Set()).add(root))
        else if (!seen.has(below)) {
          seen.add(below)
          open.push(below)
        }
      }
    }
  }
  return found
}
