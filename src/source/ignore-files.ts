import type { Source } from '../model/position.ts'
import type { Sources } from '../model/sources.ts'
import { items, placeOf, text } from './values.ts'
import { isDay, trivyId } from './waivers/suppressions.ts'
import { parseYaml } from './yaml/parse.ts'

/** What a file in the root, beside what is scanned, keeps a linter from saying. */
export interface Ignored {
  readonly tool: 'hadolint' | 'trivy'
  readonly id: string
  readonly file: string
  readonly line: number
  /** Globs; [] means everywhere. */
  readonly paths: readonly string[]
  readonly reason: string
  /** The first day on which it does not hold any more. */
  readonly ends?: string
}

/** `.hadolint.yaml`, `.trivyignore` and `.trivyignore.yaml`. */
export function ignoredInFiles(sources: Sources): readonly Ignored[] {
  const reading = (names: readonly string[], read: (source: Source) => readonly Ignored[]) => {
    const source = names.map((name) => sources.sourceOf(name)).find((found) => found !== undefined)
    return source ? read(source) : []
  }
  return [
    ...reading(['.hadolint.yaml', '.hadolint.yml'], hadolint),
    ...reading(['.trivyignore'], trivyLines),
    ...reading(['.trivyignore.yaml', '.trivyignore.yml'], trivyYaml),
  ]
}

function hadolint(source: Source): readonly Ignored[] {
  return parseYaml(source, { templated: false, schema: 'core' }).documents.flatMap(({ value }) =>
    items(value, 'ignored').flatMap((id, index): readonly Ignored[] => {
      if (typeof id !== 'string') return []
      return [{ tool: 'hadolint', id, file: source.path, line: lineOf(source, value, 'ignored', index), paths: [], reason: '' }]
    }),
  )
}

function lineOf(source: Source, value: unknown, ...path: readonly (string | number)[]): number {
  const origin = placeOf(value, ...path)
  return origin ? source.place(origin.key).line : 1
}

// The comment above an id is the only reason that the format knows.
function trivyLines(source: Source): readonly Ignored[] {
  const found: Ignored[] = []
  let reason = ''
  for (const [index, line] of source.text.split(/\r?\n/).entries()) {
    const written = line.trim()
    if (written === '' || written.startsWith('#')) {
      reason = written.replace(/^#+\s*/, '')
      continue
    }
    const [id = '', ...others] = written.split(/\s+/)
    const ends = others.find((word) => word.startsWith('exp:'))?.slice('exp:'.length)
    // An end that nobody can read is no end.
    if (ends === undefined || isDay(ends))
      found.push({
        tool: 'trivy',
        id: trivyId(id),
        file: source.path,
        line: index + 1,
        paths: [],
        reason,
        ...(ends === undefined ? {} : { ends }),
      })
  }
  return found
}

function trivyYaml(source: Source): readonly Ignored[] {
  return parseYaml(source, { templated: false, schema: 'core' }).documents.flatMap(({ value }) =>
    items(value, 'misconfigurations').flatMap((entry, index): readonly Ignored[] => {
      const id = text(entry, 'id')
      const ends = text(entry, 'expired_at')?.slice(0, 'YYYY-MM-DD'.length)
      if (id === undefined || (ends !== undefined && !isDay(ends))) return []
      const paths = items(entry, 'paths').filter((path) => typeof path === 'string')
      const line = lineOf(source, value, 'misconfigurations', index)
      const reason = text(entry, 'statement') ?? ''
      return [{ tool: 'trivy', id: trivyId(id), file: source.path, line, paths, reason, ...(ends === undefined ? {} : { ends }) }]
    }),
  )
}
