import type { Resource, YamlDocument } from '../../model/document.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { readCi } from '../../source/ci/ci.ts'
import { preCommitHooks } from '../../source/ci/scripts.ts'
import { composeServices } from '../../source/compose/compose.ts'
import { buildsWithoutDockerfile } from '../builds/without-dockerfile.ts'
import type { Cluster } from '../cluster.ts'
import type { Declared } from '../declared.ts'
import { usedActions } from './actions.ts'
import { credentialFiles } from './credentials.ts'
import { deliveries } from './deliveries.ts'
import { fileReferences } from './files.ts'
import { repositoryImages } from './images.ts'
import { documentItem, hookItem, podItems, readableFile, resourceItem, serviceItem } from './items.ts'
import { pipelineLogins } from './logins.ts'
import { networkPlugins } from './networks.ts'
import { ownership } from './ownership.ts'
import { fileItem, lazy } from './places.ts'
import { references } from './references.ts'
import { secretUses } from './secret-uses.ts'
import { repositorySettings } from './settings.ts'
import { terraformBlocks } from './terraform.ts'
import { trustedWorkflows } from './untrusted.ts'
import { clusterVersions } from './versions.ts'

/** The target as a whole. Everything is read when an expression asks for it. */
export function repositorySubject(sources: Sources, cluster: Cluster, declared: Declared): Subject {
  const rest = { ...suspects(sources, cluster), ...needs(sources, cluster), ...declared }
  const repository = lazily({ ...proofs(sources, cluster), ...rest })
  const apart: Sources = { ...sources, isEvidence: (path) => !sources.isEvidence(path) }
  const uncounted = remember(() => {
    if (sources.files.every(sources.isEvidence)) return undefined
    const shared = ['ci', 'hooks', 'workflows', 'references', 'terraform'] as const
    const counted = Object.fromEntries(shared.map((name) => [name, () => Reflect.get(repository, name) as unknown]))
    return { repository: lazily({ ...proofs(apart, cluster), ...rest, ...counted }) }
  })
  return {
    scope: 'repository',
    origin: undefined,
    file: '.',
    resource: undefined,
    container: undefined,
    workload: undefined,
    label: 'the repository',
    value: undefined,
    variables: { repository },
    uncounted,
    variant: 'repository',
    group: undefined,
  }
}

/** Objects, each with whether something delivers it. */
function deliverable(resources: readonly Resource[], sources: Sources): object[] {
  let isDelivered: ((path: string) => boolean) | undefined
  return resources.map((resource) =>
    lazy(resourceItem(resource), 'delivered', () => {
      isDelivered ??= deliveries(sources)
      return isDelivered(resource.source.path)
    }),
  )
}

type Facts = Readonly<Record<string, () => unknown>>

/** What GitHub itself looks for in `docs/`. */
const IN_DOCS = /^docs\/(?:SECURITY|CODEOWNERS)[^/]*$/

/** What proves a practice: nothing from folders of examples, tests, documentation and vendored code. */
function proofs(sources: Sources, cluster: Cluster): Facts {
  const proof = <T extends { source: { path: string } }>(all: readonly T[]) => all.filter(({ source }) => sources.isEvidence(source.path))
  const resources = () => proof(sources.resources).filter(({ patch }) => !patch)
  const documents = (kind: YamlDocument['kind']) => () =>
    proof(sources.documents)
      .filter((document) => document.kind === kind)
      .map(documentItem)
  const services = () => composeServices(sources).filter(({ file }) => sources.isEvidence(file))
  return {
    resources: () => deliverable(resources(), sources),
    pods: () => resources().flatMap((resource) => podItems(resource, cluster)),
    namespaces: () =>
      [
        ...new Set(resources().flatMap((resource) => (cluster.podsOf(resource).length > 0 ? [resource.namespace ?? 'default'] : []))),
      ].sort(),
    secretUses: () => secretUses(resources(), cluster),
    images: () => repositoryImages(sources, cluster),
    dockerfiles: () => proof(sources.dockerfiles).map(({ source }) => fileItem(source.path, source)),
    services: () => services().map(serviceItem),
    files: () => sources.files.filter((path) => sources.isEvidence(path) || IN_DOCS.test(path)).map((path) => readableFile(path, sources)),
    kustomizations: documents('kustomization'),
    charts: documents('chart'),
    configurations: documents('config'),
    workflows: () => sources.workflows.map(documentItem),
    ci: () => readCi(sources),
    hooks: () => preCommitHooks('.', sources).map(hookItem),
    references: () => references(sources, 'evidence'),
    terraform: () => terraformBlocks(sources),
    settings: () => repositorySettings(sources),
  }
}

/** What can be wrong, of the files that `paths` select. */
function suspects(sources: Sources, cluster: Cluster): Facts {
  let found: readonly object[] | undefined
  const remote = () => {
    found ??= references(sources, 'subjects')
    return found
  }
  const manifests = () => sources.manifests.filter(({ source }) => sources.isSubject(source.path))
  return {
    ownership: () => ownership(sources),
    manifests: () => manifests().map(({ source }) => fileItem(source.path, source)),
    remoteReferences: remote,
    fileReferences: () => fileReferences(sources),
    credentialFiles: () => credentialFiles(sources),
    actions: () => usedActions(sources),
    clusterVersions: () => clusterVersions(sources),
    networkPlugins: () => networkPlugins(sources, cluster, remote()),
    logins: () => pipelineLogins(sources),
    privileged: () => trustedWorkflows(sources),
  }
}

/** Whether the target has what a practice is about. */
function needs(sources: Sources, cluster: Cluster): Facts {
  const carries = ({ kind, source }: YamlDocument) => (kind === 'chart' || kind === 'compose') && sources.isSubject(source.path)
  const hasWorkloads = () => cluster.subjects.length > 0 || sources.documents.some(carries)
  const buildsImages = () => sources.dockerfiles.some(({ source }) => sources.isSubject(source.path)) || buildsWithoutDockerfile(sources)
  return { hasWorkloads, buildsImages, handlesImages: () => hasWorkloads() || buildsImages() }
}

function remember<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function lazily(facts: Facts | (Facts & Declared)): object {
  const subject = {}
  for (const [name, make] of Object.entries(facts)) lazy(subject, name, make)
  return subject
}
