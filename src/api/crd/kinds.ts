import { posix } from 'node:path'
import type { Resource } from '../../model/document.ts'
import { memberOf } from '../written.ts'
import { isFields, isSchema, type Schema } from './schema.ts'

/** One version of a custom kind, as one of the definitions in the files has it. */
export interface CustomVersion {
  readonly definition: Resource
  /** Its place among the versions of the definition. */
  readonly index: number
}

interface Definition {
  readonly resource: Resource
  /** Undefined for what a template decides. */
  readonly versions: readonly (string | undefined)[]
}

/** More definitions of one kind than a repository has for good reason. */
const MOST = 20

/** The kinds that CustomResourceDefinitions in the files define, by `group/kind`. */
export class CustomKinds {
  readonly #kinds = new Map<string, Definition[]>()
  readonly #isEvidence: (path: string) => boolean

  constructor(definitions: readonly Resource[], isEvidence: (path: string) => boolean) {
    this.#isEvidence = isEvidence
    for (const resource of definitions) {
      const spec = member(resource.object, 'spec')
      const name = `${String(member(spec, 'group'))}/${String(member(member(spec, 'names'), 'kind'))}`
      const known = this.#kinds.get(name)
      const definition = { resource, versions: resource.patch ? [undefined] : versionsOf(spec) }
      if (!known) this.#kinds.set(name, [definition])
      else if (known.length < MOST) known.push(definition)
    }
  }

  /** Undefined where no file defines the kind for this object, or not as far as its versions go. */
  of(resource: Resource): readonly CustomVersion[] | undefined {
    const definitions = this.#for(resource)
    const version = versionIn(resource)
    const found = definitions.flatMap(({ resource: definition, versions }) => {
      const index = versions.indexOf(version)
      return index < 0 ? [] : [{ definition, index }]
    })
    const isSettled = definitions.length > 0 && definitions.every(({ versions }) => !versions.includes(undefined))
    return found.length > 0 || isSettled ? found : undefined
  }

  others(resource: Resource): readonly string[] {
    const all = this.#for(resource).flatMap(({ versions }) => versions.flatMap((version) => version ?? []))
    return [...new Set(all)].filter((version) => version !== versionIn(resource))
  }

  // What stands among examples and tests is installed for them, and something else may be elsewhere.
  #for({ group, kind, source }: Resource): readonly Definition[] {
    const definitions = this.#kinds.get(`${group}/${kind}`) ?? []
    return definitions.filter(
      ({
        resource: {
          source: { path },
        },
      }) => {
        return this.#isEvidence(path) || source.path.startsWith(`${posix.dirname(path)}/`)
      },
    )
  }
}

function versionIn({ apiVersion, group }: Resource): string {
  return apiVersion.slice(group.length + 1)
}

function versionsOf(spec: unknown): readonly (string | undefined)[] {
  const versions = member(spec, 'versions')
  if (!Array.isArray(versions)) return [undefined]
  try {
    return versions.map((version) => {
      const name = member(version, 'name')
      return typeof name === 'string' ? name : undefined
    })
  } catch {
    return [undefined]
  }
}

function member(value: unknown, key: string): unknown {
  return isFields(value) ? memberOf(value, key) : undefined
}

/** The version as its definition decodes to; undefined where it is not there. */
export function versionOf(decoded: unknown, index: number): Schema | undefined {
  const spec = isSchema(decoded) ? decoded.spec : undefined
  const versions = isSchema(spec) ? spec.versions : undefined
  const version: unknown = Array.isArray(versions) ? versions[index] : undefined
  return isSchema(version) ? version : undefined
}
