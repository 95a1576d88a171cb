import { type Mistake, nearest, UserError } from '../errors.ts'
import type { Stage } from '../model/rule.ts'
import { FORMAT_NAMES, type Format } from '../report/formats.ts'

/** The action's inputs, checked. What is undefined is left to the configuration. */
export interface Inputs {
  readonly requiredStage: Stage | undefined
  readonly threshold: number | undefined
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
  readonly config: string | undefined
  readonly mode: 'enforce' | 'report' | undefined
  readonly comment: 'auto' | 'always' | 'never'
  readonly annotations: 'auto' | 'all' | 'changed' | 'none'
  readonly token: string | undefined
  readonly reportDir: string | undefined
  readonly formats: readonly Format[]
  readonly name: string
  readonly workingDirectory: string
  readonly onNothingScanned: 'fail' | 'warn' | 'ignore'
}

const STAGES: readonly Stage[] = [1, 2, 3, 4, 5]

/** `stageIds` in the order of the stages. Throws a UserError that names every bad input, its value and what is allowed. */
export function readInputs(read: (name: string) => string, stageIds: readonly string[]): Inputs {
  const reader = new Reader(read)
  const inputs: Inputs = {
    requiredStage: stage(reader, stageIds),
    threshold: threshold(reader),
    paths: reader.lines('paths'),
    exclude: reader.lines('exclude'),
    config: reader.text('config'),
    mode: reader.choice('mode', ['enforce', 'report']),
    comment: reader.choice('comment', ['auto', 'always', 'never']) ?? 'auto',
    annotations: reader.choice('annotations', ['auto', 'all', 'changed', 'none']) ?? 'auto',
    token: reader.text('token'),
    reportDir: reader.text('report-dir'),
    formats: formats(reader),
    name: name(reader),
    workingDirectory: reader.text('working-directory') ?? '.',
    onNothingScanned: reader.choice('on-nothing-scanned', ['fail', 'warn', 'ignore']) ?? 'fail',
  }
  if (reader.mistakes.length > 0) throw new UserError(reader.mistakes)
  return inputs
}

class Reader {
  readonly mistakes: Mistake[] = []
  readonly #read: (name: string) => string

  constructor(read: (name: string) => string) {
    this.#read = read
  }

  text(name: string): string | undefined {
    return this.#read(name).trim() || undefined
  }

  lines(name: string): string[] {
    const lines = this.#read(name).split('\n')
    return lines.map((line) => line.trim()).filter(Boolean)
  }

  choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.text(name)
    const value = values.find((one) => one === text)
    if (text !== undefined && value === undefined) this.refuse(name, text, values.join(', '), nearest(text, values))
    return value
  }

  refuse(name: string, value: string, allowed: string, meant?: string): void {
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
    this.mistakes.push({ message: `input ${name}: ${JSON.stringify(value)} is not allowed; it is one of: ${allowed}.${hint}` })
  }
}

function stage(reader: Reader, ids: readonly string[]): Stage | undefined {
  const text = reader.text('required-stage')
  if (text === undefined) return undefined
  const found = STAGES.find((number, index) => text === String(number) || text === ids[index])
  if (found === undefined) reader.refuse('required-stage', text, [...STAGES, ...ids].join(', '), nearest(text, ids))
  return found
}

function threshold(reader: Reader): number | undefined {
  const text = reader.text('threshold')
  if (text === undefined) return undefined
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (number <= 100) return number
  reader.refuse('threshold', text, 'a number from 0 to 100')
  return undefined
}

function formats(reader: Reader): Format[] {
  const names = (reader.text('formats') ?? 'json').split(/[\s,]+/).filter(Boolean)
  return names.flatMap((text) => {
    const format = FORMAT_NAMES.find((one) => one === text)
    if (format === undefined) reader.refuse('formats', text, FORMAT_NAMES.join(', '), nearest(text, FORMAT_NAMES))
    return format ?? []
  })
}

// It stands in comments, titles and SARIF categories.
function name(reader: Reader): string {
  const text = reader.text('name') ?? 'maturity-gate'
  if (!/^[\w .:/-]{1,80}$/.test(text)) reader.refuse('name', text, 'up to 80 letters, digits, spaces and . _ - : /')
  return text
}
