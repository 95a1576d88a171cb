import { toStage } from '../stage.ts'

/** A configuration as it is written, already held to its schema. */
export type Plain = Readonly<Record<string, unknown>>

const LONGEST = 100

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((one): one is string => typeof one === 'string')
}

export function entriesOf(value: unknown): readonly [string, Plain][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (Object.entries(value) as [string, Plain][]) : []
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

export function stageOf(holder: Plain | undefined): number | undefined {
  const written = holder?.['required-stage']
  return written === undefined ? undefined : toStage(written as Parameters<typeof toStage>[0])
}

export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What a list of globs that select files no longer selects. */
export function narrowed(what: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const taken = before.filter((glob) => !glob.startsWith('!') && !after.includes(glob))
  const out = after.filter((glob) => glob.startsWith('!') && !before.includes(glob))
  const all = after.filter((glob) => !glob.startsWith('!'))
  if (before.length === 0 && all.length > 0) return [`${what} narrows what is judged to ${shortened(all.join(', '))}`]
  return [
    // Without any entry everything is taken in.
    ...(after.length === 0 ? [] : taken.map((glob) => `${what} does not name ${shortened(glob)} any more`)),
    ...out.map((glob) => `${what} leaves out ${shortened(glob.slice(1))}`),
  ]
}
