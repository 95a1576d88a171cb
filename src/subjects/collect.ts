import type { Sources } from '../model/sources.ts'
import type { Scope, Subject } from '../model/subject.ts'
import type { NamedBuilds } from './builds/built-images.ts'
import { Cluster, type SchemaErrors } from './cluster.ts'
import { componentSubjects } from './components/subjects.ts'
import { composeImageSubjects, composeSubjects } from './compose/subjects.ts'
import { type Declared, NOTHING_DECLARED } from './declared.ts'
import { dockerfileSubjects } from './dockerfile/subjects.ts'
import { kustomizationImageSubjects } from './kustomize/images.ts'
import { containerSubjects, podImageSubjects, podSubject, volumeSubjects } from './pods/subjects.ts'
import { repositorySubject } from './repository/subjects.ts'
import { configurationSubjects } from './resources/configurations.ts'
import { namespaceSubjects } from './resources/namespaces.ts'
import { ResourceSubject } from './resources/subjects.ts'

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
