import type { YamlDocument } from '../model/document.ts'
import type { Sources } from '../model/sources.ts'
import type { Subject } from '../model/subject.ts'
import { groupOf } from '../source/kinds.ts'
import { resourcesOf } from '../source/resource.ts'
import type { Cluster } from './cluster.ts'
import { CONFIGURATION, ResourceSubject } from './resource-subjects.ts'

/** What the API server is given as files: no objects of a cluster, so that only rules which name the kind judge them. */
const JUDGED: Readonly<Record<string, string>> = { EncryptionConfiguration: 'apiserver.config.k8s.io', Policy: 'audit.k8s.io' }

export function configurationSubjects(sources: Sources, cluster: Cluster): readonly Subject[] {
  return sources.documents
    .filter((document) => isJudged(document) && sources.isSubject(document.source.path))
    .flatMap((document) => [...resourcesOf(document, false)])
    .map((resource) => new ResourceSubject(cluster, resource, CONFIGURATION))
}

function isJudged({ kind, head }: YamlDocument): boolean {
  const own = head.kind ?? ''
  return kind === 'config' && Object.hasOwn(JUDGED, own) && JUDGED[own] === groupOf(head.apiVersion ?? '')
}
