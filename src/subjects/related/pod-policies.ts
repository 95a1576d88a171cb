import type { Resource } from '../../model/document.ts'
import { at, type Fields, itemsAt, mappingsAt, textAt, textsAt } from '../values.ts'

/** Admission policies and webhooks that have pods in their match: who may create what is then decided somewhere else than by labels. */
export function podPolicies(resources: readonly Resource[]): readonly Fields[] {
  const bound = new Set(
    resources
      .filter(({ kind, group }) => kind === 'ValidatingAdmissionPolicyBinding' && group === 'admissionregistration.k8s.io')
      .map(({ object }) => textAt(object, 'spec', 'policyName')),
  )
  return resources.filter((resource) => !resource.patch && judgesPods(resource, bound)).map(({ object }) => object)
}

function judgesPods({ kind, group, name, object }: Resource, bound: ReadonlySet<string | undefined>): boolean {
  if (group === 'kyverno.io' && kind === 'ClusterPolicy') return mappingsAt(object, 'spec', 'rules').some(isKyvernoRule)
  if (group === 'constraints.gatekeeper.sh') return isConstraint(object)
  if (kind === 'ValidatingAdmissionPolicy')
    return bound.has(name) && mappingsAt(object, 'spec', 'matchConstraints', 'resourceRules').some(takesPods)
  if (kind === 'ValidatingWebhookConfiguration')
    return mappingsAt(object, 'webhooks').some((webhook) => mappingsAt(webhook, 'rules').some(takesPods))
  if (group === 'policies.kyverno.io') return mappingsAt(object, 'spec', 'matchConstraints', 'resourceRules').some(takesPods)
  return group === 'policies.kubewarden.io' && mappingsAt(object, 'spec', 'rules').some(takesPods)
}

function isKyvernoRule(rule: Fields): boolean {
  if (at(rule, 'validate') === undefined) return false
  const filters = [at(rule, 'match'), ...itemsAt(rule, 'match', 'any'), ...itemsAt(rule, 'match', 'all')]
  return filters.some((filter) => textsAt(filter, 'resources', 'kinds').some((kind) => /(?:^|\/)(?:Pod|\*)$/.test(kind)))
}

// Without kinds a constraint is about every object.
function isConstraint(object: Fields): boolean {
  const kinds = mappingsAt(object, 'spec', 'match', 'kinds')
  return kinds.length === 0 || kinds.some((entry) => textsAt(entry, 'kinds').some((kind) => kind === 'Pod' || kind === '*'))
}

// Pods lie in namespaces, so that a rule for objects of the cluster never meets one.
function takesPods(rule: Fields): boolean {
  const groups = textsAt(rule, 'apiGroups')
  if (textAt(rule, 'scope') === 'Cluster' || !(groups.includes('') || groups.includes('*'))) return false
  return textsAt(rule, 'resources').some((name) => name === 'pods' || name === '*' || name === '*/*')
}
