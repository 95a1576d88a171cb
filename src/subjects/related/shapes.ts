import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Pod } from '../pods/pods.ts'
import type { Fields } from '../values.ts'
import { type Found, mapping } from './found.ts'
import type { Policy } from './policies.ts'

export const objectsOf: (found: Found<Resource>) => Found<Fields> = mapping((resource) => resource.object)
export const policyObjects: (found: Found<Policy>) => Found<Fields> = mapping((policy) => policy.resource.object)
export const podSpecs: (found: Found<Pod>) => Found<Fields> = mapping((pod) => pod.spec)
export const workloadsOf: (found: Found<Pod>) => Found<Fields> = mapping((pod) => pod.resource.object)

/** For expressions: an answer that is not sure throws. */
export function sure(match: boolean | Unsettled): boolean {
  if (match instanceof Unsettled) throw match
  return match
}
