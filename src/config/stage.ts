import type { Stage } from '../model/rule.ts'
import { STAGE_IDS } from './ids.ts'

export function toStage(written: Stage | (typeof STAGE_IDS)[number]): Stage {
  return typeof written === 'number' ? written : ((STAGE_IDS.indexOf(written) + 1) as Stage)
}
