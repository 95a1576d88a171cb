import { posix } from 'node:path'
import type { CiCommand } from '../../model/ci.ts'
import type { Sources } from '../../model/sources.ts'
import { staticPrefix } from '../../source/globs.ts'
import { items, listOf, member, text } from '../../source/values.ts'
import { parseYaml } from '../../source/yaml/parse.ts'

/** Files and folders that a tool deploys which is told them by a file of its own. */
export function toldPaths(command: CiCommand, sources: Sources): readonly string[] {
  // `*.yaml` of the root is not all that lies below it.
  return pathsOf(command, sources).filter((path) => path !== '.')
}

function pathsOf(command: CiCommand, sources: Sources): readonly string[] {
  const { name, folder, flags } = command
  const file = flags['-f'] || flags['--filename'] || flags['--file']
  if (name === 'skaffold') return skaffold(posix.join(folder, file ?? 'skaffold.yaml'), sources, new Set())
  if (name === 'helmfile') return helmfile(posix.join(folder, file ?? 'helmfile.yaml'), sources)
  return name === 'kluctl' ? [posix.join(folder, flags['--project-dir'] ?? '.')] : []
}

function documentsOf(path: string, sources: Sources): readonly unknown[] {
  const source = sources.has(path) ? sources.sourceOf(path) : undefined
  return source ? parseYaml(source, { templated: false, schema: 'core' }).documents.map(({ value }) => value) : []
}

function skaffold(path: string, sources: Sources, seen: Set<string>): string[] {
  if (seen.has(path)) return []
  seen.add(path)
  const folder = posix.dirname(path)
  return documentsOf(path, sources).flatMap((value) => {
    const parts = [value, ...items(value, 'profiles')].flatMap((one) => [member(one, 'manifests'), member(one, 'deploy')])
    const required = items(value, 'requires').flatMap((one) => {
      const below = text(one, 'path')
      return below === undefined ? [] : skaffold(configIn(posix.join(folder, below)), sources, seen)
    })
    const told = parts.flatMap(deployed).filter((one) => typeof one === 'string')
    return [...told.map((one) => posix.join(folder, staticPrefix(one))), ...required]
  })
}

function configIn(path: string): string {
  return /\.ya?ml$/.test(path) ? path : posix.join(path, 'skaffold.yaml')
}

// Of skaffold/v3 on the first, before it the others.
function deployed(part: unknown): readonly unknown[] {
  return [
    ...items(part, 'rawYaml'),
    ...items(part, 'kubectl', 'manifests'),
    ...items(part, 'kustomize', 'paths'),
    ...listOf(member(part, 'kustomize', 'path')),
    ...items(part, 'helm', 'releases').map((release) => member(release, 'chartPath')),
  ]
}

function helmfile(path: string, sources: Sources): string[] {
  const folder = posix.dirname(path)
  const charts = documentsOf(path, sources).flatMap((value) => items(value, 'releases').map((release) => text(release, 'chart')))
  return charts.flatMap((chart) => (chart !== undefined && /^\.{1,2}\//.test(chart) ? [posix.join(folder, chart)] : []))
}
