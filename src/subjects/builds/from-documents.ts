import { posix } from 'node:path'
import type { YamlDocument } from '../../model/document.ts'
import type { Sources } from '../../model/sources.ts'
import { composeServices } from '../../source/compose/compose.ts'
import { parseImage } from '../../source/image-reference.ts'
import { items, mapping, member, text } from '../../source/values.ts'
import { isRemote } from '../repository/references.ts'
import { type AddBuild, dockerfileIn } from './build.ts'

/** Services with both `build` and `image`: the image is then the name of what is built. */
export function composeBuilds(sources: Sources, add: AddBuild): void {
  for (const { name, file, service } of composeServices(sources)) {
    const image = text(service, 'image')
    const build = member(service, 'build')
    const context = text(build, 'context') ?? '.'
    if (image === undefined || !mapping(build) || member(build, 'dockerfile_inline') !== undefined || isRemote(context)) continue
    const common = { target: text(build, 'target'), file, by: `service ${name} of ${file}`, rank: 2 as const }
    const dockerfile = dockerfileIn(posix.dirname(file), context, text(build, 'dockerfile'))
    for (const tag of [image, ...items(build, 'tags')]) if (typeof tag === 'string') add(tag, { ...common, dockerfile })
  }
}

/** The artifacts of skaffold that docker or kaniko builds. */
export function skaffoldBuilds(documents: readonly YamlDocument[], add: AddBuild): void {
  for (const { kind, value, source } of documents) {
    if (kind !== 'config' || !text(value, 'apiVersion')?.startsWith('skaffold/')) continue
    for (const artifact of items(value, 'build', 'artifacts')) {
      const image = text(artifact, 'image')
      if (image === undefined || OTHER_BUILDERS.some((name) => member(artifact, name) !== undefined)) continue
      const builder = member(artifact, 'docker') ?? member(artifact, 'kaniko')
      const dockerfile = dockerfileIn(posix.dirname(source.path), text(artifact, 'context') ?? '.', text(builder, 'dockerfile'))
      add(image, { dockerfile, target: text(builder, 'target'), file: source.path, by: `artifact of ${source.path}`, rank: 1 })
    }
  }
}

const OTHER_BUILDERS = ['bazel', 'buildpacks', 'custom', 'jib', 'ko']

/** By the name that manifests write: the names that kustomizations put in its place. All normalised. */
export function newNames(documents: readonly YamlDocument[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { kind, value } of documents) {
    if (kind !== 'kustomization') continue
    for (const entry of items(value, 'images')) {
      const [name = '', newName = ''] = [text(entry, 'name'), text(entry, 'newName')].map((one) => parseImage(one ?? '').name)
      if (name !== '' && newName !== '') names.set(name, [...(names.get(name) ?? []), newName])
    }
  }
  return names
}
