import type { Fingerprint, Judgement } from '../../model/finding.ts'
import type { Step } from '../../model/report.ts'
import { type Rule, type Stage, WEIGHT } from '../../model/rule.ts'
import type { Assessment } from '../assess.ts'
import { plain } from '../plain.ts'
import type { Said, Saying } from '../said.ts'
import { compare, type Tally } from '../tally.ts'
import { Climb, type Gap, type Slope } from './climb.ts'
import { editOf } from './edits.ts'
import { shortest } from './shortest.ts'

/** What one edit touches, gathered from the offences that it closes. */
interface EditGroup {
  readonly remedies: Set<string>
  readonly closes: Map<Fingerprint, Step['closes'][number]>
  file: string
  line: number
}

interface Terrain {
  readonly slope: Slope
  readonly groups: readonly EditGroup[]
}

/** The edits that lift a target to `stage`, the most gaining first, with what each closes and gains in this order. */
export function wayUp(assessment: Assessment, target: number, stage: Stage, threshold: number, ordered: Said): readonly Step[] {
  const { slope, groups } = terrainOf(assessment, target, stage, threshold, ordered)
  const climb = new Climb(slope)
  return shortest(slope).map((edit) => {
    const before = climb.score()
    climb.make(edit)
    return toStep(groups[edit] as EditGroup, climb.score() - before)
  })
}

function terrainOf(assessment: Assessment, target: number, stage: Stage, threshold: number, ordered: Said): Terrain {
  const editing = new Editing(ordered)
  const gaps: Gap[] = []
  const low = new Set<number>()
  const tallies = assessment.tallies.filter(({ rule }) => rule.stage === stage)
  tallies.forEach((tally, control) => {
    for (const { judgement, targets, workload } of tally.failures) {
      if (judgement.answer !== 'fail' || !targets.includes(target)) continue
      const edits = editing.editsOf(tally.rule, judgement)
      if (workload >= 0) low.add(workload)
      gaps.push({ control, edits, workload: workload < 0 ? undefined : { number: workload, gain: gainIn(tally, workload) } })
    }
  })
  const workloads = new Map([...low].map((number) => [number, assessment.workloads.of(number, stage)]))
  const controls = tallies.map((tally) => toControl(tally, target))
  return { slope: { controls, gaps, workloads, edits: editing.groups.length, threshold }, groups: editing.groups }
}

function gainIn({ rule, decidedIn }: Tally, workload: number): number {
  return WEIGHT[rule.severity] / (decidedIn.get(workload) ?? 1)
}

function toControl({ rule, byTarget }: Tally, target: number): Slope['controls'][number] {
  const { passed = 0, failed = 0 } = byTarget[target] ?? {}
  return {
    weight: WEIGHT[rule.severity],
    practice: rule.practice,
    critical: rule.severity === 'critical',
    decided: passed + failed,
    failed,
  }
}

/** Numbers the edits as they are met. */
class Editing {
  readonly groups: EditGroup[] = []
  readonly #ordered: Said
  readonly #numbers = new Map<string, number>()

  constructor(ordered: Said) {
    this.#ordered = ordered
  }

  editsOf(rule: Rule, judgement: Judgement): readonly number[] {
    const open = judgement.offences.filter(({ waived }) => waived === undefined)
    // What could not be read is a gap without an offence.
    if (open.length === 0) return [this.#number(`file ${judgement.subject.file}`, rule.remedy, { file: judgement.subject.file, line: 1 })]
    return [...new Set(open.map((offence) => this.#edit({ rule, judgement, offence })))]
  }

  // What another finding says is closed by its edit; one of an earlier stage has been made, or is none of this climb.
  #edit(own: Saying): number {
    const main = this.#ordered.by.get(own.offence)
    const { rule, judgement, offence } = main?.rule.stage === own.rule.stage ? main : own
    const number = this.#number(editOf(rule, judgement, offence), offence.remedy ?? rule.remedy, offence)
    const finding = this.#ordered.of.get(own.offence)
    if (finding) this.groups[number]?.closes.set(finding.fingerprint, { rule: own.rule.id, fingerprint: finding.fingerprint })
    return number
  }

  #number(key: string, remedy: string, { file, line }: { file: string; line: number }): number {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.groups.push({ remedies: new Set(), closes: new Map(), file, line }) - 1
      this.#numbers.set(key, number)
    }
    const group = this.groups[number] as EditGroup
    group.remedies.add(remedy)
    if (file === group.file && line < group.line) group.line = line
    return number
  }
}

function toStep({ remedies, closes, file, line }: EditGroup, gain: number): Step {
  const whole = file === '.'
  return {
    edit: plain([...remedies].join(' '), 400),
    file: whole ? null : file,
    line: whole ? null : line,
    closes: [...closes.values()].sort((a, b) => compare(a.rule, b.rule)),
    scoreGain: Math.round(gain * 10) / 10,
  }
}
