import { dayNumber } from '../../model/day.ts'
import type { Comment } from './comments.ts'
import { KICS_QUERIES } from './kics-queries.ts'

/** What a comment or annotation of another linter keeps quiet. */
export interface Suppression {
  readonly tool: 'kube-linter' | 'kube-score' | 'checkov' | 'polaris' | 'kubescape' | 'hadolint' | 'trivy' | 'kics'
  /** The linter's own ids; `all` for everything, but what `except` names. */
  readonly ids: readonly string[] | 'all'
  readonly except?: readonly string[]
  /** '' where none is given. */
  readonly reason: string
  /** The first day on which it does not hold any more. */
  readonly ends?: string
  /** `here`: the comment's lines and what begins there; `line`: the next line alone; `block`: that line and what is indented below it. */
  readonly reach: 'here' | 'line' | 'block' | 'object' | 'file'
}

/** Finds out whether a file has any comment that one of the readers knows. */
export const SUPPRESSING = /checkov:skip|hadolint|trivy:ignore|kics-scan/

export function readSuppressions({ text, atTop }: Comment): readonly Suppression[] {
  return [...checkov(text), ...hadolint(text), ...trivy(text), ...kics(text, atTop)]
}

// Anywhere in a resource, or in a Dockerfile.
function checkov(text: string): readonly Suppression[] {
  const [, id, reason = ''] = /checkov:skip= *([A-Z_\d]+)(?::(.*))?/.exec(text) ?? []
  return id === undefined ? [] : [{ tool: 'checkov', ids: [id], reason: reason.trim(), reach: 'object' }]
}

function hadolint(text: string): readonly Suppression[] {
  const [, global, list, reason = ''] = /^hadolint\s+(global\s+)?ignore\s*=\s*([A-Z\d]+(?:\s*,\s*[A-Z\d]+)*)\s*(?:#(.*))?$/.exec(text) ?? []
  if (list === undefined) return []
  return [{ tool: 'hadolint', ids: parts(list), reason: reason.trim(), reach: global === undefined ? 'here' : 'file' }]
}

// Several stand in one comment; what follows an id is a section such as `:exp:2027-01-31`.
function trivy(text: string): readonly Suppression[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[#/*]+/, ''))
    .filter((word) => word.startsWith('trivy:'))
    .flatMap((word): readonly Suppression[] => {
      const sections = word.slice('trivy:'.length).split(':')
      const value = (key: string) => sections.find((_, index) => index % 2 === 1 && sections[index - 1] === key)
      const id = value('ignore')?.replace(/\[.*$/, '')
      const ends = value('exp')
      if (!id || (sections.includes('exp') && !isDay(ends))) return []
      return [{ tool: 'trivy', ids: [trivyId(id)], reason: '', reach: 'here', ...(ends === undefined ? {} : { ends }) }]
    })
}

/** `AVD-KSV-0017`, `KSV017` and `ksv-0017` are one: `KSV-0017`. */
export function trivyId(written: string): string {
  const [, kind, number] = /^(?:AVD-)?([A-Z]+)-?(\d{1,5})$/.exec(written.toUpperCase()) ?? []
  return kind === undefined || number === undefined ? written : `${kind}-${number.replace(/^0+(?=\d{4})/, '').padStart(4, '0')}`
}

function kics(text: string, atTop: boolean): readonly Suppression[] {
  const [, command = '', list = ''] = /^kics-scan\s+([a-z-]+)(?:=(\S*))?/.exec(text) ?? []
  const base = { tool: 'kics', reason: '' } as const
  if (command === 'ignore-line') return [{ ...base, ids: 'all', reach: 'line' }]
  if (command === 'ignore-block') return [{ ...base, ids: 'all', reach: 'block' }]
  // What speaks of the whole file stands at its top.
  if (!atTop) return []
  if (command === 'ignore') return [{ ...base, ids: 'all', reach: 'file' }]
  if (command === 'disable') return [{ ...base, ids: queries(list), reach: 'file' }]
  return command === 'enable' && list !== '' ? [{ ...base, ids: 'all', except: queries(list), reach: 'file' }] : []
}

function queries(list: string): readonly string[] {
  return parts(list).map((id) => KICS_QUERIES.get(id.toLowerCase()) ?? id)
}

/** What an annotation or label of an object says; `value` as written. */
export function readMark(key: string, value: string, list: 'annotations' | 'labels'): Suppression | undefined {
  const slash = key.lastIndexOf('/')
  const [domain, name] = [key.slice(0, slash), key.slice(slash + 1)]
  const isTrue = value.trim().toLowerCase() === 'true'
  const base = { reason: '', reach: 'object' } as const
  // The linter's own exception goes by attributes, which labels and annotations both are.
  if (key === 'kubescape.io/ignore') return /^(?:true|yes|1|enabled?)$/.test(value) ? { ...base, tool: 'kubescape', ids: 'all' } : undefined
  if (list === 'labels') return undefined
  if (domain === 'ignore-check.kube-linter.io') return { ...base, tool: 'kube-linter', ids: [name], reason: value.trim() }
  if (key === 'kube-linter.io/ignore-all') return { ...base, tool: 'kube-linter', ids: 'all', reason: value.trim() }
  if (key === 'kube-score/ignore') return { ...base, tool: 'kube-score', ids: parts(value) }
  if (key === 'kube-score/skip') return isTrue ? { ...base, tool: 'kube-score', ids: 'all' } : undefined
  if (domain === 'checkov.io' && name.startsWith('skip')) {
    const [id = '', ...reason] = value.split('=')
    return { ...base, tool: 'checkov', ids: [id.trim()], reason: reason.join('=').trim() }
  }
  if (domain !== 'polaris.fairwinds.com' || !isTrue) return undefined
  if (name === 'exempt') return { ...base, tool: 'polaris', ids: 'all' }
  return name.endsWith('-exempt') ? { ...base, tool: 'polaris', ids: [name.slice(0, -'-exempt'.length)] } : undefined
}

export const MARKED = /kube-linter\.io\/|kube-score\/|checkov\.io\/|polaris\.fairwinds\.com\/|kubescape\.io\//

function parts(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

export function isDay(text: string | undefined): text is string {
  return text !== undefined && dayNumber(text) !== undefined
}
