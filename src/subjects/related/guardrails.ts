import type { Resource, YamlDocument } from '../../model/document.ts'
import { at, itemsAt, mappingAt, mappingsAt, textAt } from '../values.ts'

/** What policies and operators of the files put into every namespace, so that no manifest of it is there. */
export function generatedKinds(resources: readonly Resource[]): readonly string[] {
  return [...new Set(resources.flatMap(generatedBy))]
}

function generatedBy({ kind, group, object }: Resource): readonly string[] {
  if (group === 'kyverno.io' && kind === 'ClusterPolicy') return mappingsAt(object, 'spec', 'rules').flatMap(kyvernoKinds)
  if (group === 'policies.kyverno.io' && kind === 'GeneratingPolicy') return QUOTAS.filter((name) => mentions(object, name))
  if (group === 'capsule.clastix.io' && kind === 'Tenant') {
    return CAPSULE.flatMap(([field, name]) => (itemsAt(object, 'spec', field, 'items').length > 0 ? [name] : []))
  }
  if (group === 'hnc.x-k8s.io' && kind === 'HierarchicalResourceQuota') return ['ResourceQuota']
  if (group === 'hnc.x-k8s.io' && kind === 'HNCConfiguration') {
    return mappingsAt(object, 'spec', 'resources').flatMap((item) => HNC[textAt(item, 'resource') ?? ''] ?? [])
  }
  if (group === 'quota.openshift.io' && kind === 'ClusterResourceQuota') return ['ResourceQuota']
  if (group === 'management.cattle.io' && kind === 'Project') return mappingAt(object, 'spec', 'resourceQuota') ? ['ResourceQuota'] : []
  return []
}

const QUOTAS = ['NetworkPolicy', 'LimitRange', 'ResourceQuota'] as const
const CAPSULE = [
  ['networkPolicies', 'NetworkPolicy'],
  ['limitRanges', 'LimitRange'],
  ['resourceQuotas', 'ResourceQuota'],
] as const
const HNC: Readonly<Record<string, string>> = {
  networkpolicies: 'NetworkPolicy',
  limitranges: 'LimitRange',
  resourcequotas: 'ResourceQuota',
}

function kyvernoKinds(rule: unknown): readonly string[] {
  const generate = mappingAt(rule, 'generate')
  const targets = [generate, mappingAt(generate, 'cloneList'), ...mappingsAt(generate, 'foreach')]
  const kinds = targets.flatMap((target) => [textAt(target, 'kind') ?? '', ...itemsAt(target, 'kinds').map(String)])
  return kinds.map((kind) => kind.slice(kind.lastIndexOf('/') + 1)).filter((kind) => kind !== '')
}

function mentions(object: unknown, name: string): boolean {
  return itemsAt(object, 'spec', 'variables')
    .concat(itemsAt(object, 'spec', 'generate'))
    .some((item) => {
      const text = textAt(item, 'expression') ?? ''
      return text.includes(name)
    })
}

/** The level that an AdmissionConfiguration of the files makes Pod Security enforce where a namespace says nothing; '' for none. */
export function podSecurityDefault(documents: readonly YamlDocument[]): string {
  for (const document of documents) {
    if (document.kind !== 'config' || !document.source.text.includes('PodSecurity')) continue
    const plugins = mappingsAt(document.value, 'plugins').map((plugin) => at(plugin, 'configuration'))
    for (const configuration of [document.value, ...plugins]) {
      const level = textAt(configuration, 'kind') === 'PodSecurityConfiguration' ? textAt(configuration, 'defaults', 'enforce') : undefined
      if (level !== undefined) return level
    }
  }
  return ''
}
