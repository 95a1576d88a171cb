import type { Subject } from '../../model/subject.ts'
import { textAt } from '../../subjects/values.ts'

const KINDS: ReadonlySet<string> = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'])

/** The roles and bindings that a cluster makes for its own components, by their names or the label that the API server gives them. */
export class ClusterRoles {
  readonly #prefixes: readonly string[]

  constructor(prefixes: readonly string[]) {
    this.#prefixes = prefixes
  }

  covers({ resource, group, variables }: Subject): boolean {
    if (!resource || group !== 'rbac.authorization.k8s.io' || !KINDS.has(resource.kind)) return false
    const label = textAt(variables.object, 'metadata', 'labels', 'kubernetes.io/bootstrapping')
    return label === 'rbac-defaults' || this.#prefixes.some((prefix) => resource.name.startsWith(prefix))
  }
}
