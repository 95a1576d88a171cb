import type { Resource } from '../../model/document.ts'
import { originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import { at, type Fields, mappingsAt } from '../values.ts'
import { type Found, listOf, union } from './found.ts'
import type { Indexes } from './indexes.ts'
import { labelSelector } from './selector.ts'
import { workloadsOf } from './shapes.ts'

/** For expressions: each `peer` of a NetworkPolicy as written, its `direction`, and the `workloads` that it names. */
export function peersOf(indexes: Indexes, policy: Resource): readonly Fields[] {
  const rules = [
    ...mappingsAt(policy.object, 'spec', 'ingress').map((rule) => ({ rule, field: 'from', direction: 'ingress' })),
    ...mappingsAt(policy.object, 'spec', 'egress').map((rule) => ({ rule, field: 'to', direction: 'egress' })),
  ]
  return rules.flatMap(({ rule, field, direction }) => mappingsAt(rule, field).map((peer) => item(indexes, policy, peer, direction)))
}

function item(indexes: Indexes, policy: Resource, peer: Fields, direction: string): Fields {
  const made = { direction, peer }
  const get = () => listOf(workloadsOf(podsOf(indexes, policy, peer)))
  Object.defineProperty(made, 'workloads', { get, enumerable: true })
  const origin = originOf(peer)
  return origin ? withOrigin(made, origin) : made
}

function podsOf(indexes: Indexes, policy: Resource, peer: Fields): Found<Pod> {
  const selector = labelSelector(at(peer, 'podSelector') ?? {})
  if (!selector) return { items: [], unsettled: new Unsettled('is no selector', originOf(peer)) }
  const realm = indexes.realms.of(policy)
  const others = labelSelector(at(peer, 'namespaceSelector'))
  if (!others) {
    const found = indexes.pods.matching(realm.namespaces, selector)
    return found.items.length > 0 || found.unsettled ? found : { items: [], unsettled: indexes.elsewhere(realm) }
  }
  const namespaces = indexes.namespacesMatching(others)
  const found = union<Pod>([indexes.pods.matching(namespaces.items, selector), { items: [], unsettled: namespaces.unsettled }])
  const isElsewhere = namespaces.items.length === 0 || namespaces.items.some((name) => name.startsWith('kube-'))
  const missing = isElsewhere ? new Unsettled('depends on pods of a namespace that is not among the files', undefined) : undefined
  return found.items.length > 0 || found.unsettled ? found : { items: [], unsettled: missing }
}
