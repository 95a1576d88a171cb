import type { CiStep } from '../../model/ci.ts'

/** Each of many steps has a copy of what is set around it. */
const MOST = 300

/** The variables of a step over those around it, of which no more count than anybody sets. */
export function setWithin(around: CiStep['env'], own: CiStep['env']): CiStep['env'] {
  const names = Object.keys(around)
  if (names.length === 0 || Object.keys(own).length === 0) return names.length === 0 ? own : around
  if (names.length <= MOST) return { ...around, ...own }
  return { ...Object.fromEntries(names.slice(0, MOST).map((name) => [name, around[name] ?? ''])), ...own }
}
