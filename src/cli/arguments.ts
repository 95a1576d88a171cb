import { parseArgs } from 'node:util'
import { type Mistake, nearest, UserError } from '../errors.ts'
import { COMMANDS, type CommandName, OPTIONS, type Option, type OptionName, optionEntries } from './options.ts'

/** The command line as it was meant; values are still text. */
export interface Arguments {
  readonly command: CommandName
  /** Paths, or the rule to explain. */
  readonly operands: readonly string[]
  has(option: OptionName): boolean
  /** The last value given. */
  value(option: OptionName): string | undefined
  /** All values given; with `split`, their parts between commas. */
  values(option: OptionName, split?: 'split'): string[]
}

/** Throws a UserError with all mistakes; `exists` tells a path from a misspelt command. */
export function parseArguments(argv: readonly string[], exists: (path: string) => boolean): Arguments {
  const options = Object.fromEntries(
    optionEntries().map(([name, { type, short }]) => [name, { type, multiple: true, ...(short === undefined ? {} : { short }) }]),
  )
  const { tokens, positionals } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const [first, ...others] = positionals
  const command = COMMANDS.find((name) => name === first) ?? 'check'
  const operands = command === first ? others : positionals
  const mistakes: Mistake[] = []
  const given = new Map<OptionName, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const mistake = wrong(token, command, given)
    if (mistake) mistakes.push({ message: mistake })
    else given.set(token.name as OptionName, [...(given.get(token.name as OptionName) ?? []), token.value ?? ''])
  }
  const misspelt = first === undefined || command === first ? undefined : misspeltCommand(first, exists)
  // After an option that does not exist, what looks like an operand may be its value.
  if (misspelt !== undefined && mistakes.length === 0) mistakes.push({ message: misspelt })
  if (mistakes.length > 0 && !given.has('help')) throw new UserError(mistakes)
  return {
    command,
    operands,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option, split) => (given.get(option) ?? []).flatMap((value) => (split ? parts(value) : [value])),
  }
}

interface Token {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function wrong(token: Token, command: CommandName, given: ReadonlyMap<string, unknown>): string | undefined {
  const { name, rawName, value } = token
  if (!Object.hasOwn(OPTIONS, name)) {
    const meant = rawName.startsWith('--') ? nearest(name, Object.keys(OPTIONS)) : undefined
    return `${rawName}: no such option${meant === undefined ? '; see --help' : `; did you mean --${meant}?`}`
  }
  const option: Option = OPTIONS[name as OptionName]
  if (!option.commands.includes(command)) return `${rawName}: not an option of ${command}`
  if (option.type === 'boolean') return value === undefined ? undefined : `${rawName}: takes no value`
  // `--config --mode report`: the next option is no value; one that begins with a dash is written --config=-x.
  const swallowed = !token.inlineValue && value !== undefined && value.length > 1 && value.startsWith('-')
  if (value === undefined || value === '' || swallowed) return `${rawName}: needs a value, ${option.value ?? ''}`
  return given.has(name) && !option.many ? `${rawName}: given more than once` : undefined
}

function misspeltCommand(word: string, exists: (path: string) => boolean): string | undefined {
  if (!/^[a-z-]+$/.test(word) || word === '-' || exists(word)) return undefined
  const meant = nearest(word, COMMANDS)
  return `${word}: no such command, file or folder${meant === undefined ? '; see --help' : `; did you mean ${meant}?`}`
}

function parts(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
