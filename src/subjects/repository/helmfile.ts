import { posix } from 'node:path'
import { type Origin, originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { items, member, placeOf, text } from '../../source/values.ts'
import { parseYaml } from '../../source/yaml/parse.ts'

interface Release {
  readonly kind: 'helmfile'
  readonly name: string
  readonly url: string
  readonly version: string
  readonly locked: boolean
}

/** Releases of helmfiles whose charts come from a repository. */
export function helmfileReleases(sources: Sources, wanted: (path: string) => boolean): { release: Release; origin: Origin | undefined }[] {
  const files = sources.files.filter((path) => /(?:^|\/)(?:helmfile\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)$/.test(path) && wanted(path))
  return files.flatMap((path) => {
    const source = sources.sourceOf(path)
    if (!source) return []
    const locked = sources.has(posix.join(posix.dirname(path), 'helmfile.lock'))
    return parseYaml(source, { templated: false }).documents.flatMap(({ value }) =>
      items(value, 'releases').flatMap((item) => {
        const chart = text(item, 'chart')
        if (chart === undefined || /^\.{0,2}\//.test(chart)) return []
        const version = member(item, 'version')
        const release: Release = {
          kind: 'helmfile',
          name: chart.slice(chart.lastIndexOf('/') + 1),
          url: chart,
          version: version === undefined ? '' : String(version),
          locked,
        }
        return [{ release, origin: placeOf(item, 'version') ?? placeOf(item, 'chart') ?? originOf(item) }]
      }),
    )
  })
}
