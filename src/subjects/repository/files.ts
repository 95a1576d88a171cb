import { posix } from 'node:path'
import type { Resource, YamlDocument } from '../../model/document.ts'
import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { composeServices } from '../../source/compose/compose.ts'
import { ignoredBy } from '../../source/ignored.ts'
import { items, member, placeOf, text } from '../../source/values.ts'
import { copiedFiles } from './contexts.ts'
import { type AddFile, placed } from './places.ts'
import { isRemote } from './references.ts'

/**
 * Every path that a file gives and that has to be in the repository: `path` as written, `from` (what names it), `target` (relative to
 * the root), `exists`. What a .gitignore names is made by a build, and what has a sample beside it by whoever deploys: reading `exists` throws.
 */
export function fileReferences(sources: Sources): readonly object[] {
  const found: object[] = []
  const isIgnored = ignoredBy(sources)
  const add: AddFile = (from, folder, path, origin) => {
    if (typeof path !== 'string' || path === '' || path.includes('\n') || path.includes('${') || path.startsWith('~')) return
    // What lies outside the root, or is absolute, is not for these files to settle.
    const target = posix.join(folder, path).replace(/\/$/, '')
    if (path.startsWith('/') || target.startsWith('..')) return
    const item = { from, path, target: target || '.', label: `${path} (${from})` }
    const exists = sources.has(item.target)
    const made = exists ? '' : isIgnored(item.target) ? 'is named in .gitignore, so something makes it' : madeFrom(item.target, sources)
    const unsettled = made === '' ? undefined : new Unsettled(made, origin)
    const get = () => {
      if (unsettled) throw unsettled
      return exists
    }
    found.push(placed(Object.defineProperty(item, 'exists', { get, enumerable: true }), origin))
  }
  for (const document of sources.documents) {
    if (!sources.isSubject(document.source.path)) continue
    if (document.kind === 'kustomization') kustomization(document, add)
    else if (document.kind === 'chart') chart(document, add)
    else if (document.kind === 'compose') included(document, add)
  }
  for (const resource of sources.resources) if (!resource.patch && sources.isSubject(resource.source.path)) flux(resource, add)
  compose(sources, add)
  copiedFiles(sources, add)
  return found
}

const SAMPLES = ['example', 'sample', 'template', 'dist', 'default']

// `.env` beside `.env.example`, `env.example` or `example.env`; `web.env` beside `web.example.env`.
function madeFrom(target: string, sources: Sources): string {
  const { dir, base, name, ext } = posix.parse(target)
  const bare = base.replace(/^\./, '')
  const sample = SAMPLES.flatMap((word) => [
    `${base}.${word}`,
    `${bare}.${word}`,
    `${word}.${bare}`,
    `${word}${base}`,
    `${name}.${word}${ext}`,
  ])
    .map((file) => posix.join(dir, file))
    .find((file) => sources.has(file))
  return sample === undefined ? '' : `is made from ${sample} by whoever deploys`
}

function kustomization({ value, source }: YamlDocument, add: AddFile): void {
  const folder = posix.dirname(source.path)
  const local = (from: string, path: unknown, origin: Origin | undefined) => {
    if (typeof path === 'string' && !isRemote(path)) add(from, folder, path, origin)
  }
  for (const key of [
    'resources',
    'bases',
    'components',
    'crds',
    'configurations',
    'patchesStrategicMerge',
    'generators',
    'transformers',
    'validators',
  ]) {
    for (const [index, path] of items(value, key).entries()) local(`${key} of the kustomization`, path, placeOf(value, key, index))
  }
  for (const key of ['patches', 'patchesJson6902', 'replacements']) {
    for (const item of items(value, key)) local(`${key} of the kustomization`, text(item, 'path'), placeOf(item, 'path'))
  }
  for (const item of items(value, 'configMapGenerator')) {
    const from = 'configMapGenerator of the kustomization'
    for (const [index, file] of items(item, 'files').entries()) {
      // `key=path`, or a path whose last part is the key.
      if (typeof file === 'string') local(from, file.slice(file.indexOf('=') + 1), placeOf(item, 'files', index))
    }
    for (const [index, file] of items(item, 'envs').entries()) local(from, file, placeOf(item, 'envs', index))
    local(from, text(item, 'env'), placeOf(item, 'env'))
  }
  for (const item of items(value, 'helmCharts'))
    local('helmCharts of the kustomization', text(item, 'valuesFile'), placeOf(item, 'valuesFile'))
}

function chart({ value, source }: YamlDocument, add: AddFile): void {
  for (const item of items(value, 'dependencies')) {
    const repository = text(item, 'repository')
    if (repository?.startsWith('file://'))
      add('dependency of the chart', posix.dirname(source.path), repository.slice('file://'.length), placeOf(item, 'repository'))
  }
}

// `flux bootstrap` names the source of the repository that it lives in so.
function flux({ kind, group, object }: Resource, add: AddFile): void {
  if (kind !== 'Kustomization' || group !== 'kustomize.toolkit.fluxcd.io') return
  const spec = member(object, 'spec')
  const own = text(spec, 'sourceRef', 'kind') === 'GitRepository' && text(spec, 'sourceRef', 'name') === 'flux-system'
  const path = text(spec, 'path')
  if (own && path !== undefined) add('path of the Flux Kustomization', '.', path.replace(/^\/+/, ''), placeOf(spec, 'path'))
}

function included({ value, source }: YamlDocument, add: AddFile): void {
  const folder = posix.dirname(source.path)
  for (const [index, item] of items(value, 'include').entries()) {
    if (typeof item === 'string') localTo(add, 'include of the compose file', folder, item, placeOf(value, 'include', index))
    else localTo(add, 'include of the compose file', folder, text(item, 'path'), placeOf(item, 'path'))
  }
}

function localTo(add: AddFile, from: string, folder: string, path: string | undefined, origin: Origin | undefined): void {
  if (path !== undefined && !isRemote(path)) add(from, folder, path, origin)
}

function compose(sources: Sources, add: AddFile): void {
  for (const { file, service, name } of composeServices(sources)) {
    if (!sources.isSubject(file)) continue
    const folder = posix.dirname(file)
    const build = member(service, 'build')
    const context = text(build, 'context')
    if (context !== undefined && !isRemote(context)) {
      const place = placeOf(build, 'context') ?? placeOf(service, 'build')
      add(`build context of service ${name}`, folder, context, place)
      const own = member(build, 'dockerfile_inline') === undefined && !context.includes('${')
      const dockerfile = text(build, 'dockerfile')
      if (own && dockerfile !== undefined)
        add(`dockerfile of service ${name}`, posix.join(folder, context), dockerfile, placeOf(build, 'dockerfile'))
    }
    environmentFiles(service, name, folder, add)
  }
}

function environmentFiles(service: unknown, name: string, folder: string, add: AddFile): void {
  const from = `env_file of service ${name}`
  add(from, folder, text(service, 'env_file'), placeOf(service, 'env_file'))
  for (const [index, item] of items(service, 'env_file').entries()) {
    if (typeof item === 'string') add(from, folder, item, placeOf(service, 'env_file', index))
    else if (member(item, 'required') !== false) add(from, folder, text(item, 'path'), placeOf(item, 'path') ?? originOf(item))
  }
}
