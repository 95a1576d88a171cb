/** An option of the command line: what `--help`, the guide and the parser know of it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** Placeholder of its value. */
  readonly value?: string
  readonly short?: string
  /** May be given several times. */
  readonly many?: boolean
  readonly help: string
  readonly commands: readonly ('check' | 'rules' | 'baseline' | 'init')[]
}

const check = ['check'] as const
const judging = ['check', 'baseline'] as const
const both = ['check', 'rules'] as const
const writing = ['check', 'rules', 'baseline'] as const
const all = ['check', 'rules', 'baseline', 'init'] as const

export const OPTIONS = {
  'required-stage': { type: 'string', value: 'N', commands: check, help: 'the stage to reach: 1 to 5, or its id' },
  threshold: { type: 'string', value: 'N', commands: check, help: 'the score that a stage needs to be met, 0 to 100 (80)' },
  config: { type: 'string', value: 'FILE', commands: judging, help: 'the configuration (.maturity-gate.yaml of the root, if there)' },
  mode: { type: 'string', value: 'MODE', commands: check, help: 'enforce, or report: exit code 0 whatever is missing (enforce)' },
  exclude: { type: 'string', value: 'GLOB', many: true, commands: judging, help: 'leave these files out too; !GLOB takes a default back' },
  only: { type: 'string', value: 'RULE,…', many: true, commands: check, help: 'judge these rules alone; fails on any finding of theirs' },
  skip: { type: 'string', value: 'RULE,…', many: true, commands: check, help: 'do not judge these rules' },
  date: { type: 'string', value: 'DATE', commands: check, help: 'the day on which expiry is judged, YYYY-MM-DD (today, UTC)' },
  stdin: { type: 'string', value: 'NAME', commands: check, help: 'read one file from standard input, and call it NAME' },
  'on-nothing-scanned': {
    type: 'string',
    value: 'WHAT',
    commands: check,
    help: 'fail, warn or ignore where there is nothing to judge (fail)',
  },
  format: { type: 'string', value: 'FORMAT', commands: both, help: 'text, json, sarif, markdown or github (text)' },
  output: { type: 'string', value: 'FILE', commands: writing, help: 'write there instead of standard output' },
  'report-dir': { type: 'string', value: 'DIR', commands: check, help: 'write further reports into this folder' },
  formats: { type: 'string', value: 'FORMAT,…', commands: check, help: 'which reports those are (json)' },
  'no-color': { type: 'boolean', commands: both, help: 'no colours; NO_COLOR does the same' },
  help: { type: 'boolean', short: 'h', commands: all, help: 'this page' },
  version: { type: 'boolean', short: 'v', commands: all, help: 'the version' },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof OPTIONS

export function optionEntries(): [OptionName, Option][] {
  return Object.entries(OPTIONS) as [OptionName, Option][]
}

export const COMMANDS = ['check', 'baseline', 'rules', 'init'] as const
export type CommandName = (typeof COMMANDS)[number]
