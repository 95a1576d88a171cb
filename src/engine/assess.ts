import type { Judgement } from '../model/finding.ts'
import type { CompiledRule } from '../model/rule.ts'
import type { Sources } from '../model/sources.ts'
import type { Scope, Subject } from '../model/subject.ts'
import { SubjectIndex } from './applies.ts'
import { concerns, judge } from './evaluate.ts'
import { judgeReading, MANIFEST_PARSES } from './parsed.ts'
import type { Placed, Placing } from './placing.ts'
import { Tally } from './tally.ts'
import type { Judged, Known } from './waivers/baseline.ts'
import { WorkloadScores } from './workloads.ts'

/** A rule ready to judge. */
export interface Control {
  readonly compiled: CompiledRule
  readonly off: boolean
}

/** What all rules say of all subjects; every subject is judged once, whatever targets it lies in. */
export interface Assessment {
  readonly tallies: readonly Tally[]
  readonly workloads: WorkloadScores
}

export interface Material {
  readonly sources: Sources
  readonly subjects: ReadonlyMap<Scope, readonly Subject[]>
  readonly placing: Placing
  /** What is accepted of a judgement: attestations, waivers, node agents. */
  readonly accept: (judgement: Judgement) => Judgement
  readonly known?: Known | undefined
  readonly targets: number
}

export function assess(controls: readonly Control[], material: Material): Assessment {
  const index = new SubjectIndex(material.subjects, material.placing)
  const workloads = new WorkloadScores(material.placing.workloads.length)
  const tallies = controls.map((control) => tally(control, material, index, workloads))
  return { tallies, workloads }
}

function tally({ compiled, off }: Control, material: Material, index: SubjectIndex, workloads: WorkloadScores): Tally {
  const { placing, accept, sources } = material
  const sum = new Tally(compiled.rule, material.targets)
  const known = material.known?.has(compiled.rule) ? material.known : undefined
  const gathered: Judged[] = []
  const add = (found: ReturnType<typeof judge>, placed: Placed) => {
    for (const judgement of found) {
      const own = judgement.subject === placed.subject ? placed : placing.place(judgement.subject)
      if (own.targets.length === 0 && !own.outside) continue
      if (off) sum.addSwitchedOff(own)
      else if (known) gathered.push({ judgement: accept(judgement), placed: own })
      else sum.add(accept(judgement), own, workloads)
    }
  }
  for (const judgement of judgeReading(compiled, sources)) add([judgement], placing.place(judgement.subject))
  if (compiled.rule.id !== MANIFEST_PARSES) {
    for (const placed of index.of(compiled.rule)) {
      if (!off) add(judge(compiled, placed.subject), placed)
      else if (concerns(compiled, placed.subject)) sum.addSwitchedOff(placed)
    }
  }
  if (known) for (const { judgement, placed } of known.cover(compiled.rule, gathered)) sum.add(judgement, placed, workloads)
  sum.decidedIn = workloads.close(compiled.rule)
  return sum
}
