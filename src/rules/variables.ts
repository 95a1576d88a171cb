import type { Scope } from '../model/subject.ts'

const RESOURCE = ['object', 'namespaceObject', 'related', 'api', 'schemaErrors', 'secrets']
const POD = [...RESOURCE, 'pod', 'podMetadata', 'effective']
const CONTAINER = [...POD, 'container', 'containerType', 'image']
const STAGE = ['dockerfile', 'stage', 'image', 'secrets']
const INSTRUCTION = [...STAGE, 'instruction']

/** What an expression may name, by scope; `params` and, with `each` or `evidence`, `item` come on top. */
export const VARIABLES: Readonly<Record<Scope, readonly string[]>> = {
  repository: ['repository'],
  namespace: ['namespace', 'related'],
  component: ['component', ...POD, 'container', 'containerType'],
  resource: RESOURCE,
  pod: POD,
  container: CONTAINER,
  volume: [...POD, 'volume'],
  image: [...CONTAINER, ...STAGE, 'service'],
  dockerfile: ['dockerfile', 'secrets'],
  'build-stage': STAGE,
  instruction: INSTRUCTION,
  command: [...INSTRUCTION, 'command'],
  'compose-service': ['service', 'image', 'secrets', 'compose'],
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
