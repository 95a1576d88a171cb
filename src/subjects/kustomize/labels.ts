import { at, type Fields, isMapping, mappingsAt, member, textAt } from '../values.ts'
import type { Patch, Steps } from './patches.ts'

/** The kinds whose pods kustomize labels, with the steps to what has the metadata. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  ...Object.fromEntries(
    ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'ReplicationController', 'Job'].map((kind) => [kind, ['spec', 'template']]),
  ),
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
}

/** The kinds to which it writes a selector where there is none. */
const SELECTING = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet']

type Labels = Readonly<Record<string, string>>

/** What a kustomization's labels add to pods and to what runs them. */
export function podLabels(value: unknown): readonly Patch[] {
  const entries = mappingsAt(value, 'labels')
  const having = (...flags: readonly string[]) => {
    const chosen = entries.filter((entry) => flags.some((flag) => member(entry, flag) === true))
    return textsOf([at(value, 'commonLabels'), ...chosen.map((entry) => at(entry, 'pairs'))])
  }
  const all = textsOf([at(value, 'commonLabels'), ...entries.map((entry) => at(entry, 'pairs'))])
  if (Object.keys(all).length === 0) return []
  const [templates, selectors] = [having('includeSelectors', 'includeTemplates'), having('includeSelectors')]
  const changes = (object: Fields) => {
    const kind = textAt(object, 'kind') ?? ''
    const labels = put(object, TEMPLATES[kind] ?? [], kind === 'Pod' ? all : templates)
    return SELECTING.includes(kind) ? [...labels, ...selector(object, selectors)] : labels
  }
  return [{ matches: ({ kind }) => Object.hasOwn(TEMPLATES, kind), changes }]
}

function textsOf(mappings: readonly unknown[]): Labels {
  const all = mappings.filter(isMapping).flatMap((mapping) => Object.keys(mapping).map((key) => [key, member(mapping, key)] as const))
  return Object.fromEntries(all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

// A label that is written stays: what selects a pod by it has the new value as well.
function put(object: Fields, template: readonly string[], labels: Labels): readonly Steps[] {
  const holder = template.length === 0 ? object : at(object, ...template)
  if (!isMapping(holder) || Object.keys(labels).length === 0) return []
  const metadata = at(holder, 'metadata')
  if (metadata === undefined) return [[...template, 'metadata', { put: { labels } }]]
  const written = at(metadata, 'labels')
  if (isMapping(metadata) && written === undefined) return [[...template, 'metadata', 'labels', { put: labels }]]
  if (!isMapping(written)) return []
  const added = Object.entries(labels).filter(([key]) => member(written, key) === undefined)
  return added.map(([key, label]) => [...template, 'metadata', 'labels', key, { put: label }])
}

function selector(object: Fields, labels: Labels): readonly Steps[] {
  const spec = at(object, 'spec')
  if (!isMapping(spec) || member(spec, 'selector') !== undefined || Object.keys(labels).length === 0) return []
  return [['spec', 'selector', { put: { matchLabels: labels } }]]
}
