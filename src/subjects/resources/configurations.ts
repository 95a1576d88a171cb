import type { Resource, YamlDocument } from '../../model/document.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { groupOf } from '../../source/kinds.ts'
import { resourcesOf } from '../../source/resource.ts'
import type { Cluster } from '../cluster.ts'
import { type Fields, isMapping, mappingsAt, member } from '../values.ts'
import { CONFIGURATION, ResourceSubject } from './subjects.ts'

/** What the API server is given as files: no objects of a cluster, so that only rules which name the kind judge them. */
const JUDGED: Readonly<Record<string, string>> = { EncryptionConfiguration: 'apiserver.config.k8s.io', Policy: 'audit.k8s.io' }

export function configurationSubjects(sources: Sources, cluster: Cluster): readonly Subject[] {
  const documents = sources.documents.filter((document) => sources.isSubject(document.source.path))
  const resources = documents.flatMap((document) => (isJudged(document) ? [...resourcesOf(document, false)] : generator(document)))
  return resources.map((resource) => new ResourceSubject(cluster, resource, CONFIGURATION))
}

/** A kustomization in which Secrets are written, which may leave out its kind. */
function generator({ kind, value, source, origin }: YamlDocument): readonly Resource[] {
  if (kind !== 'kustomization' || !isMapping(value)) return []
  if (!mappingsAt(value, 'secretGenerator').some((entry) => member(entry, 'literals') !== undefined)) return []
  const object: Fields = Object.defineProperties({ metadata: {} }, Object.getOwnPropertyDescriptors(value))
  const head = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', group: 'kustomize.config.k8s.io' }
  return [{ ...head, namespace: undefined, name: '', object, source, origin, templated: false, patch: false }]
}

function isJudged({ kind, head }: YamlDocument): boolean {
  const own = head.kind ?? ''
  return kind === 'config' && Object.hasOwn(JUDGED, own) && JUDGED[own] === groupOf(head.apiVersion ?? '')
}
