import type { Resource } from '../../model/document.ts'
import { at, keysOf, mappingAt, mappingsAt, textAt } from '../values.ts'

/** A policy that admission asks, whatever engine reads it. */
export interface AdmissionPolicy {
  readonly name: string
  readonly forbidsExternalIPs: boolean
  readonly verifiesImages: boolean
}

export function admissionPolicies(resources: readonly Resource[]): readonly AdmissionPolicy[] {
  return resources
    .map((resource) => ({
      name: resource.name,
      forbidsExternalIPs: forbidsExternalIPs(resource),
      verifiesImages: verifiesImages(resource),
    }))
    .filter((policy) => policy.forbidsExternalIPs || policy.verifiesImages)
}

function forbidsExternalIPs({ kind, group, object }: Resource): boolean {
  // The constraint of Gatekeeper's own library.
  if (group === 'constraints.gatekeeper.sh') return kind === 'K8sExternalIPs'
  if (kind === 'ValidatingAdmissionPolicy' || kind === 'ValidatingPolicy') {
    return mappingsAt(object, 'spec', 'validations').some((validation) => textAt(validation, 'expression')?.includes('externalIPs'))
  }
  if (group !== 'kyverno.io') return false
  return mappingsAt(object, 'spec', 'rules').some((rule) => {
    const pattern = mappingAt(rule, 'validate', 'pattern', 'spec')
    const keys = pattern ? keysOf(pattern) : []
    return Array.isArray(keys) && keys.some((key) => key.includes('externalIPs'))
  })
}

const VERIFIERS = new Set(['policy.sigstore.dev', 'config.ratify.deislabs.io', 'config.ratify.dev', 'portieris.cloud.ibm.com'])

function verifiesImages({ kind, group, object }: Resource): boolean {
  if (VERIFIERS.has(group) || kind === 'ImageValidatingPolicy') return true
  if (group !== 'kyverno.io') return false
  return mappingsAt(object, 'spec', 'rules').some((rule) => at(rule, 'verifyImages') !== undefined)
}
