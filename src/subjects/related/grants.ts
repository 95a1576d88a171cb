import { originOf, Unsettled } from '../../model/origin.ts'
import type { Fields } from '../values.ts'
import { membersOf } from './members.ts'

/** Who gives a right, and where it holds: everywhere where no namespace is named. */
interface Giving {
  readonly role: string
  readonly binding: string
  readonly namespaces: readonly string[]
}

/** A rule of a role as one binding gives it. */
export function grantOf(rule: Fields, giving: Giving): Fields {
  const grant = membersOf(new Grant(rule, giving))
  const origin = originOf(rule)
  if (origin?.condition !== undefined) doubts.set(grant, new Unsettled(origin.condition, origin))
  return grant
}

const doubts = new WeakMap<Fields, Unsettled>()

/** Why nobody knows whether the right is given: its rule stands under a template's condition. */
export function doubtOf(grant: Fields): Unsettled | undefined {
  return doubts.get(grant)
}

const NONE: readonly never[] = []

class Grant {
  readonly #rule: Fields
  readonly #giving: Giving

  constructor(rule: Fields, giving: Giving) {
    this.#rule = rule
    this.#giving = giving
  }

  get apiGroups(): unknown {
    return this.#rule.apiGroups ?? NONE
  }

  get resources(): unknown {
    return this.#rule.resources ?? NONE
  }

  get verbs(): unknown {
    return this.#rule.verbs ?? NONE
  }

  get resourceNames(): unknown {
    return this.#rule.resourceNames ?? NONE
  }

  get named(): unknown {
    return this.#rule.named ?? {}
  }

  get role(): string {
    return this.#giving.role
  }

  get binding(): string {
    return this.#giving.binding
  }

  get namespaces(): readonly string[] {
    return this.#giving.namespaces
  }

  get everywhere(): boolean {
    return this.#giving.namespaces.length === 0
  }
}
