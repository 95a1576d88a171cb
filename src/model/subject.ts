import type { Origin } from './origin.ts'

export const SCOPES = [
  'repository',
  'namespace',
  'component',
  'resource',
  'pod',
  'container',
  'volume',
  'image',
  'dockerfile',
  'build-stage',
  'instruction',
  'command',
  'compose-service',
] as const
export type Scope = (typeof SCOPES)[number]

export interface ResourceName {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

/** One thing that a control can pass or fail on. */
export interface Subject {
  readonly scope: Scope
  /** Where it stands; undefined for the repository as a whole. */
  readonly origin: Origin | undefined
  /** Path of its file; `.` for the repository. Decides the target. */
  readonly file: string
  readonly resource: ResourceName | undefined
  readonly container: string | undefined
  /** The pod-carrying object or compose service it lies in, one string each: the floor of 50 is held per workload. */
  readonly workload: string | undefined
  /** Words for people: `container web of Deployment shop/web`, `stage build`, `RUN curl`. */
  readonly label: string
  /** What the paths of `at` and of fixes are relative to; carries its origin. */
  readonly value: unknown
  /** What an expression sees, by name; what is costly is a getter, its own or its class's. Copied it would be lost: inherit from it. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Of the repository: the same variables with what stands in folders that prove nothing alone; undefined where there are none. */
  readonly uncounted?: () => Readonly<Record<string, unknown>> | undefined
  /** Which part of the scope it is: `pod`, `kustomization`, `build-stage`, `compose-service` for images; the kind for resources. */
  readonly variant: string
  /** The API group for resources and what lies in them; undefined elsewhere. */
  readonly group: string | undefined
}
