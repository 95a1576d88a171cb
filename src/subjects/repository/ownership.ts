import { posix } from 'node:path'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { type Codeowners, findCodeowners, ownersOf } from '../../source/codeowners.ts'
import { items, member } from '../../source/values.ts'
import { parseYaml } from '../../source/yaml/parse.ts'
import { placed, textPlace } from './places.ts'

/** A file that is deployed or decides what is, and who has to agree to a change of it. */
export interface Owned {
  readonly path: string
  /** [] where nobody has to. */
  readonly owners: readonly string[]
  /** The file that says so; '' where none does. */
  readonly by: string
  readonly label: string
}

/** Manifests, charts, kustomizations, compose files, workflows and Dockerfiles that `paths` select, with their owners; not those of examples and tests. */
export function ownership(sources: Sources): readonly object[] {
  const read = new Ownership(sources)
  const paths = [...sources.manifests, ...sources.dockerfiles]
    .map(({ source }) => source)
    .filter(({ path }) => sources.isSubject(path) && sources.isEvidence(path))
  return paths.map((source) => read.of(source))
}

interface Approvers {
  readonly owners: readonly string[]
  readonly source: Source
  readonly inherits: boolean
}

class Ownership {
  readonly #sources: Sources
  readonly #codeowners: Codeowners | undefined
  /** By folder: approvers of prow's OWNERS file there. */
  readonly #approvers = new Map<string, Approvers | undefined>()

  constructor(sources: Sources) {
    this.#sources = sources
    this.#codeowners = findCodeowners(sources)
  }

  of(source: Source): object {
    const { path } = source
    return this.#byCodeowners(path) ?? this.#byApprovers(path) ?? owned(path, [], '', textPlace(source, 0, 0))
  }

  #byCodeowners(path: string): object | undefined {
    if (!this.#codeowners) return undefined
    const { owners, rules } = ownersOf(this.#codeowners, path)
    const { source } = this.#codeowners
    const [rule] = rules
    return owners.length > 0 && rule ? owned(path, owners, source.path, textPlace(source, rule.start, rule.start)) : undefined
  }

  #byApprovers(path: string): object | undefined {
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      const found = this.#approversIn(folder)
      if (found && found.owners.length > 0) return owned(path, found.owners, found.source.path, textPlace(found.source, 0, 0))
      if (folder === '.' || found?.inherits === false) return undefined
    }
  }

  #approversIn(folder: string): Approvers | undefined {
    if (!this.#approvers.has(folder)) this.#approvers.set(folder, this.#read(folder))
    return this.#approvers.get(folder)
  }

  #read(folder: string): Approvers | undefined {
    const path = folder === '.' ? 'OWNERS' : `${folder}/OWNERS`
    const source = this.#sources.has(path) ? this.#sources.sourceOf(path) : undefined
    if (!source || source.text.length > 100_000) return undefined
    const value = parseYaml(source, { templated: false, schema: 'core' }).documents[0]?.value
    const filters = Object.values(member(value, 'filters') ?? {}).flatMap((filter) => items(filter, 'approvers'))
    const owners = [...items(value, 'approvers'), ...filters].filter((owner) => typeof owner === 'string')
    return { owners, source, inherits: member(value, 'options', 'no_parent_owners') !== true }
  }
}

function owned(path: string, owners: readonly string[], by: string, origin: ReturnType<typeof textPlace>): object {
  const label = owners.length > 0 ? `${path} belongs to ${owners.slice(0, 3).join(', ')}` : path
  const item: Owned = { path, owners, by, label }
  return placed(item, origin)
}
