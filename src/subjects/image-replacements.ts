import type { YamlDocument } from '../model/document.ts'
import { type Fields, mappingsAt, member, textAt } from './values.ts'

/** Names of images for which something else writes the tag before manifests are applied, with who does. */
export type ImageReplacements = ReadonlyMap<string, string>

export function imageReplacements(documents: readonly YamlDocument[]): ImageReplacements {
  const found = new Map<string, string>()
  for (const document of documents) {
    if (document.kind === 'kustomization') {
      for (const entry of mappingsAt(document.value, 'images'))
        if (setsVersion(entry)) found.set(textAt(entry, 'name') ?? '', 'a kustomization')
    } else if (document.kind === 'config' && textAt(document.value, 'apiVersion')?.startsWith('skaffold/')) {
      for (const artifact of mappingsAt(document.value, 'build', 'artifacts')) found.set(textAt(artifact, 'image') ?? '', 'skaffold')
    }
  }
  return found
}

function setsVersion(entry: Fields): boolean {
  return member(entry, 'newTag') !== undefined || member(entry, 'digest') !== undefined
}
