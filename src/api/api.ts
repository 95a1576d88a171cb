import type { Resource } from '../model/document.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../model/origin.ts'
import { bounded } from '../rules/cel/bound.ts'
import { CelError } from '../rules/cel/values.ts'
import { check } from './check.ts'
import { definitionFaults, isDefinition } from './crd/definition.ts'
import { CustomKinds, type CustomVersion, versionOf } from './crd/kinds.ts'
import { objectFaults } from './crd/object.ts'
import { type Decoded, decode } from './decode.ts'
import { metadataFaults } from './metadata.ts'
import { Schemas } from './schemas.ts'
import type { Fault, FaultPath, Shape, StructRules } from './shape.ts'
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

  readonly #definitions: readonly Resource[]
  readonly #isEvidence: (path: string) => boolean
  readonly #decoded = new WeakMap<Resource, Decoded>()
  #customKinds: CustomKinds | undefined

  /** `definitions` are the CustomResourceDefinitions in the files; what they define is judged by them. */
  constructor(version: string, definitions: readonly Resource[] = [], isEvidence: (path: string) => boolean = () => true) {
    this.#schemas = new Schemas(version)
    this.#shapes = new Shapes(this.#schemas)
    this.#definitions = definitions
    this.#isEvidence = isEvidence
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
    if (definition !== undefined) {
      const shape = this.#shapes.of(definition)
      return faultsOf(shape, this.#decode(shape, resource), this.#schemas.rules(definition))
    }
    const versions = this.#customVersions(resource)
    if (versions) return this.#customFaults(versions, resource)
    return [...unknownKind(resource, this.#schemas), ...this.#labelFaults(resource)]
  }

  // What defines custom kinds is needed for their objects, too.
  #decode(shape: Shape, resource: Resource): Decoded {
    const known = this.#decoded.get(resource)
    if (known) return known
    const decoded = decode(shape, resource.object)
    if (isDefinition(shape)) this.#decoded.set(resource, decoded)
    return decoded
  }

  #customVersions(resource: Resource): readonly CustomVersion[] | undefined {
    if (this.#definitions.length === 0 || !resource.group.includes('.')) return undefined
    this.#customKinds ??= new CustomKinds(this.#definitions, this.#isEvidence)
    return this.#customKinds.of(resource)
  }

  /** Where several definitions have the version, nobody knows which is installed: it is enough to satisfy one. */
  #customFaults(versions: readonly CustomVersion[], resource: Resource): readonly Fault[] {
    let first: readonly Fault[] | undefined
    for (const version of versions) {
      const faults = this.#customFaultsBy(version, resource)
      if (faults === undefined || faults.length === 0) return this.#labelFaults(resource)
      first ??= faults
    }
    return first ?? [this.#unserved(resource), ...this.#labelFaults(resource)]
  }

  /** Undefined where the definition would be refused itself, or is not wholly known. */
  #customFaultsBy({ definition, index }: CustomVersion, resource: Resource): readonly Fault[] | undefined {
    const name = this.#schemas.kind(`${definition.apiVersion}/${definition.kind}`)
    if (name === undefined || this.errorsOf(definition).length > 0) return undefined
    const { value, open } = this.#decode(this.#shapes.of(name), definition)
    const version = versionOf(value, index)
    if (!version || open.has(version)) return undefined
    if (version.served !== true) return [this.#unserved(resource)]
    try {
      return bounded(STEPS, () => objectFaults(version, metadataOnly(this.#shapes), resource.object))
    } catch (error) {
      // A template decides about a default or a value that is allowed; or the two take longer to compare than anybody waits.
      if (error instanceof Unsettled || error instanceof CelError) return undefined
      throw error
    }
  }

  #unserved(resource: Resource): Fault {
    const others = this.#customKinds?.others(resource).slice(0, 8) ?? []
    const message = `is no version that the CustomResourceDefinition of ${resource.kind} serves; it has ${others.join(', ')}`
    return { kind: 'unsupported', path: ['apiVersion'], message, control: 'manifest-valid-against-schema' }
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

function faultsOf(shape: Shape, decoded: Decoded, rules: StructRules): readonly Fault[] {
  const checked = check(shape, decoded).filter(({ path }) => !rules.cluster || path[0] !== 'metadata' || path[1] !== 'namespace')
  return [...decoded.faults, ...checked, ...metadataFaults(decoded, rules), ...definitionFaults(shape, decoded)]
}

function toError(resource: Resource, { kind, path, message, suggestion = '', control = '' }: Fault): SchemaError {
  const error = { kind, path: written(path), message, suggestion, control }
  return withOrigin(error, placeOf(resource, path))
}

/** Of comparing one object with one schema. */
const STEPS = 5_000_000

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
