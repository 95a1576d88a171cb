import type { Source } from '../../../model/position.ts'
import { type Action, actionsOf } from './actions.ts'
import { Branches } from './blocks.ts'

/** What has to hold for a part of a template to be printed. */
export interface Condition {
  /** The `if`, `with` or `range`. */
  readonly action: Action
  /** The part follows its `else`. */
  readonly otherwise: Action | undefined
}

const known = new WeakMap<Source, Branches>()

/** The conditions that all of these offsets stand under, innermost first. */
export function conditionsAt(source: Source, offsets: readonly number[]): readonly Condition[] {
  let branches = known.get(source)
  if (!branches) {
    branches = new Branches(actionsOf(source.text).actions)
    known.set(source, branches)
  }
  const conditions: Condition[] = []
  for (let branch = branches.common(offsets); branch; branch = branch.outer)
    conditions.push({ action: branch.opened, otherwise: branch.otherwise })
  return conditions
}
