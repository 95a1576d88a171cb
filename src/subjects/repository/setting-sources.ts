import type { Resource } from '../../model/document.ts'
import { originOf } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { type Script, scriptOf } from '../../source/ci/script.ts'
import { entries, items, mapping, member, text } from '../../source/values.ts'

/** A piece of configuration: a text to be parsed, or a value that is there already. */
export interface Text {
  readonly file: string
  readonly name: string
  readonly script?: Script | undefined
  readonly value?: unknown
}

const BIGGEST = 256 * 1024
const MOST_FILES = 1000

/** Files that configure a tool, by their names: what else lies around is not opened. */
const NAMES = new RegExp(
  [
    '^\\.maturity-gate\\.ya?ml$',
    // Values of charts.
    '^values([.-][\\w.-]+)?\\.ya?ml$|^[\\w.-]+[.-]values\\.ya?ml$',
    // Alerting, and rules of sensors.
    'alertmanager[\\w.-]*\\.(ya?ml|tmpl)$|(^|[-_.])(rules?|alerts?|alerting)([-_.][\\w.-]+)?\\.ya?ml$|^falco[\\w.-]*\\.ya?ml$|^(prometheus|loki|karma|contact-points|contactpoints)[\\w.-]*\\.ya?ml$',
    // Owners.
    '^(catalog-info|cortex|opslevel|service\\.datadog|compass|score|port|pagerduty|helmfile)\\.ya?ml$|^\\.?(pullapprove|policy)\\.ya?ml$|^OWNERS$',
    // Updates.
    '^dependabot\\.ya?ml$|^\\.?renovate(rc)?(\\.json5?)?$|^updatecli[\\w.-]*\\.ya?ml$|^\\.(snyk|whitesource|depfu\\.yml)$',
    // Clusters.
    '^daemon\\.json$|^(k3s|rke2|rke|cluster|kubeadm|talos|controlplane|kops|k0s|k0sctl|eksctl|machineconfig)[\\w.-]*\\.ya?ml$|^dex[\\w.-]*\\.ya?ml$',
    '^(fluent-?bit|fluentd|vector|promtail|otel[\\w-]*|filebeat|alloy)[\\w.-]*\\.ya?ml$',
  ].join('|'),
  'i',
)

export function settingSources(sources: Sources): readonly Text[] {
  return [...files(sources), ...embedded(sources), ...values(sources), ...configurations(sources)]
}

function files(sources: Sources): Text[] {
  // What is an object, a kustomization or the like says so itself.
  const known = new Set(sources.documents.map(({ source }) => source.path))
  const wanted = sources.files.filter(
    (path) => !known.has(path) && NAMES.test(path.slice(path.lastIndexOf('/') + 1)) && sources.isEvidence(path),
  )
  return wanted.slice(0, MOST_FILES).flatMap((path) => {
    const source = sources.sourceOf(path)
    if (!source || source.text.length > BIGGEST) return []
    // JSON5 has comments that YAML does not know; each keeps its length.
    const bare = /\.json5?$|rc$/.test(path) ? source.text.replace(/^[ \t]*\/\/.*$/gm, (line) => ' '.repeat(line.length)) : source.text
    return [
      {
        file: path,
        name: path.slice(path.lastIndexOf('/') + 1),
        script: { text: bare, at: (offset: number) => offset, source, folder: '.' },
      },
    ]
  })
}

const UNREAD = /\.(?:json|sh|py|lua|js|html?|css|md|txt|pem|crt|key|sql|go|tmpl|tpl|properties|xml|png|svg)$/

/** What ConfigMaps and Secrets hold as text. */
function embedded(sources: Sources): Text[] {
  return ours(sources).flatMap(({ kind, group, object, source }) => {
    if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret')) return []
    return ['data', 'stringData'].flatMap((key) =>
      entries(object, key).flatMap(([name, written]) => {
        if (typeof written !== 'string' || written.length > BIGGEST || UNREAD.test(name)) return []
        if (kind === 'Secret' && key === 'data') return decoded(member(object, key), name, written, source.path)
        return written.includes(':') ? [{ file: source.path, name, script: scriptOf(member(object, key), name, '.') }] : []
      }),
    )
  })
}

function decoded(holder: unknown, name: string, written: string, file: string): Text[] {
  const plain = Buffer.from(written, 'base64').toString('utf8')
  const origin = originOf(holder)?.child(name)
  if (!origin || !plain.includes(':') || plain.includes('\uFFFD')) return []
  return [{ file, name, script: { text: plain, at: () => origin.key.start, source: origin.source, folder: '.' } }]
}

/** Values that a release gives to its chart: Flux, Argo CD, k3s, kustomize. */
function values(sources: Sources): Text[] {
  const releases = ours(sources).flatMap(({ kind, group, object, source }) => {
    const spec = member(object, 'spec')
    const given = (chart: unknown, holder: unknown, key: string) => release(source.path, chart, holder, key)
    if (kind === 'HelmRelease' && group === 'helm.toolkit.fluxcd.io') return given(text(spec, 'chart', 'spec', 'chart'), spec, 'values')
    if (kind === 'HelmChart' || kind === 'HelmChartConfig') return given(text(spec, 'chart'), spec, 'valuesContent')
    if (group !== 'argoproj.io') return []
    const application = member(spec, 'template', 'spec') ?? spec
    return [member(application, 'source'), ...items(application, 'sources')].flatMap((one) =>
      ['values', 'valuesObject'].flatMap((key) => given(text(one, 'chart'), member(one, 'helm'), key)),
    )
  })
  const inline = sources.documents.flatMap(({ kind, value, source }) => {
    if (kind !== 'kustomization' || !sources.isEvidence(source.path)) return []
    return items(value, 'helmCharts').flatMap((chart) => release(source.path, text(chart, 'name'), chart, 'valuesInline'))
  })
  return [...releases, ...inline]
}

function release(file: string, chart: unknown, holder: unknown, key: string): Text[] {
  const found = member(holder, key)
  const name = `values of ${typeof chart === 'string' ? chart : 'a chart'}`
  if (typeof found === 'string') return [{ file, name, script: scriptOf(holder, key, '.') }]
  return mapping(found) ? [{ file, name, value: found }] : []
}

/** kubeadm, kubelet, eksctl and what else has apiVersion and kind and is no object. */
function configurations(sources: Sources): Text[] {
  return sources.documents.flatMap(({ kind, value, source, head }) =>
    kind === 'config' && sources.isEvidence(source.path) ? [{ file: source.path, name: head.kind ?? source.path, value }] : [],
  )
}

function ours(sources: Sources): readonly Resource[] {
  return sources.resources.filter(({ patch, source }) => !patch && sources.isEvidence(source.path))
}
