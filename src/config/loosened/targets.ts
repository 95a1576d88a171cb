import { listOf, narrowed, numberOf, type Plain, shortened, stageOf, textsOf } from './loosening.ts'

/** Targets that are gone, ask for less, or take in fewer files. */
export function loosenedTargets(before: Plain, after: Plain): readonly string[] {
  const [was, is] = [byName(before), byName(after)]
  if (was.size === 0 && is.size > 0) return ['what lies in none of the new targets counts for none', ...below(before, after, is)]
  // The repository as a whole takes in what any target did.
  const gone = is.size === 0 ? [] : [...was.keys()].filter((name) => !is.has(name)).map((name) => `the target ${shortened(name)} is gone`)
  return [...gone, ...below(before, after, is)]
}

function below(before: Plain, after: Plain, targets: ReadonlyMap<string, Plain>): readonly string[] {
  const was = byName(before)
  return [...targets].flatMap(([name, target]) => {
    const old = was.get(name)
    const title = `target ${shortened(name)}`
    const said: string[] = []
    const [stage, now] = [stageOf(old) ?? stageOf(before), stageOf(target) ?? stageOf(after)]
    // What the whole asks for less is said of the whole.
    const own = stageOf(old) !== undefined || stageOf(target) !== undefined
    if (own && stage !== undefined && (now ?? 0) < stage)
      said.push(`${title} requires ${now === undefined ? 'no stage' : `stage ${now}`}; it was ${stage}`)
    const [high, low] = [
      numberOf(old?.threshold) ?? numberOf(before.threshold) ?? 80,
      numberOf(target.threshold) ?? numberOf(after.threshold) ?? 80,
    ]
    const ownThreshold = old?.threshold !== undefined || target.threshold !== undefined
    if (ownThreshold && low < high) said.push(`${title} has the threshold ${low}; it was ${high}`)
    return [...said, ...(old ? narrowed(`${title}, paths,`, textsOf(old.paths), textsOf(target.paths)) : [])]
  })
}

function byName(config: Plain): ReadonlyMap<string, Plain> {
  return new Map(listOf(config.targets).map((target) => [String((target as Plain).name), target as Plain]))
}
