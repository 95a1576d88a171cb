import { posix } from 'node:path'
import type { Resource, YamlDocument } from '../../model/document.ts'
import { type Origin, originOf, Unsettled } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { readCi } from '../../source/ci/ci.ts'
import { items, member, placeOf, text, unsettledReason } from '../../source/values.ts'
import { kustomizedObjects } from '../kustomize/objects.ts'
import { helmfileReleases } from './helmfile.ts'
import { placed } from './places.ts'
import { terraformBlocks } from './terraform.ts'

/** Something outside the repository that its configuration brings in. */
export interface Reference {
  /** `kustomize-base`, `kustomize-chart`, `chart-dependency`, `helm-release`, `argo-chart`, `argo-git`, `git`, `oci`, `helmfile`, `terraform`, `kubectl`. */
  readonly kind: string
  /** The chart, or the last part of the address. */
  readonly name: string
  readonly url: string
  /** Tag, commit, version, range or branch; '' where none is given. */
  readonly version: string
  /** Whether a lock file beside it fixes the version. */
  readonly locked: boolean
}

/** `evidence`: without folders of examples and tests; `subjects`: what `paths` select. */
export function references(sources: Sources, purpose: 'evidence' | 'subjects'): readonly object[] {
  const wanted = purpose === 'evidence' ? sources.isEvidence : sources.isSubject
  const found: object[] = []
  const add: Add = (reference, origin) => {
    const name = reference.name ?? lastPart(reference.url)
    const item = placed({ locked: false, ...reference, name, label: `${reference.kind} ${name} ${reference.version}`.trim() }, origin)
    found.push(/\{\{|\$[{(]/.test(reference.version) ? generated(item, origin) : item)
  }
  for (const document of sources.documents) {
    if (!wanted(document.source.path)) continue
    if (document.kind === 'kustomization') kustomization(document, add)
    else if (document.kind === 'chart') chart(document, sources, add)
  }
  const kustomized = kustomizedObjects(sources)
  for (const resource of sources.resources) {
    if (!resource.patch && wanted(resource.source.path)) gitops(purpose === 'subjects' ? kustomized.of(resource) : resource, add)
  }
  for (const { release, origin } of helmfileReleases(sources, wanted)) add(release, origin)
  terraform(sources, add)
  kubectl(sources, add)
  return found
}

type Add = (reference: Omit<Reference, 'name' | 'locked'> & { name?: string; locked?: boolean }, origin: Origin | undefined) => void

// ApplicationSets, Flux substitutions, overlays and Terraform fill it in.
function generated(item: object, origin: Origin | undefined): object {
  const get = () => {
    throw new Unsettled('depends on a version that is filled in elsewhere', origin)
  }
  return Object.defineProperty(item, 'version', { get, enumerable: true })
}

function lastPart(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/(?:\.git)?\/*$/, '')
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path of a kustomization is an address: `https://…`, `github.com/o/r//path?ref=v1`, `git@…`. */
export function isRemote(path: string): boolean {
  return /^[a-z][a-z+.-]*:(?:\/\/|:)|^git@|^git::|[?&](?:ref|version)=|^(?:[\w-]+\.)+(?:com|org|io|net|dev|sh)\/[^/]+\/[^/]/i.test(path)
}

const IN_PATH = [
  /^https?:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/(?:heads|tags)\/)?([^/]+)\//,
  /\/releases\/download\/([^/]+)\//,
  /\/releases\/(latest)\//,
  /\/(?:blob|raw|tree|archive)\/(?:refs\/(?:heads|tags)\/)?([^/]+)(?:\/|$)/,
  /\/(v?\d+(?:\.\d+)+[\w.+-]*)(?:\/|$)/,
  /\/(latest|stable|main|master|HEAD)\//,
]

function versionIn(url: string): string {
  const query = /[?&](?:ref|version)=([^&#]*)/.exec(url)?.[1]
  if (query !== undefined) return query
  for (const pattern of IN_PATH) {
    const found = pattern.exec(url)?.[1]
    if (found !== undefined) return found
  }
  return ''
}

function kustomization({ value }: YamlDocument, add: Add): void {
  for (const key of ['resources', 'bases', 'components', 'crds', 'generators', 'transformers']) {
    for (const [index, path] of items(value, key).entries()) {
      if (typeof path === 'string' && !path.includes('\n') && isRemote(path))
        add({ kind: 'kustomize-base', url: path, version: versionIn(path) }, placeOf(value, key, index))
    }
  }
  for (const item of items(value, 'helmCharts')) {
    const repo = text(item, 'repo')
    if (repo !== undefined)
      add(
        { kind: 'kustomize-chart', name: text(item, 'name') ?? '', url: repo, version: version(item, 'version') },
        placeOf(item, 'version') ?? originOf(item),
      )
  }
}

function chart({ value, source }: YamlDocument, sources: Sources, add: Add): void {
  const folder = posix.dirname(source.path)
  const locked = ['Chart.lock', 'requirements.lock'].some((name) => sources.has(posix.join(folder, name)))
  for (const item of items(value, 'dependencies')) {
    const repository = text(item, 'repository') ?? ''
    if (repository === '' || repository.startsWith('file:')) continue
    add(
      { kind: 'chart-dependency', name: text(item, 'name') ?? '', url: repository, version: version(item, 'version'), locked },
      placeOf(item, 'version') ?? originOf(item),
    )
  }
}

function version(holder: unknown, key: string): string {
  if (unsettledReason(holder, key) !== undefined) return '$(overlay)'
  const found = member(holder, key)
  return found === undefined ? '' : String(found)
}

function gitops({ kind, group, object }: Resource, add: Add): void {
  if (kind === 'HelmRelease' && group === 'helm.toolkit.fluxcd.io') {
    const spec = member(object, 'spec', 'chart', 'spec')
    const name = text(spec, 'chart')
    const source = text(spec, 'sourceRef', 'kind')
    if (name !== undefined && source !== 'GitRepository')
      add(
        { kind: 'helm-release', name, url: text(spec, 'sourceRef', 'name') ?? '', version: version(spec, 'version') },
        placeOf(spec, 'version') ?? placeOf(spec, 'chart'),
      )
  } else if (kind === 'HelmChart' && group === 'helm.cattle.io') {
    const spec = member(object, 'spec')
    if (text(spec, 'chart'))
      add(
        {
          kind: 'helm-release',
          name: lastPart(text(spec, 'chart') ?? ''),
          url: text(spec, 'repo') ?? '',
          version: version(spec, 'version'),
        },
        placeOf(spec, 'version') ?? placeOf(spec, 'chart'),
      )
  } else if (group === 'source.toolkit.fluxcd.io') fluxSource(kind, object, add)
  else if (group === 'argoproj.io' && (kind === 'Application' || kind === 'ApplicationSet')) argo(member(object, 'spec'), add)
}

function fluxSource(kind: string, object: unknown, add: Add): void {
  const spec = member(object, 'spec')
  const url = text(spec, 'url')
  if (url === undefined) return
  const ref = member(spec, 'ref')
  const exact = ['digest', 'commit', 'tag', 'semver', 'name'].map((key) => version(ref, key)).find((found) => found !== '')
  const place = placeOf(spec, 'ref') ?? placeOf(spec, 'url')
  if (kind === 'OCIRepository') add({ kind: 'oci', url, version: exact ?? '' }, place)
  // A branch is followed on purpose: GitOps. Who may write to it is another control's question.
  if (kind === 'GitRepository') add({ kind: 'git', url, version: exact ?? version(ref, 'branch') }, place)
}

function argo(spec: unknown, add: Add): void {
  const application = member(spec, 'template', 'spec') ?? spec
  for (const source of [member(application, 'source'), ...items(application, 'sources')]) {
    const url = text(source, 'repoURL')
    if (url === undefined) continue
    const name = text(source, 'chart')
    const revision = version(source, 'targetRevision')
    const place = placeOf(source, 'targetRevision') ?? placeOf(source, 'repoURL')
    if (name === undefined) add({ kind: 'argo-git', url, version: revision }, place)
    else add({ kind: 'argo-chart', name, url, version: revision }, place)
  }
}

function terraform(sources: Sources, add: Add): void {
  for (const block of terraformBlocks(sources)) {
    if (text(block, 'type') !== 'helm_release') continue
    const body = text(block, 'text') ?? ''
    const value = (name: string) => new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*"([^"\\n]{0,300})"`, 'm').exec(body)?.[1] ?? ''
    const variable = /^[ \t]*version[ \t]*=[ \t]*[^"\s]/m.test(body)
    add(
      { kind: 'terraform', name: lastPart(value('chart')), url: value('repository'), version: value('version'), locked: variable },
      originOf(block),
    )
  }
}

function kubectl(sources: Sources, add: Add): void {
  for (const command of readCi(sources).commands) {
    if (command.name !== 'kubectl' || !/^(?:apply|create|replace)$/.test(command.subcommand)) continue
    for (const word of command.arguments) {
      const url = word.replace(/^(?:-f|--filename)=?/, '')
      if (/^https:\/\//.test(url) && !url.includes('$')) add({ kind: 'kubectl', url, version: versionIn(url) }, originOf(command))
    }
  }
}
