import type { Resource } from '../model/document.ts'
import type { Subject } from '../model/subject.ts'
import { apiOf } from './api-lifecycle.ts'
import type { Cluster } from './cluster.ts'
import { objectSecrets } from './credentials.ts'
import { labelOf, resourceNameOf } from './pods.ts'

export function resourceSubject(cluster: Cluster, resource: Resource): Subject {
  const { object } = resource
  const name = resourceNameOf(resource)
  return {
    scope: 'resource',
    origin: resource.origin,
    file: resource.source.path,
    resource: name,
    container: undefined,
    workload: cluster.podsOf(resource)[0]?.label,
    label: labelOf(name),
    value: object,
    variables: {
      object,
      get namespaceObject() {
        return cluster.namespaceObject(resource)
      },
      get related() {
        return cluster.relatedTo(resource)
      },
      get secrets() {
        return objectSecrets(resource)
      },
      api: apiOf(resource),
    },
    variant: resource.kind,
    group: resource.group,
  }
}
