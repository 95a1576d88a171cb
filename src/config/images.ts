import type { Mistake } from '../errors.ts'
import type { Tree } from '../model/document.ts'
import type { Layer } from './layers.ts'
import type { Config } from './schema.ts'
import type { ImageSource } from './settings.ts'

export function toImages(images: Config['images']): ReadonlyMap<string, ImageSource> {
  return new Map(Object.entries(images ?? {}).map(([name, one]) => [name, typeof one === 'string' ? { dockerfile: one } : one]))
}

/** Names that carry a tag or a digest, and Dockerfiles that are not there. */
export function imageMistakes({ yaml, config, pinned }: Layer, tree: Tree): readonly Mistake[] {
  return [...toImages(config?.images)].flatMap(([name, { dockerfile }]) => {
    const place = yaml.place(['images', name])
    if (/@|:[^/]*$/.test(name)) return [{ ...place, message: `images.${name}: the name of an image, without tag and digest` }]
    // What is shared by many repositories may name what only some of them have.
    if (pinned || tree.has(dockerfile)) return []
    return [{ ...place, message: `images.${name}: there is no file ${dockerfile}` }]
  })
}
