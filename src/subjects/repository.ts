import type { Resource, YamlDocument } from '../model/document.ts'
import { withOrigin } from '../model/origin.ts'
import type { Sources } from '../model/sources.ts'
import type { Subject } from '../model/subject.ts'
import { readCi } from '../source/ci.ts'
import { preCommitHooks } from '../source/ci-scripts.ts'
import { composeServices } from '../source/compose.ts'
import { settledCopy, text } from '../source/values.ts'
import type { Cluster } from './cluster.ts'
import { usedActions } from './repository-actions.ts'
import { credentialFiles } from './repository-credentials.ts'
import { fileReferences } from './repository-files.ts'
import { repositoryImages } from './repository-images.ts'
import { fileItem, placed } from './repository-places.ts'
import { references } from './repository-references.ts'
import { terraformBlocks } from './repository-terraform.ts'

/** The target as a whole. Everything is read when an expression asks for it. */
export function repositorySubject(sources: Sources, cluster: Cluster): Subject {
  return {
    scope: 'repository',
    origin: undefined,
    file: '.',
    resource: undefined,
    container: undefined,
    workload: undefined,
    label: 'the repository',
    value: undefined,
    variables: { repository: lazily(facts(sources, cluster)) },
    variant: 'repository',
    group: undefined,
  }
}

type Facts = Readonly<Record<string, () => unknown>>

/** Lists of what proves a practice hold nothing from folders of examples, tests and vendored code; lists of what can be wrong hold what `paths` select. */
function facts(sources: Sources, cluster: Cluster): Facts {
  const proof = <T extends { source: { path: string } }>(all: readonly T[]) => all.filter(({ source }) => sources.isEvidence(source.path))
  const documents = (kind: YamlDocument['kind']) => proof(sources.documents).filter((document) => document.kind === kind)
  const services = () => composeServices(sources).filter(({ file }) => sources.isEvidence(file))
  const workloads = () => cluster.subjectPods.length > 0 || sources.documents.some(isWorkloadFile)
  return {
    resources: () =>
      proof(sources.resources)
        .filter(({ patch }) => !patch)
        .map(resourceItem),
    pods: () =>
      proof(sources.resources)
        .filter(({ patch }) => !patch)
        .flatMap((resource) => podItems(resource, cluster)),
    secretUses: () => secretUses(proof(sources.resources), cluster),
    images: () => repositoryImages(sources, cluster),
    dockerfiles: () => proof(sources.dockerfiles).map(({ source }) => fileItem(source.path, source)),
    services: () => services().map(({ service }) => settledCopy(service)),
    files: () => sources.files.filter((path) => sources.isEvidence(path)).map((path) => fileItem(path)),
    kustomizations: () => documents('kustomization').map(documentItem),
    charts: () => documents('chart').map(documentItem),
    configurations: () => documents('config').map(documentItem),
    workflows: () => sources.workflows.map(documentItem),
    ci: () => readCi(sources),
    hooks: () =>
      preCommitHooks('.', sources).map(({ name, arguments: words, origin }) =>
        placed({ name, arguments: words, label: `pre-commit hook ${name}` }, origin),
      ),
    references: () => references(sources, 'evidence'),
    remoteReferences: () => references(sources, 'subjects'),
    terraform: () => terraformBlocks(sources),
    actions: () => usedActions(sources),
    fileReferences: () => fileReferences(sources),
    credentialFiles: () => credentialFiles(sources),
    manifests: () =>
      sources.manifests.filter(({ source }) => sources.isSubject(source.path)).map(({ source }) => fileItem(source.path, source)),
    hasWorkloads: workloads,
    buildsImages: () => sources.dockerfiles.some(({ source }) => sources.isSubject(source.path)),
    handlesImages: () => workloads() || sources.dockerfiles.some(({ source }) => sources.isSubject(source.path)),
  }

  function isWorkloadFile({ kind, source }: YamlDocument): boolean {
    return (kind === 'chart' || kind === 'compose') && sources.isSubject(source.path)
  }
}

function lazily(facts: Facts): object {
  const subject = {}
  for (const [name, make] of Object.entries(facts)) {
    let made: { value: unknown } | undefined
    const get = () => {
      made ??= { value: make() }
      return made.value
    }
    Object.defineProperty(subject, name, { get, enumerable: true, configurable: true })
  }
  return subject
}

function resourceItem(resource: Resource): object {
  const { apiVersion, kind, group, name, namespace, source } = resource
  const item = { apiVersion, kind, group, name, namespace: namespace ?? '', file: source.path, label: `${kind} ${name}` }
  Object.defineProperty(item, 'object', { get: () => settledCopy(resource.object), enumerable: true })
  const origin = resource.origin.child('kind') ?? resource.origin
  return withOrigin(item, origin)
}

function podItems(resource: Resource, cluster: Cluster): { readonly spec: unknown }[] {
  const { kind, group, name } = resource
  return cluster.podsOf(resource).map((pod) => {
    const item = { kind, group, name, spec: settledCopy(pod.spec), metadata: settledCopy(pod.metadata), label: `pod of ${kind} ${name}` }
    return withOrigin(item, pod.origin)
  })
}

/** Secrets, and pods that take one in. */
function secretUses(resources: readonly Resource[], cluster: Cluster): object[] {
  return resources.flatMap((resource) => {
    if (resource.patch) return []
    if (resource.kind === 'Secret' && resource.group === '') return [resourceItem(resource)]
    return podItems(resource, cluster).filter(({ spec }) =>
      TAKES_SECRET.test(JSON.stringify(spec, (_, value) => (typeof value === 'bigint' ? Number(value) : value))),
    )
  })
}

const TAKES_SECRET = /"(?:secretKeyRef|secretRef|secretName)":|"secret":\{/

function documentItem(document: YamlDocument): object {
  const { source, origin } = document
  const item = {
    file: source.path,
    name: text(document.value, 'name') ?? text(document.value, 'metadata', 'name') ?? '',
    kind: document.head.kind ?? '',
    label: source.path,
  }
  Object.defineProperty(item, 'object', { get: () => settledCopy(document.value) ?? {}, enumerable: true })
  return withOrigin(item, origin)
}
