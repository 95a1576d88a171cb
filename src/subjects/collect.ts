import type { Sources } from '../model/sources.ts'
import type { Scope, Subject } from '../model/subject.ts'
import type { NamedBuilds } from './builds/built-images.ts'
import { Cluster, type SchemaErrors } from './cluster.ts'
import { componentSubjects } from './components.ts'
import { composeImageSubjects, composeSubjects } from './compose.ts'
import { configurationSubjects } from './configurations.ts'
import { type Declared, NOTHING_DECLARED } from './declared.ts'
import { dockerfileSubjects } from './dockerfile.ts'
import { kustomizationImageSubjects } from './kustomization-images.ts'
import { namespaceSubjects } from './namespace-subjects.ts'
import { containerSubjects, podImageSubjects, podSubject, volumeSubjects } from './pod-subjects.ts'
import { repositorySubject } from './repository.ts'
import { ResourceSubject } from './resource-subjects.ts'

/** The subjects of each wanted scope, in the order of their files. What `paths` leave out is none. */
export function collectSubjects(
  sources: Sources,
  wanted: ReadonlySet<Scope>,
  schemaErrors: SchemaErrors = () => [],
  images: NamedBuilds = new Map(),
  declared: Declared = NOTHING_DECLARED,
): ReadonlyMap<Scope, readonly Subject[]> {
  const cluster = new Cluster(sources, schemaErrors, images)
  const collectors: Partial<Record<Scope, () => readonly Subject[]>> = {
    resource: () => [
      ...[...cluster.subjects, ...cluster.definitions].map((resource) => new ResourceSubject(cluster, resource)),
      ...configurationSubjects(sources, cluster),
    ],
    pod: () => cluster.subjectPods.map((pod) => podSubject(cluster, pod)),
    container: () => cluster.subjectPods.flatMap((pod) => containerSubjects(cluster, pod)),
    volume: () => cluster.subjectPods.flatMap((pod) => volumeSubjects(cluster, pod)),
    image: () => [
      ...cluster.subjectPods.flatMap((pod) => podImageSubjects(cluster, pod)),
      ...kustomizationImageSubjects(sources),
      ...composeImageSubjects(sources),
      ...dockerfileSubjects(sources, 'image'),
    ],
    namespace: () => namespaceSubjects(cluster),
    component: () => componentSubjects(sources, cluster),
    dockerfile: () => dockerfileSubjects(sources, 'dockerfile'),
    'build-stage': () => dockerfileSubjects(sources, 'build-stage'),
    instruction: () => dockerfileSubjects(sources, 'instruction'),
    command: () => dockerfileSubjects(sources, 'command'),
    'compose-service': () => composeSubjects(sources),
    repository: () => [repositorySubject(sources, cluster, declared)],
  }
  const subjects = new Map<Scope, readonly Subject[]>()
  for (const scope of wanted) subjects.set(scope, collectors[scope]?.() ?? [])
  return subjects
}
