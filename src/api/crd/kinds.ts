import type { Resource } from '../../model/document.ts'
import { memberOf } from '../written.ts'
import { isFields, isSchema, type Schema } from './schema.ts'

/** One version of a custom kind, as one of the definitions in the files has it. */
export interface CustomVersion {
  readonly definition: Resource
  /** Its place among the versions of the definition. */
  readonly index: number
}

interface CustomKind {
  readonly versions: ReadonlyMap<string, readonly CustomVersion[]>
  /** False where a template decides about versions. */
  readonly settled: boolean
}

/** More definitions of one kind than a repository has for good reason. */
const MOST = 20

/** The kinds that CustomResourceDefinitions in the files define, by `group/kind`. */
export class CustomKinds {
  readonly #kinds: ReadonlyMap<string, CustomKind>

  constructor(definitions: readonly Resource[]) {
    const kinds = new Map<string, { versions: Map<string, CustomVersion[]>; settled: boolean }>()
    for (const definition of definitions) {
      const spec = member(definition.object, 'spec')
      const name = `${String(member(spec, 'group'))}/${String(member(member(spec, 'names'), 'kind'))}`
      const kind = kinds.get(name) ?? { versions: new Map<string, CustomVersion[]>(), settled: true }
      kinds.set(name, kind)
      const versions = member(spec, 'versions')
      const names = Array.isArray(versions) ? namesOf(versions) : undefined
      // Versions that are not served in one definition may be in another.
      if (!names || definition.patch) kind.settled = false
      for (const [index, version] of (names ?? []).entries()) {
        if (version === undefined) kind.settled = false
        else kind.versions.set(version, [...(kind.versions.get(version) ?? []), { definition, index }].slice(0, MOST))
      }
    }
    this.#kinds = kinds
  }

  /** Undefined where no file defines the kind, or not as far as its versions go. */
  of({ group, kind, apiVersion }: Resource): readonly CustomVersion[] | undefined {
    const found = this.#kinds.get(`${group}/${kind}`)
    const versions = found?.versions.get(apiVersion.slice(group.length + 1))
    return versions ?? (found?.settled ? [] : undefined)
  }

  others({ group, kind, apiVersion }: Resource): readonly string[] {
    const versions = this.#kinds.get(`${group}/${kind}`)?.versions.keys() ?? []
    return [...versions].filter((version) => version !== apiVersion.slice(group.length + 1))
  }
}

// A version that is not settled may have any name; what is not served is none.
function namesOf(versions: readonly unknown[]): readonly (string | undefined)[] | undefined {
  try {
    return versions.map((version) => (isFields(version) && typeof version.name === 'string' ? version.name : undefined))
  } catch {
    return undefined
  }
}

function member(value: unknown, key: string): unknown {
  return isFields(value) ? memberOf(value, key) : undefined
}

/** The version as its definition decodes to; undefined where it is not wholly known. */
export function versionOf(decoded: unknown, index: number): Schema | undefined {
  const spec = isSchema(decoded) ? decoded.spec : undefined
  const versions = isSchema(spec) ? spec.versions : undefined
  const version: unknown = Array.isArray(versions) ? versions[index] : undefined
  return isSchema(version) ? version : undefined
}
