import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled } from '../../model/origin.ts'
import { at, type Fields, mappingAt, mappingsAt, nameAt, textAt, textsAt } from '../values.ts'
import { bootstrapRules } from './bootstrap-rules.ts'
import type { Found } from './found.ts'
import { grantOf } from './grants.ts'
import { distinct, type Objects } from './objects.ts'
import { labelSelector } from './selector.ts'
import { pushTo } from './selector-index.ts'

/** Who has which rights, by the bindings of the files. */
export class Rbac {
  readonly #objects: Objects
  readonly #bySubject = new Map<string, Resource[]>()
  readonly #byRole = new Map<string, Resource[]>()
  readonly #grants = new Map<Resource, Found<Fields>>()
  readonly #rules = new Map<Resource, readonly Fields[]>()

  constructor(objects: Objects) {
    this.#objects = objects
    for (const binding of objects.ofKind('RoleBinding', 'ClusterRoleBinding')) {
      const { namespaces } = objects.realms.of(binding)
      for (const key of distinct(mappingsAt(binding.object, 'subjects').flatMap((subject) => subjectKeys(subject, namespaces)))) {
        pushTo(this.#bySubject, key, binding)
      }
      for (const key of this.#roleKeys(binding)) pushTo(this.#byRole, key, binding)
    }
  }

  /** The bindings that hold for pods with a service account, those of the groups it is always in too. */
  ofServiceAccount(namespaces: readonly string[], name: string): readonly Resource[] {
    const own = namespaces.flatMap((namespace) => [
      `ServiceAccount ${namespace}/${name}`,
      `User system:serviceaccount:${namespace}:${name}`,
      `Group system:serviceaccounts:${namespace}`,
    ])
    const keys = [...own, 'Group system:serviceaccounts', 'Group system:authenticated']
    return distinct(keys.flatMap((key) => this.#bySubject.get(key) ?? []))
  }

  ofRole(role: Resource): readonly Resource[] {
    const scopes = role.kind === 'ClusterRole' ? [''] : this.#objects.realms.of(role).namespaces
    return distinct(scopes.flatMap((scope) => this.#byRole.get(`${role.kind} ${scope}/${role.name}`) ?? []))
  }

  /** The roles that a binding names, as far as the files hold them. */
  rolesOf(binding: Resource): readonly Resource[] {
    const kind = textAt(binding.object, 'roleRef', 'kind') ?? ''
    const name = nameAt(at(binding.object, 'roleRef'), 'name')?.text ?? ''
    if (kind !== 'Role' && kind !== 'ClusterRole') return []
    return this.#objects.named(kind, this.#objects.realms.of(binding).namespaces, name)
  }

  /** What a role allows; for an aggregated one the rules of those that its selectors match, which the cluster fills in. */
  rulesOf(role: Resource): readonly Fields[] {
    const selectors = mappingsAt(role.object, 'aggregationRule', 'clusterRoleSelectors').flatMap((item) => labelSelector(item) ?? [])
    if (role.kind !== 'ClusterRole' || selectors.length === 0) return this.#ownRules(role)
    const matching = this.#objects.ofKind('ClusterRole').filter((other) => {
      const labels = mappingAt(other.object, 'metadata', 'labels')
      return other !== role && selectors.some((selector) => selector.matches(labels) === true)
    })
    return matching.flatMap((other) => this.#ownRules(other))
  }

  #ownRules(role: Resource): readonly Fields[] {
    let rules = this.#rules.get(role)
    if (!rules) {
      rules = mappingsAt(role.object, 'rules').map(withAnyResource)
      this.#rules.set(role, rules)
    }
    return rules
  }

  /** Every rule that a binding gives, those of Kubernetes' own roles too; not settled where the role is neither theirs nor in the files. */
  grantsOf(binding: Resource): Found<Fields> {
    let found = this.#grants.get(binding)
    if (!found) {
      found = this.#readGrants(binding)
      this.#grants.set(binding, found)
    }
    return found
  }

  #readGrants(binding: Resource): Found<Fields> {
    const kind = textAt(binding.object, 'roleRef', 'kind') ?? ''
    const name = textAt(binding.object, 'roleRef', 'name')
    const held = this.rolesOf(binding)
    const rules = held.length > 0 ? held.flatMap((role) => this.rulesOf(role)) : bootstrapRules(kind, name ?? '')
    if (!rules) return { items: [], unsettled: unheld(binding, `${kind} ${name ?? ''}`) }
    const namespaces = binding.kind === 'ClusterRoleBinding' ? [] : this.#objects.realms.of(binding).namespaces
    return { items: rules.map((rule) => grantOf(rule, { role: name ?? '', binding: binding.name, namespaces })), unsettled: undefined }
  }

  rulesOfBindings(bindings: readonly Resource[]): readonly Fields[] {
    return distinct(bindings.flatMap((binding) => this.rolesOf(binding))).flatMap((role) => this.rulesOf(role))
  }

  #roleKeys(binding: Resource): readonly string[] {
    const kind = textAt(binding.object, 'roleRef', 'kind') ?? ''
    const name = nameAt(at(binding.object, 'roleRef'), 'name')?.text ?? ''
    if (kind === 'ClusterRole') return [`ClusterRole /${name}`]
    return this.#objects.realms.of(binding).namespaces.map((namespace) => `${kind} ${namespace}/${name}`)
  }
}

// For `at`: what is wrong with a rule for every resource is that it is for every resource.
function withAnyResource(rule: Fields): Fields {
  if (!textsAt(rule, 'resources').includes('*')) return rule
  const anyResource = { value: at(rule, 'resources'), enumerable: false }
  return Object.create(Object.getPrototypeOf(rule), { ...Object.getOwnPropertyDescriptors(rule), anyResource })
}

// The API wants a ServiceAccount's namespace; where files leave it out, kustomize fills in the binding's.
function subjectKeys(subject: Fields, namespaces: readonly string[]): readonly string[] {
  const kind = textAt(subject, 'kind') ?? ''
  const name = nameAt(subject, 'name')?.text ?? ''
  if (kind !== 'ServiceAccount') return [`${kind} ${name}`]
  const written = textAt(subject, 'namespace')
  const homes = written === undefined ? namespaces : [written, ...namespaces.filter((namespace) => namespace.endsWith('/'))]
  return homes.map((namespace) => `ServiceAccount ${namespace}/${name}`)
}

function unheld({ object }: Resource, role: string): Unsettled {
  const name = at(object, 'roleRef', 'name')
  const reason = name instanceof Unsettled ? name.reason : `depends on ${role}, which the files do not hold`
  return new Unsettled(reason, originOf(at(object, 'roleRef'))?.child('name'))
}
