import type { Resource } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Realm } from '../realms.ts'
import { mappingAt, nameAt, textAt } from '../values.ts'
import { type Found, NOTHING } from './found.ts'
import type { Indexes } from './indexes.ts'

/** Kinds of Kubernetes' own, and OpenShift's, that can be scaled, with the groups that have served them. */
const SCALABLE: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['apps', 'extensions'],
  ReplicaSet: ['apps', 'extensions'],
  StatefulSet: ['apps'],
  ReplicationController: [''],
  DeploymentConfig: ['apps.openshift.io', ''],
}

export function isAutoscaler(kind: string): boolean {
  return kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject'
}

/** The workload that an autoscaler scales. Not finding it means nothing where a controller that is not among the files may make it. */
export function scaleTargets(indexes: Indexes, autoscaler: Resource, realm: Realm): Found<Resource> {
  const target = mappingAt(autoscaler.object, 'spec', 'scaleTargetRef')
  const name = nameAt(target, 'name')
  if (!name) return NOTHING
  const kind = textAt(target, 'kind') ?? 'Deployment'
  const groups = Object.hasOwn(SCALABLE, kind) ? SCALABLE[kind] : undefined
  const apiVersion = textAt(target, 'apiVersion')
  const group = apiVersion?.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  // Groups without a dot are Kubernetes' own, whose kinds are known; an autoscaler finds its target by group and kind, in their case.
  if (apiVersion !== undefined && !group.includes('.') && !groups?.includes(group)) return NOTHING
  if (!groups || (apiVersion !== undefined && !groups.includes(group)))
    return { items: [], unsettled: new Unsettled(`depends on whether a ${kind} of another API is there`, undefined) }
  const items = indexes.objects.named(kind, realm.namespaces, name.text)
  if (items.length > 0) return { items, unsettled: undefined }
  return { items, unsettled: name.settled ? indexes.elsewhere(realm) : new Unsettled(name.reason, undefined) }
}
