import { type Origin, originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { composeServices } from '../../source/compose/compose.ts'
import { parseImage } from '../../source/image-reference.ts'
import { items, member, text } from '../../source/values.ts'
import type { Cluster } from '../cluster.ts'
import { placed } from './places.ts'

/** Every image that is named and settled, with where: `from` (pod, compose, dockerfile, kustomization) and the object's `kind`. */
export function repositoryImages(sources: Sources, cluster: Cluster): readonly object[] {
  const found: object[] = []
  const add = (reference: string | undefined, from: string, kind: string, origin: Origin | undefined) => {
    if (reference !== undefined && reference !== '' && !reference.includes('$'))
      found.push(placed({ ...parseImage(reference), from, kind, label: `image ${reference}` }, origin))
  }
  for (const resource of sources.resources) {
    if (resource.patch || !sources.isEvidence(resource.source.path)) continue
    for (const pod of cluster.podsOf(resource)) {
      for (const { value } of pod.containers()) add(text(value, 'image'), 'pod', resource.kind, originOf(value)?.child('image'))
    }
  }
  for (const { file, service } of composeServices(sources)) {
    if (sources.isEvidence(file)) add(text(service, 'image'), 'compose', 'service', originOf(service)?.child('image'))
  }
  for (const { source, stages } of sources.dockerfiles) {
    if (!sources.isEvidence(source.path)) continue
    for (const { base, parent } of stages) {
      const origin = { source, span: base.word.span, key: base.word.span, child: () => undefined }
      if (!parent && base.reason === '') add(base.value, 'dockerfile', 'FROM', origin)
    }
  }
  for (const { kind, value, source } of sources.documents) {
    if (kind !== 'kustomization' || !sources.isEvidence(source.path)) continue
    for (const image of items(value, 'images'))
      add(kustomized(image), 'kustomization', 'Kustomization', originOf(image)?.child('newName') ?? originOf(image))
  }
  return found
}

function kustomized(image: unknown): string | undefined {
  const name = text(image, 'newName') ?? text(image, 'name')
  const tag = member(image, 'newTag')
  const digest = text(image, 'digest')
  return name && `${name}${tag === undefined ? '' : `:${String(tag)}`}${digest === undefined ? '' : `@${digest}`}`
}
