import type { Scope } from '../model/subject.ts'

const RESOURCE = ['object', 'namespaceObject', 'related']
const POD = [...RESOURCE, 'pod', 'podMetadata']
const STAGE = ['dockerfile', 'stage']
const INSTRUCTION = [...STAGE, 'instruction', 'secrets']

const VARIABLES: Readonly<Record<Exclude<Scope, 'image'>, readonly string[]>> = {
  repository: ['repository'],
  namespace: ['namespace', 'related'],
  component: ['component'],
  resource: [...RESOURCE, 'api', 'mappings', 'schemaErrors', 'secrets'],
  pod: POD,
  container: [...POD, 'container', 'containerType', 'image', 'built', 'effective', 'secrets', 'environment'],
  volume: [...POD, 'volume', 'mounts'],
  dockerfile: ['dockerfile'],
  'build-stage': STAGE,
  instruction: INSTRUCTION,
  command: [...INSTRUCTION, 'command'],
  'compose-service': ['service', 'image', 'secrets', 'compose'],
}

/** An image stands in what holds it. */
const AROUND_IMAGE: Readonly<Record<string, readonly string[]>> = {
  pod: POD,
  kustomization: [],
  'build-stage': STAGE,
  'compose-service': ['service', 'secrets', 'compose'],
}

/** What an expression may name; `params` and, with `each` or `evidence`, `item` come on top. Of images what all variants have. */
export function variablesOf(scope: Scope, variants: readonly string[]): readonly string[] {
  if (scope !== 'image') return VARIABLES[scope]
  const [first = [], ...others] = variants.map((variant) => AROUND_IMAGE[variant] ?? [])
  return ['image', ...first.filter((name) => others.every((names) => names.includes(name)))]
}

/** What a ValidatingAdmissionPolicy can bind: a rule that names nothing else can be exported to a cluster. */
export const EXPORTABLE: ReadonlySet<string> = new Set([
  'object',
  'namespaceObject',
  'params',
  'pod',
  'podMetadata',
  'container',
  'containerType',
  'volume',
])
