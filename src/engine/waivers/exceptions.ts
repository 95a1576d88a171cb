import type { Settings } from '../../config/settings.ts'
import { dayNumber } from '../../model/day.ts'
import type { Origin } from '../../model/origin.ts'
import { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import type { Subject } from '../../model/subject.ts'
import type { Claim } from '../../model/waiver.ts'
import { originAt } from '../../source/origins.ts'
import { entries, items, member, placeOf, text } from '../../source/values.ts'
import { MARKED, readMark, readSuppressions, SUPPRESSING } from '../../source/waivers/suppressions.ts'
import { parseYaml } from '../../source/yaml/parse.ts'
import { placed } from '../../subjects/repository/places.ts'
import { lineOf, markedOf } from './annotations.ts'
import { commentsOf } from './claims.ts'

/** Something that keeps a linter or a policy from complaining. */
interface Exception {
  readonly tool: string
  /** A reason is given, or the format knows none. */
  readonly reasoned: boolean
  /** The format knows an end. */
  readonly dated: boolean
  /** YYYY-MM-DD, or `a condition`; '' where there is none. */
  readonly expires: string
  readonly file: string
  readonly origin: Origin | undefined
}

/** Every exception of the files that are judged, as items for `repository.exceptions`. */
export function exceptionItems(sources: Sources, { day }: Settings, pods: readonly Subject[], claims: readonly Claim[]): readonly object[] {
  const all = [...ownWaivers(sources, claims), ...suppressions(sources, pods), ...ofObjects(sources), ...ofFiles(sources)]
  return all.map(({ origin, ...exception }) => {
    const { tool, expires } = exception
    // Of a condition only the cluster knows whether it is over.
    const expired = dayNumber(expires) !== undefined && day.until(expires) < 0
    return placed({ ...exception, expired, label: `exception for ${tool}` }, origin)
  })
}

function atLine(sources: Sources, file: string, line: number): Origin {
  const source = sources.sourceOf(file) ?? new Source(file, '')
  const start = source.start(line)
  return originAt(source, { start, end: start + (source.line(line) ?? '').length })
}

function ownWaivers(sources: Sources, claims: readonly Claim[]): readonly Exception[] {
  return claims
    .filter(({ honoured }) => !honoured)
    .map(({ file, line, expires = '' }) => {
      return { tool: 'maturity-gate', reasoned: true, dated: true, expires, file, origin: atLine(sources, file, line) }
    })
}

/** Those whose form has room for a reason. */
const REASONED: readonly string[] = ['checkov', 'kube-linter']

function suppressions(sources: Sources, pods: readonly Subject[]): readonly Exception[] {
  const found: Exception[] = []
  const add = (tool: string, reason: string, file: string, line: number) => {
    if (!REASONED.includes(tool)) return
    found.push({ tool, reasoned: reason !== '', dated: false, expires: '', file, origin: atLine(sources, file, line) })
  }
  for (const comment of commentsOf(sources, SUPPRESSING)) {
    for (const { tool, reason } of readSuppressions(comment)) add(tool, reason, comment.file, comment.line)
  }
  for (const { file, metadata } of markedOf(sources, pods, MARKED)) {
    for (const [key, value] of entries(metadata, 'annotations')) {
      const mark = typeof value === 'string' ? readMark(key, value, 'annotations') : undefined
      if (mark) add(mark.tool, mark.reason, file, lineOf(metadata, key))
    }
  }
  return found
}

const TIME = /\btime_(?:now|now_utc|before|after|between|diff|since)\b/

function ofObjects(sources: Sources): readonly Exception[] {
  return sources.resources.flatMap(({ kind, group, object, source, patch, origin }): readonly Exception[] => {
    if (patch || !sources.isSubject(source.path)) return []
    const base = { file: source.path, dated: true }
    if (kind === 'PolicyException' && group.endsWith('kyverno.io')) {
      const [, written] = entries(object, 'metadata', 'annotations').find(([key]) => /expir|until/i.test(key)) ?? []
      const conditions = TIME.test(JSON.stringify(member(object, 'spec', 'conditions') ?? '', withoutIntegers))
      const expires = dayOf(written) || (conditions ? 'a condition' : '')
      return [{ ...base, tool: 'Kyverno', reasoned: true, expires, origin: placeOf(object, 'metadata', 'name') ?? origin }]
    }
    if (kind !== 'SecurityPolicy' || group !== 'config.stackrox.io') return []
    return items(object, 'spec', 'exclusions').map((exclusion) => {
      const reasoned = (text(exclusion, 'name') ?? '').trim() !== ''
      return { ...base, tool: 'StackRox', reasoned, expires: dayOf(member(exclusion, 'expiration')), origin: placeOf(exclusion) ?? origin }
    })
  })
}

function withoutIntegers(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

function dayOf(value: unknown): string {
  const day = typeof value === 'string' ? value.trim().slice(0, 'YYYY-MM-DD'.length) : ''
  return dayNumber(day) === undefined ? '' : day
}

function ofFiles(sources: Sources): readonly Exception[] {
  return sources.files
    .filter((path) => /(?:^|\/)(?:\.trivyignore\.ya?ml|\.snyk)$/.test(path) && sources.isSubject(path))
    .flatMap((path) => {
      const source = sources.sourceOf(path)
      const { documents } = source ? parseYaml(source, { templated: false, schema: 'core' }) : { documents: [] }
      return documents.flatMap(({ value }) => (path.endsWith('.snyk') ? snyk(value, path) : trivy(value, path)))
    })
}

function trivy(value: unknown, file: string): readonly Exception[] {
  return ['vulnerabilities', 'misconfigurations', 'secrets', 'licenses'].flatMap((section) =>
    items(value, section).map((entry, index) => {
      const reasoned = (text(entry, 'statement') ?? '').trim() !== ''
      return {
        tool: 'Trivy',
        reasoned,
        dated: true,
        expires: dayOf(member(entry, 'expired_at')),
        file,
        origin: placeOf(value, section, index),
      }
    }),
  )
}

// An id has a list of paths, each with its own reason and end.
function snyk(value: unknown, file: string): readonly Exception[] {
  return entries(value, 'ignore').flatMap(([id, list]) =>
    items(list).flatMap((entry) =>
      entries(entry).map(([path, terms]) => {
        const reasoned = (text(terms, 'reason') ?? '').trim() !== ''
        const origin = placeOf(entry, path) ?? placeOf(value, 'ignore', id)
        return { tool: 'Snyk', reasoned, dated: true, expires: dayOf(member(terms, 'expires')), file, origin }
      }),
    ),
  )
}
