import type { Step } from '../model/report.ts'
import { count } from './words.ts'

/** Edits of the way up that read the same: what to write, and in which places. */
export interface Climb {
  readonly edit: string
  readonly edits: number
  readonly gain: number
  readonly findings: number
  /** Without those that concern the repository as a whole. */
  readonly places: readonly { readonly file: string; readonly line: number | null }[]
}

/** In the order of the way up, where each is met first. */
export function climbs(steps: readonly Step[]): Climb[] {
  const byEdit = new Map<string, Step[]>()
  for (const step of steps) {
    const same = byEdit.get(step.edit)
    if (same) same.push(step)
    else byEdit.set(step.edit, [step])
  }
  return [...byEdit].map(([edit, same]) => ({
    edit,
    edits: same.length,
    gain: same.reduce((sum, { scoreGain }) => sum + scoreGain, 0),
    findings: same.reduce((sum, { closes }) => sum + closes.length, 0),
    places: same.flatMap(({ file, line }) => (file === null || file === '.' ? [] : [{ file, line }])),
  }))
}

/** `(12 edits, closing 30 findings)`, or nothing where that goes without saying. */
export function extent({ edits, findings }: Climb): string {
  const parts = [edits > 1 ? count(edits, 'edit') : '', findings > edits ? `closing ${count(findings, 'finding')}` : ''].filter(Boolean)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
