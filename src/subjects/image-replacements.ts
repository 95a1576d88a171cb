import type { YamlDocument } from '../model/document.ts'
import { type Fields, mappingsAt, member, textAt } from './values.ts'

/** Who writes the tag of an image, as written, before the manifests are applied. */
export type ImageReplacements = (image: string) => string | undefined

/** Names of images for which something writes the tag, with who does. */
export function imageReplacements(documents: readonly YamlDocument[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const document of documents) {
    if (document.kind === 'kustomization') {
      for (const name of imagesWithTag(document)) found.set(name, 'a kustomization')
    } else if (document.kind === 'config' && textAt(document.value, 'apiVersion')?.startsWith('skaffold/')) {
      for (const artifact of mappingsAt(document.value, 'build', 'artifacts')) found.set(textAt(artifact, 'image') ?? '', 'skaffold')
    }
  }
  return found
}

/** Names of the images whose tag or digest a kustomization writes, whatever tag they have where they stand. */
export function imagesWithTag(kustomization: YamlDocument): readonly string[] {
  return mappingsAt(kustomization.value, 'images')
    .filter(setsVersion)
    .map((entry) => textAt(entry, 'name') ?? '')
}

/** `registry:5000/web` of `registry:5000/web:1@sha256:…`. */
export function withoutTag(image: string): string {
  const [named = ''] = image.split('@', 1)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return colon < 0 ? named : named.slice(0, colon)
}

function setsVersion(entry: Fields): boolean {
  return member(entry, 'newTag') !== undefined || member(entry, 'digest') !== undefined
}
