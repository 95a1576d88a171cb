import { type Mistake, nearest, UserError } from '../errors.ts'
import { dayNumber } from '../model/day.ts'
import type { Stage } from '../model/rule.ts'
import { FORMAT_NAMES, type Format } from '../report/formats.ts'
import type { Arguments } from './arguments.ts'
import { type Asked, askedOf } from './opened.ts'
import type { OptionName } from './options.ts'

/** What `check` was asked for. What is undefined is left to the configuration. */
export interface CheckOptions extends Asked {
  readonly config: string | undefined
  readonly requiredStage: Stage | undefined
  readonly threshold: number | undefined
  readonly mode: 'enforce' | 'report' | undefined
  readonly exclude: readonly string[]
  readonly only: readonly string[]
  readonly skip: readonly string[]
  readonly date: string | undefined
  readonly onNothingScanned: 'fail' | 'warn' | 'ignore'
  readonly format: Format
  readonly formats: readonly Format[]
  readonly reportDir: string | undefined
}

const STAGES: readonly Stage[] = [1, 2, 3, 4, 5]

/** Throws a UserError that names every bad value and what is allowed; `stageIds` in the order of the stages. */
export function checkOptions(given: Arguments, stageIds: readonly string[]): CheckOptions {
  const mistakes: Mistake[] = []
  const refuse = (option: OptionName, value: string, allowed: string, meant?: string) => {
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    mistakes.push({ message: `--${option}: ${JSON.stringify(value)} is not allowed: ${allowed}${hint}` })
  }
  const choice = <Value extends string>(option: OptionName, value: string | undefined, values: readonly Value[]) => {
    const found = values.find((one) => one === value)
    if (value !== undefined && found === undefined) refuse(option, value, `it is one of ${values.join(', ')}`, nearest(value, values))
    return found
  }
  const asked = askedOf(given)
  const { paths, stdin } = asked
  if (stdin !== undefined && paths.length > 0) mistakes.push({ message: `${paths[0]}: no path is judged together with standard input` })
  const formats = given.values('formats', 'split')
  const options: CheckOptions = {
    ...asked,
    config: given.value('config'),
    requiredStage: stage(given.value('required-stage'), stageIds, refuse),
    threshold: threshold(given.value('threshold'), refuse),
    mode: choice('mode', given.value('mode'), ['enforce', 'report']),
    exclude: given.values('exclude'),
    only: given.values('only', 'split'),
    skip: given.values('skip', 'split'),
    date: date(given.value('date'), refuse),
    onNothingScanned: choice('on-nothing-scanned', given.value('on-nothing-scanned'), ['fail', 'warn', 'ignore']) ?? 'fail',
    format: choice('format', given.value('format'), FORMAT_NAMES) ?? 'text',
    formats: formats.length === 0 ? ['json'] : formats.flatMap((format) => choice('formats', format, FORMAT_NAMES) ?? []),
    reportDir: given.value('report-dir'),
  }
  if (formats.length > 0 && options.reportDir === undefined)
    mistakes.push({ message: '--formats: needs --report-dir, the folder to write to' })
  if (mistakes.length > 0) throw new UserError(mistakes)
  return options
}

type Refuse = (option: OptionName, value: string, allowed: string, meant?: string) => void

function stage(value: string | undefined, ids: readonly string[], refuse: Refuse): Stage | undefined {
  const found = STAGES.find((number, index) => value === String(number) || value === ids[index])
  if (value === undefined || found !== undefined) return found
  refuse('required-stage', value, `it is 1 to 5, or one of ${ids.join(', ')}`, nearest(value, ids))
  return undefined
}

function threshold(value: string | undefined, refuse: Refuse): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100) return Number(value)
  refuse('threshold', value, 'it is a number from 0 to 100')
  return undefined
}

function date(value: string | undefined, refuse: Refuse): string | undefined {
  if (value === undefined || dayNumber(value) !== undefined) return value
  refuse('date', value, 'it is a day, YYYY-MM-DD')
  return undefined
}
