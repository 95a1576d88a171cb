import { type Judgement, ROLE_OF_THE_CLUSTER, type Waiver } from '../model/finding.ts'
import type { Subject } from '../model/subject.ts'

const WAIVER: Waiver = {
  by: ROLE_OF_THE_CLUSTER,
  reason: 'its name or label is one that the cluster keeps for roles and bindings of its own',
  owner: '',
  expires: null,
}

const KINDS: ReadonlySet<string> = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'])

/** Waives the rights that a cluster gives to its own components: anybody can write such a name, so they are listed, never silent. */
export class ClusterRoles {
  readonly #prefixes: readonly string[]

  constructor(prefixes: readonly string[]) {
    this.#prefixes = prefixes
  }

  waive(judgement: Judgement): Judgement {
    if (judgement.answer !== 'fail' || !judgement.rule.rule.waivedFor.includes('cluster-role')) return judgement
    if (!this.#isOwn(judgement.subject)) return judgement
    return {
      ...judgement,
      answer: 'waived',
      offences: judgement.offences.map((offence) => ({ ...offence, waived: offence.waived ?? WAIVER })),
    }
  }

  #isOwn({ resource, group, variables }: Subject): boolean {
    if (!resource || group !== 'rbac.authorization.k8s.io' || !KINDS.has(resource.kind)) return false
    return this.#prefixes.some((prefix) => resource.name.startsWith(prefix)) || isLabelled(variables.object)
  }
}

// What the API server makes itself carries the label, whatever its name.
function isLabelled(object: unknown): boolean {
  try {
    return member(member(member(object, 'metadata'), 'labels'), 'kubernetes.io/bootstrapping') === 'rbac-defaults'
  } catch {
    return false
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
