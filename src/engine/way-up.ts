import type { Target } from '../config/settings.ts'
import type { Step } from '../model/report.ts'
import type { Model, Stage } from '../model/rule.ts'
import type { Assessment } from './assess.ts'
import type { Ordered } from './order.ts'

export function wayUp(
  _target: Target,
  _index: number,
  _assessment: Assessment,
  _model: Model,
  _reached: 0 | Stage,
  _ordered: Ordered,
): readonly Step[] {
  return []
}
