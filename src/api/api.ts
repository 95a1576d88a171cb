import type { Resource } from '../model/document.ts'
import { type Origin, originOf, withOrigin } from '../model/origin.ts'
import { check } from './check.ts'
import { definitionFaults } from './crd/definition.ts'
import { decode } from './decode.ts'
import { metadataFaults } from './metadata.ts'
import { Schemas } from './schemas.ts'
import type { Fault, FaultPath, Shape } from './shape.ts'
import { Shapes } from './shapes.ts'
import { unknownKind } from './unknown-kind.ts'

/** For expressions: one reason why the API server would refuse an object, with the place where it is mended. */
export interface SchemaError {
  readonly kind: Fault['kind']
  /** As the server writes it: `spec.containers[0].image`. */
  readonly path: string
  readonly message: string
  /** '' for none. */
  readonly suggestion: string
  /** The rule that says it; '' where it is the general one. */
  readonly control: string
}

/** Whether objects would be taken by the API server of one version of Kubernetes. */
export class Api {
  readonly #schemas: Schemas
  readonly #shapes: Shapes
  readonly #errors = new WeakMap<Resource, readonly SchemaError[]>()

  constructor(version: string) {
    this.#schemas = new Schemas(version)
    this.#shapes = new Shapes(this.#schemas)
  }

  errorsOf(resource: Resource): readonly SchemaError[] {
    let errors = this.#errors.get(resource)
    if (!errors) {
      errors = this.#faults(resource).map((fault) => toError(resource, fault))
      this.#errors.set(resource, errors)
    }
    return errors
  }

  #faults(resource: Resource): readonly Fault[] {
    const definition = this.#schemas.kind(`${resource.apiVersion}/${resource.kind}`)
    if (definition === undefined) return [...unknownKind(resource, this.#schemas), ...this.#labelFaults(resource)]
    return faultsOf(this.#shapes.of(definition), resource.object, this.#schemas.rules(definition).name)
  }

  // Whatever the kind, its metadata is the same; of kinds whose schema is not known, that is all we can be sure of.
  #labelFaults({ object }: Resource): readonly Fault[] {
    const decoded = decode(metadataOnly(this.#shapes), object)
    return check(metadataOnly(this.#shapes), decoded).filter((fault) => fault.control === 'label-values-valid')
  }
}

function metadataOnly(shapes: Shapes): Shape {
  const metadata = { shape: shapes.of('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'), rules: {} }
  return { type: 'struct', name: '', fields: new Map([['metadata', metadata]]), overlay: {} }
}

function faultsOf(shape: Shape, object: unknown, name: string | undefined): readonly Fault[] {
  const decoded = decode(shape, object)
  return [...decoded.faults, ...check(shape, decoded), ...metadataFaults(decoded, name), ...definitionFaults(shape, decoded)]
}

function toError(resource: Resource, { kind, path, message, suggestion = '', control = '' }: Fault): SchemaError {
  const error = { kind, path: written(path), message, suggestion, control }
  return withOrigin(error, placeOf(resource, path))
}

const CONTAINERS = new Set(['containers', 'initContainers', 'ephemeralContainers'])

/** The deepest place on the way that exists; a container is pointed at by its name. */
function placeOf(resource: Resource, path: FaultPath): Origin {
  let origin = originOf(resource.object) ?? resource.origin
  for (const [index, step] of path.entries()) {
    const next = origin.child(step)
    if (!next) {
      const isContainer = typeof path[index - 1] === 'number' && CONTAINERS.has(String(path[index - 2]))
      return (isContainer ? origin.child('name') : undefined) ?? origin
    }
    origin = next
  }
  return origin
}

function written(path: FaultPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('')
    .replace(/^\./, '')
}
