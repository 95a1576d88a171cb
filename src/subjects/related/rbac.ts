import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled } from '../../model/origin.ts'
import { at, type Fields, mappingAt, mappingsAt, nameAt, othersAt, partsAt, textAt } from '../values.ts'
import { bootstrapRules } from './bootstrap-rules.ts'
import { doubtedListOf, type Found, listOf, mapping, NOTHING, union } from './found.ts'
import { doubtOf, grantOf } from './grants.ts'
import { withNamed } from './named-rights.ts'
import { distinct, type Objects } from './objects.ts'
import { labelSelector, type Selector } from './selector.ts'
import { pushTo } from './selector-index.ts'

/** More than anybody binds to one account; a thousand accounts may have a thousand bindings each. */
const MOST_BINDINGS = 200
/** Rules that bindings give, one by one and together. */
const MOST_GRANTED = 2000
const MOST_GRANTS = 200_000

/** Who has which rights, by the bindings of the files. */
export class Rbac {
  readonly #objects: Objects
  readonly #bySubject = new Map<string, Resource[]>()
  readonly #byRole = new Map<string, Resource[]>()
  readonly #grants = new Map<Resource, Found<Fields>>()
  readonly #rules = new Map<Resource, readonly Fields[]>()
  readonly #aggregated = new Map<string, readonly Fields[]>()
  /** Equal answers are one, by the places of the bindings. */
  readonly #answers = new Map<string, Found<Resource>>()
  readonly #places = new Map<Resource, number>()
  readonly #lists = new WeakMap<Found<Resource>, Partial<Record<'bindings' | 'rules' | 'grants', readonly Fields[]>>>()
  readonly #objectsOf = mapping(({ object }: Resource) => object)
  #left = MOST_GRANTS

  constructor(objects: Objects) {
    this.#objects = objects
    for (const binding of objects.ofKind('RoleBinding', 'ClusterRoleBinding')) {
      const { namespaces } = objects.realms.of(binding)
      this.#places.set(binding, this.#places.size)
      for (const key of distinct(mappingsAt(binding.object, 'subjects').flatMap((subject) => subjectKeys(subject, namespaces)))) {
        pushTo(this.#bySubject, key, binding)
      }
      for (const key of this.#roleKeys(binding)) pushTo(this.#byRole, key, binding)
    }
  }

  /** The bindings that hold for pods with a service account, those of the groups it is always in too. */
  ofServiceAccount(namespaces: readonly string[], name: string): Found<Resource> {
    const own = namespaces.flatMap((namespace) => [
      `ServiceAccount ${namespace}/${name}`,
      `User system:serviceaccount:${namespace}:${name}`,
      `Group system:serviceaccounts:${namespace}`,
    ])
    const keys = [...own, 'Group system:serviceaccounts', 'Group system:authenticated']
    return this.#answer(keys.map((key) => this.#bySubject.get(key) ?? []))
  }

  ofRole(role: Resource): Found<Resource> {
    const scopes = role.kind === 'ClusterRole' ? [''] : this.#objects.realms.of(role).namespaces
    return this.#answer(scopes.map((scope) => this.#byRole.get(`${role.kind} ${scope}/${role.name}`) ?? []))
  }

  alone(binding: Resource): Found<Resource> {
    return this.#answer([[binding]])
  }

  #answer(bindings: readonly (readonly Resource[])[]): Found<Resource> {
    const items = distinct(bindings.flatMap((some) => some.slice(0, MOST_BINDINGS + 1)))
    if (items.length === 0) return NOTHING
    const kept = items.slice(0, MOST_BINDINGS)
    const key = `${items.length > kept.length} ${kept.map((binding) => this.#places.get(binding)).join(' ')}`
    let found = this.#answers.get(key)
    if (!found) {
      const more = new Unsettled(`depends on more than ${MOST_BINDINGS} bindings`, undefined)
      found = { items: kept, unsettled: items.length > kept.length ? more : undefined }
      this.#answers.set(key, found)
    }
    return found
  }

  /** The bindings, the rules of their roles, and what they grant, as lists that all who have the same bindings share. */
  bindingsOf(found: Found<Resource>): readonly Fields[] {
    return this.#list(found, 'bindings', () => listOf(this.#objectsOf(found)))
  }

  rulesOfBindings(found: Found<Resource>): readonly Fields[] {
    return this.#list(found, 'rules', () => {
      const items = distinct(found.items.flatMap((binding) => this.rolesOf(binding))).flatMap((role) => this.rulesOf(role))
      return listOf({ items, unsettled: found.unsettled })
    })
  }

  grantsOfBindings(found: Found<Resource>): readonly Fields[] {
    return this.#list(found, 'grants', () => {
      const { items, unsettled } = union(found.items.map((binding) => this.#grantsOf(binding)))
      return doubtedListOf({ items, unsettled: unsettled ?? found.unsettled }, doubtOf)
    })
  }

  // A list that throws when it is made is made anew, to throw again.
  #list(found: Found<Resource>, kind: 'bindings' | 'rules' | 'grants', make: () => readonly Fields[]): readonly Fields[] {
    const lists = this.#lists.get(found) ?? {}
    this.#lists.set(found, lists)
    lists[kind] ??= make()
    return lists[kind]
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
    if (selectors.some(({ unsettled }) => unsettled)) return this.#aggregatedBy(selectors)
    const key = JSON.stringify(selectors.map(({ signature }) => signature))
    let rules = this.#aggregated.get(key)
    if (!rules) {
      rules = this.#aggregatedBy(selectors)
      this.#aggregated.set(key, rules)
    }
    return rules
  }

  // The rules that an aggregated role has itself the cluster replaces.
  #aggregatedBy(selectors: readonly Selector[]): readonly Fields[] {
    return this.#objects.ofKind('ClusterRole').flatMap((other) => {
      if (mappingsAt(other.object, 'aggregationRule', 'clusterRoleSelectors').length > 0) return []
      const labels = mappingAt(other.object, 'metadata', 'labels')
      return selectors.some((selector) => selector.matches(labels) === true) ? this.#ownRules(other) : []
    })
  }

  #ownRules(role: Resource): readonly Fields[] {
    let rules = this.#rules.get(role)
    if (!rules) {
      rules = partsAt(role.object, 'rules').map(withNamed)
      this.#rules.set(role, rules)
    }
    return rules
  }

  /** Every rule that a binding gives, those of Kubernetes' own roles too; not settled where the role is neither theirs nor in the files. */
  #grantsOf(binding: Resource): Found<Fields> {
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
    const kept = rules.slice(0, Math.min(MOST_GRANTED, this.#left))
    this.#left -= kept.length
    return {
      items: kept.map((rule) => grantOf(rule, { role: name ?? '', binding: binding.name, namespaces })),
      unsettled:
        rules.length > kept.length
          ? new Unsettled(`depends on more than ${kept.length} rules of its roles`, undefined)
          : held.map(({ object }) => othersAt(object, 'rules')).find((others) => others !== undefined),
    }
  }

  #roleKeys(binding: Resource): readonly string[] {
    const kind = textAt(binding.object, 'roleRef', 'kind') ?? ''
    const name = nameAt(at(binding.object, 'roleRef'), 'name')?.text ?? ''
    if (kind === 'ClusterRole') return [`ClusterRole /${name}`]
    return this.#objects.realms.of(binding).namespaces.map((namespace) => `${kind} ${namespace}/${name}`)
  }
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
