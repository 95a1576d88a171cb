import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import { at, type Fields, isEmpty, itemsAt, mappingAt, mappingsAt, textAt, textsAt } from '../values.ts'
import { calicoSelector } from './calico.ts'
import { ciliumSelector } from './cilium.ts'
import { onlyDns } from './dns.ts'
import { labelSelector, Selector } from './selector.ts'

/** What a policy does to one direction: nothing, allows some peers and so denies the rest, or denies everything. */
export type Effect = 'none' | 'some' | 'deny'

/** One selection of a network policy, of whatever kind. */
export interface Policy {
  readonly resource: Resource
  readonly pods: Selector
  /** For kinds that reach over namespaces: which ones; undefined for the policy's own. */
  readonly namespaces: Selector | undefined
  readonly ingress: Effect
  readonly egress: Effect
}

const ALL = new Selector([])

export function policiesOf(resource: Resource): readonly Policy[] {
  const { kind, group, object } = resource
  if (group === 'cilium.io') return specsOf(object).map((spec) => cilium(resource, spec))
  const spec = mappingAt(object, 'spec')
  if (!spec) return []
  if (group.endsWith('projectcalico.org')) return [calico(resource, spec)]
  if (kind === 'NetworkPolicy') return [native(resource, spec)]
  return [admin(resource, spec)]
}

function native(resource: Resource, spec: Fields): Policy {
  const types =
    at(spec, 'policyTypes') === undefined
      ? ['Ingress', ...(itemsAt(spec, 'egress').length > 0 ? ['Egress'] : [])]
      : textsAt(spec, 'policyTypes')
  return {
    resource,
    pods: labelSelector(at(spec, 'podSelector')) ?? ALL,
    namespaces: undefined,
    ingress: !types.includes('Ingress') ? 'none' : noRules(spec, 'ingress', () => false) ? 'deny' : 'some',
    egress: !types.includes('Egress') ? 'none' : noRules(spec, 'egress', onlyDns) ? 'deny' : 'some',
  }
}

// Rules that a template writes are taken to allow something.
function noRules(spec: Fields, direction: string, ignored: (rule: unknown) => boolean): boolean {
  return !(at(spec, direction) instanceof Unsettled) && itemsAt(spec, direction).every(ignored)
}

function specsOf(object: Fields): readonly Fields[] {
  const spec = mappingAt(object, 'spec')
  return [...(spec ? [spec] : []), ...mappingsAt(object, 'specs')]
}

// A section with rules denies what it does not allow, unless enableDefaultDeny says otherwise; `- {}` allows nothing.
function cilium(resource: Resource, spec: Fields): Policy {
  const effect = (direction: 'ingress' | 'egress'): Effect => {
    const allowed = mappingsAt(spec, direction)
    const denied = mappingsAt(spec, `${direction}Deny`)
    if (allowed.length + denied.length === 0 && at(spec, 'enableDefaultDeny', direction) !== true) return 'none'
    if (at(spec, 'enableDefaultDeny', direction) === false) return 'none'
    return allowed.every((rule) => isEmpty(rule) || (direction === 'egress' && onlyDns(rule))) ? 'deny' : 'some'
  }
  const { pods, namespaces } = ciliumSelector(at(spec, 'endpointSelector'))
  const global = resource.kind === 'CiliumClusterwideNetworkPolicy'
  return { resource, pods, namespaces: global ? namespaces : undefined, ingress: effect('ingress'), egress: effect('egress') }
}

function calico(resource: Resource, spec: Fields): Policy {
  const written = textsAt(spec, 'types')
  const types = written.length > 0 ? written : ['Ingress', ...(itemsAt(spec, 'egress').length > 0 ? ['Egress'] : [])]
  const effect = (type: string, rules: readonly Fields[]): Effect => {
    if (!types.includes(type)) return 'none'
    const opens = (rule: Fields) => textAt(rule, 'action') !== 'Deny' && !(type === 'Egress' && onlyDns(rule))
    return rules.some(opens) ? 'some' : 'deny'
  }
  return {
    resource,
    pods: calicoSelector(at(spec, 'selector')),
    namespaces: resource.kind === 'GlobalNetworkPolicy' ? calicoSelector(at(spec, 'namespaceSelector')) : undefined,
    ingress: effect('Ingress', mappingsAt(spec, 'ingress')),
    egress: effect('Egress', mappingsAt(spec, 'egress')),
  }
}

// (Baseline)AdminNetworkPolicy and ClusterNetworkPolicy: nothing is denied that no rule denies.
function admin(resource: Resource, spec: Fields): Policy {
  const pods = at(spec, 'subject', 'pods')
  const effect = (rules: readonly Fields[]): Effect => {
    if (rules.length === 0) return 'none'
    return rules.some((rule) => textAt(rule, 'action') === 'Deny' && isEveryone(rule)) ? 'deny' : 'some'
  }
  return {
    resource,
    pods: pods === undefined ? ALL : (labelSelector(at(pods, 'podSelector')) ?? ALL),
    namespaces: labelSelector(pods === undefined ? at(spec, 'subject', 'namespaces') : at(pods, 'namespaceSelector')) ?? ALL,
    ingress: effect(mappingsAt(spec, 'ingress')),
    egress: effect(mappingsAt(spec, 'egress')),
  }
}

function isEveryone(rule: Fields): boolean {
  if (itemsAt(rule, 'ports').length > 0) return false
  return [...mappingsAt(rule, 'from'), ...mappingsAt(rule, 'to')].some((peer) => {
    const namespaces = mappingAt(peer, 'namespaces')
    return (namespaces !== undefined && isEmpty(namespaces)) || textsAt(peer, 'networks').some((cidr) => cidr === '0.0.0.0/0')
  })
}
