import type { Resource } from '../../model/document.ts'
import { type Origin, originOf, withOrigin } from '../../model/origin.ts'
import { withWritten } from '../../model/written.ts'
import { openList, openMapping, settle, unsettle } from '../../source/yaml/template/open.ts'
import { pushTo } from '../related/selector-index.ts'
import { type Fields, isMapping, member } from '../values.ts'
import type { Steps } from './patches.ts'

/** An object with what kustomizations surely put into it; what else they change is not settled. */
export class KustomizedObject implements Resource {
  readonly #resource: Resource
  readonly #changes: readonly Steps[]
  #object: Fields | undefined

  constructor(resource: Resource, changes: readonly Steps[]) {
    this.#resource = resource
    this.#changes = changes
  }

  get object(): Fields {
    this.#object ??= opened(this.#resource.object, this.#changes, this.origin) as Fields
    return this.#object
  }

  get apiVersion(): string {
    return this.#resource.apiVersion
  }

  get kind(): string {
    return this.#resource.kind
  }

  get group(): string {
    return this.#resource.group
  }

  get namespace(): string | undefined {
    return this.#resource.namespace
  }

  get name(): string {
    return this.#resource.name
  }

  get source() {
    return this.#resource.source
  }

  get origin(): Origin {
    return this.#resource.origin
  }

  get templated(): boolean {
    return this.#resource.templated
  }

  get patch(): boolean {
    return this.#resource.patch
  }
}

const REASON = 'depends on what kustomizations change in it'

function opened(value: unknown, changes: readonly Steps[], around: Origin): unknown {
  if (!Array.isArray(value) && !isMapping(value)) return value
  const origin = originOf(value) ?? around
  const copy: object = Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value))
  for (const [step, below] of byFirst(changes)) {
    if (step === '-') continue
    const [put, ...others] = new Map(
      below.flatMap(([first]) => (typeof first === 'object' ? [[JSON.stringify(first), first]] : [])),
    ).values()
    if (others.length > 0 || below.some((steps) => steps.length === 0)) unsettle(copy, step, REASON, origin.child(step) ?? origin)
    else settle(copy, step, put ? put.put : opened(member(value, step), below, origin))
  }
  withOrigin(copy, origin)
  if (!changes.some(([first]) => first === '-')) return withWritten(copy, value)
  return Array.isArray(copy)
    ? openList(copy, { settled: copy.length, reason: REASON, adds: true }, origin)
    : openMapping(copy, value, REASON, origin)
}

function byFirst(changes: readonly Steps[]): ReadonlyMap<string | number, Steps[]> {
  const found = new Map<string | number, Steps[]>()
  for (const [first, ...rest] of changes) if (first !== undefined && typeof first !== 'object') pushTo(found, first, rest)
  return found
}
