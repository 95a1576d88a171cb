import type { YamlDocument } from '../../model/document.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import { type ImageReference, parseImage } from '../../source/image-reference.ts'
import { type Fields, leaf, mappingsAt, member, throwing } from '../values.ts'

/** What `images` of kustomizations put in place of the images that manifests name. */
export function kustomizationImageSubjects(sources: Sources): readonly Subject[] {
  const documents = sources.documents.filter(({ kind, source }) => kind === 'kustomization' && sources.isSubject(source.path))
  return documents.flatMap((document) => mappingsAt(document.value, 'images').flatMap((entry) => imageSubject(document, entry)))
}

function imageSubject(document: YamlDocument, entry: Fields): Subject[] {
  const replaced = ['newTag', 'digest', 'newName'].find((key) => member(entry, key) !== undefined)
  const origin = replaced === undefined ? undefined : originOf(entry)?.child(replaced)
  const name = scalarAt(entry, 'newName') ?? scalarAt(entry, 'name')
  if (!origin || name === undefined) return []
  const image = withOrigin(replacement(name, entry, origin), leaf(origin))
  return [
    {
      scope: 'image',
      origin,
      file: document.source.path,
      resource: undefined,
      container: undefined,
      workload: undefined,
      label: `image ${name} of the kustomization`,
      value: image,
      variables: { image },
      variant: 'kustomization',
      group: undefined,
    },
  ]
}

// `CONTAINER_IMAGES_TAG`: tags are written in lower case, what a pipeline looks for is not.
const PLACEHOLDER = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

function replacement(name: string, entry: Fields, origin: Origin): Fields {
  const tag = scalarAt(entry, 'newTag')
  const digest = scalarAt(entry, 'digest')
  if (tag !== undefined && digest === undefined && PLACEHOLDER.test(tag))
    return withoutTag(parseImage(name), `depends on ${tag}, which something else fills in`, origin)
  const image = parseImage(`${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`)
  if (tag ?? digest) return { ...image, stage: false }
  return withoutTag(image, 'depends on the tag in the manifests that the kustomization changes', origin)
}

function withoutTag({ reference, registry, repository, name, valid }: ImageReference, reason: string, origin: Origin): Fields {
  return throwing(new Unsettled(reason, origin), { reference, registry, repository, name, valid, stage: false }, ['tag', 'digest'])
}

// A tag such as 1.27 without quotes is a number; kustomize takes the text.
function scalarAt(entry: Fields, key: string): string | undefined {
  const value = member(entry, key)
  return ['string', 'number', 'bigint'].includes(typeof value) ? String(value) : undefined
}
