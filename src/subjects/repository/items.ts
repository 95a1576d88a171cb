import type { Resource, YamlDocument } from '../../model/document.ts'
import { withOrigin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import type { Tool } from '../../source/ci/script.ts'
import type { ComposeService } from '../../source/compose/compose.ts'
import { mapping, settledCopy, text, texts } from '../../source/values.ts'
import type { Cluster } from '../cluster.ts'
import { fileItem, lazy, placed } from './places.ts'

export function resourceItem(resource: Resource): object {
  const { apiVersion, kind, group, name, namespace, source } = resource
  const item = { apiVersion, kind, group, name, namespace: namespace ?? '', file: source.path, label: `${kind} ${name}` }
  lazy(item, 'object', () => settledCopy(resource.object))
  lazy(item, 'pullSecrets', () => Reflect.get(resource.object, 'imagePullSecrets') ?? [])
  const { span } = resource.origin
  lazy(item, 'text', () => withoutComments(source.text.slice(span.start, span.end)))
  for (const key of ['annotations', 'labels']) lazy(item, key, () => texts(resource.object, 'metadata', key))
  const origin = resource.origin.child('kind') ?? resource.origin
  return withOrigin(item, origin)
}

/** What is written without lines that are comments: they are no evidence. */
function withoutComments(written: string): string {
  return written.replace(/^[ \t]*(?:#|\/\/).*$/gm, '')
}

export function podItems(resource: Resource, cluster: Cluster): { readonly spec: unknown }[] {
  const { kind, group, name } = resource
  return cluster.podsOf(resource).map((pod) => {
    const item = { kind, group, name, spec: settledCopy(pod.spec), metadata: settledCopy(pod.metadata), label: `pod of ${kind} ${name}` }
    lazy(item, 'pullSecrets', () => mapping(pod.spec)?.imagePullSecrets ?? [])
    return withOrigin(item, pod.origin)
  })
}

export function documentItem(document: YamlDocument): object {
  const { source, origin } = document
  const name = text(document.value, 'name') ?? text(document.value, 'metadata', 'name') ?? ''
  const kind = document.head.kind ?? ''
  const what = document.kind === 'config' ? kind : document.kind
  const item = { file: source.path, name, kind, label: name === '' ? what : `${what} ${name}` }
  lazy(item, 'object', () => settledCopy(document.value) ?? {})
  return withOrigin(item, origin)
}

export function hookItem({ name, arguments: words, origin }: Tool): object {
  return placed({ name, arguments: words, label: `pre-commit hook ${name}` }, origin)
}

export function serviceItem({ name, service, origin }: ComposeService): object {
  return placed({ ...mapping(settledCopy(service)), label: `service ${name}` }, origin)
}

const BIGGEST = 256 * 1024

/** A file with its text without comments, which is read when an expression asks for it; '' for what cannot be read or is large. */
export function readableFile(path: string, sources: Sources): object {
  const read = () => {
    const text = sources.sourceOf(path)?.text ?? ''
    return text.length > BIGGEST ? '' : withoutComments(text)
  }
  return lazy(fileItem(path), 'text', read)
}
