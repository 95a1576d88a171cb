import type { Environment } from '../../model/dockerfile.ts'
import { firstIndex } from '../../model/search.ts'

export interface Binding {
  readonly value: string
  /** Why the files do not settle it; '' where they do. */
  readonly reason: string
}

// Stages built on stages built on stages: beyond this a stage takes a copy instead of asking its parents one by one.
const LONGEST_CHAIN = 32

/** The variables of a stage, which change from instruction to instruction. `now()` is a view that later changes do not reach. */
export class Variables implements Environment {
  readonly #history = new Map<string, { readonly since: number; readonly binding: Binding }[]>()
  readonly #parent: Variables | undefined
  readonly #chain: number
  #clock = 0

  constructor(parent?: Variables) {
    this.#chain = parent ? parent.#chain + 1 : 0
    this.#parent = parent
    if (this.#chain <= LONGEST_CHAIN) return
    this.#chain = 0
    this.#parent = undefined
    const flat = new Map<string, Binding>()
    for (let one = parent; one; one = one.#parent) {
      for (const [name, steps] of one.#history) {
        const last = steps.at(-1)
        if (last && !flat.has(name)) flat.set(name, last.binding)
      }
    }
    for (const [name, binding] of flat) this.set(name, binding)
  }

  set(name: string, binding: Binding): void {
    const steps = this.#history.get(name)
    const step = { since: this.#clock++, binding }
    if (steps) steps.push(step)
    else this.#history.set(name, [step])
  }

  get(name: string): Binding | undefined {
    return this.#at(name, this.#clock)
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  now(): Environment {
    const clock = this.#clock
    return { get: (name) => this.#at(name, clock), has: (name) => this.#at(name, clock) !== undefined }
  }

  #at(name: string, clock: number): Binding | undefined {
    for (let one: Variables | undefined = this; one; one = one.#parent) {
      const found = lastBefore(one.#history.get(name), one === this ? clock : Number.POSITIVE_INFINITY)
      if (found) return found
    }
    return undefined
  }
}

function lastBefore(
  steps: readonly { readonly since: number; readonly binding: Binding }[] | undefined,
  clock: number,
): Binding | undefined {
  return steps?.[firstIndex(steps.length, (index) => (steps[index]?.since ?? 0) >= clock) - 1]?.binding
}

const VARIES = 'depends on the platform that is built for'

/** What every build sets, as for linux/amd64: enough to tell what BuildKit refuses, and not settled for rules. */
export function platformArguments(target: string): Variables {
  const variables = new Variables()
  const values = { PLATFORM: 'linux/amd64', OS: 'linux', OSVERSION: '', ARCH: 'amd64', VARIANT: '' }
  for (const side of ['BUILD', 'TARGET']) {
    for (const [name, value] of Object.entries(values)) variables.set(side + name, { value, reason: VARIES })
  }
  variables.set('TARGETSTAGE', { value: target || 'default', reason: 'depends on the stage that is built' })
  return variables
}
