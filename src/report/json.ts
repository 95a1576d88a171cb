import type { Formatter } from './context.ts'
import { jsonText } from './escape.ts'

/** The report itself: docs/schemas/report.schema.json. */
export const json: Formatter = (report) => `${jsonText(JSON.stringify(report, null, 2))}\n`
