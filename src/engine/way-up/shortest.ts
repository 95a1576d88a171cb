import { Climb, type Slope } from './climb.ts'

/** Up to so many edits every set is tried, which takes a few milliseconds; beyond, the greedy set stands. */
const EXACT = 14

/**
 * A smallest set of edits that lifts a stage over its threshold and all its floors, the most gaining ones first. Greedy: what critical
 * controls need, then what lifts each workload and practice to its floor, then what gains most, and at last without what turned out to be
 * needless. Up to `EXACT` edits beside the critical ones it is exact.
 */
export function shortest(slope: Slope): readonly number[] {
  const climb = new Climb(slope)
  const practices = [...new Set(slope.controls.map(({ practice }) => practice))]
  const gain = gains(slope)
  const byGain = gain.map((_, edit) => edit).sort((a, b) => (gain[b] ?? 0) - (gain[a] ?? 0) || a - b)
  const forced = forcedBy(slope)
  for (const edit of forced) climb.make(edit)
  const free = byGain.filter((edit) => !forced.has(edit))
  const greedy = climbGreedily(climb, free, practices)
  const rest = free.length <= EXACT ? smaller(climb, free, greedy, practices) : greedy
  const chosen = new Set([...forced, ...rest])
  return byGain.filter((edit) => chosen.has(edit))
}

// Points of score; a gap that waits for several edits is shared among them.
function gains({ controls, gaps, edits }: Slope): readonly number[] {
  const gain = new Array<number>(edits).fill(0)
  for (const gap of gaps) {
    const control = controls[gap.control]
    if (!control) continue
    for (const edit of gap.edits) gain[edit] = (gain[edit] ?? 0) + control.weight / control.decided / gap.edits.length
  }
  return gain
}

function forcedBy({ controls, gaps }: Slope): ReadonlySet<number> {
  return new Set(gaps.filter((gap) => controls[gap.control]?.critical).flatMap(({ edits }) => edits))
}

/** Leaves the climb without the edits it answers. */
function climbGreedily(climb: Climb, free: readonly number[], practices: readonly string[]): readonly number[] {
  const made = new Set<number>()
  const make = (edits: Iterable<number>, done: () => boolean) => {
    for (const edit of edits) {
      if (done()) return
      if (made.has(edit)) continue
      made.add(edit)
      climb.make(edit)
    }
  }
  const { ofWorkload, ofPractice } = byFloor(climb.slope, free)
  for (const [workload, edits] of ofWorkload) make(edits, () => !climb.isLow(workload))
  for (const [practice, edits] of ofPractice) make(edits, () => !climb.isPoor(practice))
  make(free, () => climb.enough())
  // From the least gaining on: what the others make needless goes.
  for (const edit of free.filter((edit) => made.has(edit)).reverse()) {
    climb.takeBack(edit)
    if (climb.met(practices)) made.delete(edit)
    else climb.make(edit)
  }
  for (const edit of made) climb.takeBack(edit)
  return free.filter((edit) => made.has(edit))
}

function byFloor({ controls, gaps }: Slope, free: readonly number[]) {
  const rank = new Map(free.map((edit, index) => [edit, index]))
  const ofWorkload = new Map<number, Set<number>>()
  const ofPractice = new Map<string, Set<number>>()
  for (const { control, workload, edits } of gaps) {
    const practice = controls[control]?.practice ?? ''
    for (const edit of edits) {
      if (!rank.has(edit)) continue
      if (workload) add(ofWorkload, workload.number, edit)
      add(ofPractice, practice, edit)
    }
  }
  const inOrder = <Key>(floors: Map<Key, Set<number>>) =>
    new Map([...floors].map(([key, edits]) => [key, [...edits].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))] as const))
  return { ofWorkload: inOrder(ofWorkload), ofPractice: inOrder(ofPractice) }
}

function add<Key>(map: Map<Key, Set<number>>, key: Key, edit: number): void {
  const edits = map.get(key)
  if (edits) edits.add(edit)
  else map.set(key, new Set([edit]))
}

// Sizes from nothing up: the first set that meets the stage is a smallest one.
function smaller(climb: Climb, free: readonly number[], greedy: readonly number[], practices: readonly string[]): readonly number[] {
  const chosen: number[] = []
  const search = (from: number, left: number): boolean => {
    if (left === 0) return climb.met(practices)
    for (let index = from; index <= free.length - left; index++) {
      const edit = free[index] as number
      chosen.push(edit)
      climb.make(edit)
      const found = search(index + 1, left - 1)
      climb.takeBack(edit)
      if (found) return true
      chosen.pop()
    }
    return false
  }
  for (let size = 0; size < greedy.length; size++) if (search(0, size)) return chosen
  return greedy
}
