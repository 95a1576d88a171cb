import type { Resource } from '../../model/document.ts'
import { type Origin, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Subject } from '../../model/subject.ts'
import type { Cluster } from '../cluster.ts'
import { resourceNameOf } from '../pods/pods.ts'
import { relatedToNamespace } from '../related/to-namespace.ts'
import type { Fields } from '../values.ts'

/**
 * Each namespace that is declared, or that a workload or a claim is put into: only pods of its own namespace mount a claim. It stands where it
 * is declared, else at its first workload, else at its first claim.
 */
export function namespaceSubjects(cluster: Cluster): readonly Subject[] {
  const declared = cluster.subjects.filter((resource) => resource.kind === 'Namespace' && resource.group === '')
  const found = new Map<string, Resource>()
  for (const resource of declared) {
    for (const name of cluster.indexes.realms.namesOf(resource)) if (!found.has(name)) found.set(name, resource)
  }
  const claims = cluster.subjects.filter((resource) => resource.kind === 'PersistentVolumeClaim' && resource.group === '')
  for (const resource of [...cluster.subjectPods.map((pod) => pod.resource), ...claims]) {
    for (const name of cluster.indexes.realms.of(resource).namespaces) if (!found.has(name)) found.set(name, resource)
  }
  const objects = new Set(declared)
  return [...found].map(([name, resource]) => namespaceSubject(cluster, name, resource, objects.has(resource)))
}

function namespaceSubject(cluster: Cluster, name: string, resource: Resource, isDeclared: boolean): Subject {
  // A chart's objects go where its release goes; realms call that by the chart's folder.
  const isRelease = name.endsWith('/')
  const metadata = resource.origin.child('metadata')
  const place = (isDeclared ? undefined : metadata?.child('namespace')) ?? metadata?.child('name') ?? resource.origin
  let related: Fields | undefined
  return {
    scope: 'namespace',
    origin: place,
    file: resource.source.path,
    resource: isDeclared ? resourceNameOf(resource) : { apiVersion: 'v1', kind: 'Namespace', namespace: '', name: isRelease ? '' : name },
    container: undefined,
    workload: undefined,
    label: isRelease ? `namespace of the release of ${name.slice(0, -1)}` : `namespace ${name}`,
    value: resource.object,
    variables: {
      namespace: namespaceVariable(isRelease ? undefined : name, isDeclared ? resource : undefined, place),
      get related() {
        related ??= relatedToNamespace(cluster.indexes, { namespaces: [name], home: name, name: isRelease ? undefined : name })
        return related
      },
    },
    variant: 'Namespace',
    group: '',
  }
}

function namespaceVariable(name: string | undefined, declared: Resource | undefined, place: Origin): Fields {
  const namespace: Record<string, unknown> = { declared: declared !== undefined, ...(declared ? { object: declared.object } : {}) }
  const unsettled = new Unsettled('depends on the namespace that the templates are rendered for', place)
  const get = () => {
    if (name === undefined) throw unsettled
    return name
  }
  Object.defineProperty(namespace, 'name', { enumerable: true, get })
  const child = (key: string | number) => (key === 'name' ? place : undefined)
  return withOrigin(namespace, { source: place.source, span: place.span, key: place.key, child })
}
