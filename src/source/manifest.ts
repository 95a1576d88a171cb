import type { SyntaxFault, YamlDocument, YamlKind } from '../model/document.ts'
import { keyPlace, type Origin } from '../model/origin.ts'
import type { Source } from '../model/position.ts'
import { isDefinition, isHalf, isMeantForKubernetes, isOthers, kindOf, mayBeCompose } from './kinds.ts'
import type { NameKind } from './names.ts'
import { entries, mapping, member, text, unsettledReason } from './values.ts'
import { type ParsedYaml, splitYaml } from './yaml/parse.ts'

type RawYaml = ReturnType<typeof splitYaml>[number]

export interface Manifest {
  readonly documents: readonly YamlDocument[]
  readonly faults: readonly SyntaxFault[]
  /** CustomResourceDefinitions: known by their heads, and most bytes of real repositories. */
  readonly definitions: readonly YamlDocument[]
}

/** A YAML or JSON file's documents that are ours; undefined where none is, nor was meant to be. */
export function readManifest(source: Source, name: NameKind, templated: boolean): Manifest | undefined {
  const documents: YamlDocument[] = []
  const faults: SyntaxFault[] = []
  const definitions: YamlDocument[] = []
  const named = name !== 'yaml' && name !== 'json'
  for (const raw of splitYaml(source, { templated })) {
    const { head } = raw
    if (head.sure && isDefinition(head)) {
      const reading = raw.parsed()
      if (reading.document) definitions.push(lazyDocument(source, 'kubernetes', reading.document.head, reading.document))
      faults.push(...reading.faults)
      continue
    }
    if (!named && isForeign(raw, source)) continue
    const reading = raw.parsed(isCore(name, raw) ? 'core' : 'kubernetes')
    const document = reading.document && documentOf(source, name, raw, reading.document)
    if (document) documents.push(document)
    else if (reading.document && isTemplatedObject(raw)) faults.push(...unsettledKind(reading.document))
    if (document || named || reading.printed || meant(source, name, raw, templated)) faults.push(...reading.faults)
  }
  return named || documents.length > 0 || faults.length > 0 || definitions.length > 0 ? { documents, faults, definitions } : undefined
}

// Values files, CI of others, dashboards: the head says so before anything is parsed.
function isForeign(raw: RawYaml, source: Source): boolean {
  const { head } = raw
  // A document of a template without a key of its own may be printed from elsewhere.
  if (raw.templated && head.keys.length === 0) return false
  if (head.sure && isOthers(head)) return true
  if (!head.sure || (head.apiVersion !== undefined && head.kind !== undefined) || isHalf(head)) return false
  if (isTemplatedObject(raw)) return false
  return !(head.keys.includes('services') && mayBeCompose(source.text))
}

// One of the two is written, and a template decides the other.
function isTemplatedObject({ templated, head }: RawYaml): boolean {
  return templated && head.keys.includes('apiVersion') && head.keys.includes('kind')
}

// GitHub's and compose's parsers read YAML 1.2, where `on` and `yes` are strings.
function isCore(name: NameKind, raw: RawYaml): boolean {
  return (
    name === 'workflow' || name === 'action' || name === 'compose' || (raw.head.kind === undefined && raw.head.keys.includes('services'))
  )
}

function meant(source: Source, name: NameKind, raw: RawYaml, templated: boolean): boolean {
  const { head } = raw
  if ((head.apiVersion !== undefined && head.kind !== undefined) || isTemplatedObject(raw)) return true
  return !head.sure && isMeantForKubernetes(source.text.slice(raw.span.start, raw.span.end), name, templated)
}

function documentOf(source: Source, name: NameKind, raw: RawYaml, parsed: ParsedYaml): YamlDocument | undefined {
  const head = {
    apiVersion: text(parsed.value, 'apiVersion') ?? raw.head.apiVersion,
    kind: text(parsed.value, 'kind') ?? raw.head.kind,
  }
  const half = isHalf({ ...head, keys: raw.head.keys }) ? 'kubernetes' : undefined
  const kind = kindOf(name, head) ?? kindAlone(parsed, head) ?? half ?? (isCompose(parsed.value, source) ? 'compose' : undefined)
  return kind && lazyDocument(source, kind, head, parsed)
}

// A chart may write `apiVersion: {{ include "…" . }}`: the kind alone tells what the object is.
function kindAlone(parsed: ParsedYaml, head: YamlDocument['head']): YamlKind | undefined {
  return parsed.templated && head.kind !== undefined && parsed.origin.child('apiVersion') ? 'kubernetes' : undefined
}

function unsettledKind({ origin, value }: ParsedYaml): SyntaxFault[] {
  const kind = origin.child('kind')
  const reason = kind && unsettledReason(value, 'kind')
  return reason === undefined
    ? []
    : [{ ...keyPlace(kind as Origin), message: `of which kind it is ${reason}`, answer: 'unknown', hides: true }]
}

function lazyDocument(source: Source, kind: YamlKind, head: YamlDocument['head'], parsed: ParsedYaml): YamlDocument {
  return {
    kind,
    head,
    source,
    origin: parsed.origin,
    templated: parsed.templated,
    get value() {
      return parsed.value
    },
  }
}

// By content: a mapping of services of which one says where its image comes from.
function isCompose(value: unknown, source: Source): boolean {
  if (!mayBeCompose(source.text)) return false
  const services = entries(value, 'services')
  const isService = (service: unknown) => text(service, 'image') !== undefined || member(service, 'build') !== undefined
  return services.every(([, service]) => mapping(service) !== undefined) && services.some(([, service]) => isService(service))
}
