import type { YamlDocument } from '../../model/document.ts'
import { type Fields, mappingsAt, member, textAt } from '../values.ts'

export type ImagePart = 'name' | 'tag'

/** Who writes parts of an image, as written, before the manifests are applied. */
export type ImageReplacements = (image: string) => { readonly by: string; readonly parts: readonly ImagePart[] } | undefined

/** Names of images for which something writes the tag, with who does. */
export function imageReplacements(documents: readonly YamlDocument[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const document of documents) {
    if (document.kind === 'kustomization') {
      for (const [name, parts] of kustomizedImages(document)) if (parts.includes('tag')) found.set(name, 'a kustomization')
    } else if (document.kind === 'config' && textAt(document.value, 'apiVersion')?.startsWith('skaffold/')) {
      for (const artifact of mappingsAt(document.value, 'build', 'artifacts')) found.set(textAt(artifact, 'image') ?? '', 'skaffold')
    }
  }
  return found
}

/** What a kustomization writes of images, by their names without tag, whatever tag they have where they stand; `*` is all. */
export function kustomizedImages(kustomization: YamlDocument): ReadonlyMap<string, readonly ImagePart[]> {
  return new Map(mappingsAt(kustomization.value, 'images').map((entry) => [textAt(entry, 'name') ?? '', partsOf(entry)]))
}

/** `registry:5000/web` of `registry:5000/web:1@sha256:…`. */
export function withoutTag(image: string): string {
  const [named = ''] = image.split('@', 1)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return colon < 0 ? named : named.slice(0, colon)
}

function partsOf(entry: Fields): readonly ImagePart[] {
  const sets = (key: string) => member(entry, key) !== undefined
  return [...(sets('newName') ? (['name'] as const) : []), ...(sets('newTag') || sets('digest') ? (['tag'] as const) : [])]
}
