import { nearest } from '../errors.ts'
import type { Resource } from '../model/document.ts'
import { apiOf, goneSince } from '../subjects/resources/api-lifecycle.ts'
import type { Schemas } from './schemas.ts'
import type { Fault } from './shape.ts'

// Alpha and beta versions come and go, and a cluster may have switched one on that others never served.
const STABLE = /\/v\d+$/

/** A kind that one of Kubernetes' own API versions does not have. Versions that are served no longer are said elsewhere. */
export function unknownKind(resource: Resource, schemas: Schemas): readonly Fault[] {
  const { apiVersion, group, kind } = resource
  const since = schemas.servedSince(`${apiVersion}/${kind}`)
  if (since !== undefined) {
    const message = `${apiVersion} ${kind} is served since Kubernetes ${since}, and not by ${schemas.version}`
    return [{ kind: 'unsupported', path: ['apiVersion'], message, control: 'manifest-valid-against-schema' }]
  }
  const kinds = schemas.kinds().flatMap((name) => (name.startsWith(`${apiVersion}/`) ? [name.slice(apiVersion.length + 1)] : []))
  const known = schemas.kinds().filter((name) => name.startsWith(`${group}/`) && name.endsWith(`/${kind}`))
  if (known.length > 0 && STABLE.test(apiVersion) && !kinds.includes(kind)) return [unknownVersion(apiVersion, kind, known)]
  if (known.length > 0 || kinds.length === 0 || apiVersion === '' || kind === '') return []
  if (apiOf(resource).removed !== undefined) return []
  const gone = goneSince(group, kind)
  if (gone !== undefined && gone <= Number(schemas.version.split('.')[1])) return [goneKind(apiVersion, kind, gone)]
  const suggestion = nearest(kind, kinds)
  return [{ kind: 'unsupported', path: ['kind'], message: `${apiVersion} has no kind ${kind.slice(0, 80)}`, suggestion }]
}

function unknownVersion(apiVersion: string, kind: string, known: readonly string[]): Fault {
  const served = known.map((name) => name.slice(0, -kind.length - 1))
  const message = `${apiVersion} serves no ${kind}; write ${served.join(' or ')}`
  return { kind: 'unsupported', path: ['apiVersion'], message, control: 'manifest-valid-against-schema' }
}

function goneKind(apiVersion: string, kind: string, gone: number): Fault {
  const instead = kind === 'PodSecurityPolicy' ? ', whose work Pod Security admission does' : ''
  const message = `${apiVersion} has no kind ${kind}: since Kubernetes 1.${gone} there is none${instead}`
  return { kind: 'unsupported', path: ['kind'], message }
}
