import { type Ci, type CiCommand, type CiContext, type CiStep, type CiUnread, OPAQUE } from '../../model/ci.ts'
import type { Command } from '../../model/command.ts'
import { type Origin, originOf, Unsettled, withOrigin } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { originAt } from '../origins.ts'
import { readScript } from '../shell/commands.ts'
import { items, member, text } from '../values.ts'
import { calledBy, toolName, unreadBy } from './calls.ts'
import { type Script, type Tool, within, withoutAssignments } from './script.ts'
import { preCommitHooks } from './scripts.ts'

const MOST_COMMANDS = 20_000
const BIGGEST = 256 * 1024
const DEEPEST = 8

/** Collects steps and commands, and follows what the commands call: within bounds, since scripts may call each other. */
export class CiReader implements Ci {
  readonly steps: CiStep[] = []
  readonly commands: CiCommand[] = []
  readonly unread: CiUnread[] = []
  readonly #sources: Sources
  readonly #followed = new Set<string>()

  constructor(sources: Sources) {
    this.#sources = sources
  }

  step(step: Omit<CiStep, 'label'>, origin: Origin | undefined): void {
    const labelled = { ...step, label: `${step.uses}${step.ref === '' ? '' : `@${step.ref}`} ${where(step)}` }
    this.steps.push(origin ? withOrigin(labelled, leaf(origin)) : labelled)
    const { uses, with: inputs, env, name: _, ref: _ref, ...context } = step
    if (uses.startsWith('docker://'))
      this.tool({ name: toolName(uses), arguments: (inputs.args ?? '').split(/\s+/).filter(Boolean), origin }, context, env)
    if (uses !== 'pre-commit/action') return
    for (const tool of preCommitHooks('.', this.#sources)) this.tool(tool, { ...context, via: [...context.via, uses] }, env)
  }

  script(script: Script, around: CiContext, env: CiStep['env'], depth = 0): void {
    const context = script.tolerated ? { ...around, blocking: false } : around
    if (script.text.length > BIGGEST || this.commands.length >= MOST_COMMANDS) return
    const commands = readScript(opaque(script.text), script.at, script.source)
    let { folder } = script
    commands.forEach((command, index) => {
      if (this.commands.length >= MOST_COMMANDS) return
      const tolerated = isTolerated(command, commands[index + 1])
      const own = tolerated ? { ...context, blocking: false } : context
      const read = settledCommand(command, own, env, folder)
      if (!onlyTells(read.arguments)) this.commands.push(read)
      if (read.name === 'cd' || read.name === 'pushd') folder = within(folder, read.operands[0] ?? '') ?? folder
      if (depth < DEEPEST && !startsNothing(read)) this.#follow(read, folder, own, env, depth)
    })
  }

  #follow(read: CiCommand, folder: string, context: CiContext, env: CiStep['env'], depth: number): void {
    for (const name of unreadBy(read, folder, this.#sources)) this.unread.push(unread(name, context, originOf(read)))
    for (const call of calledBy(read, folder, this.#sources)) {
      const key = `${context.pipeline}\0${context.job}\0${context.blocking}\0${call.key}`
      if (this.#followed.has(key)) continue
      this.#followed.add(key)
      const inner = { ...context, via: [...context.via, call.how] }
      for (const tool of call.tools ?? []) this.tool({ ...tool, origin: tool.origin ?? originOf(read) }, inner, env)
      for (const script of call.scripts) this.script(script, inner, env, depth + 1)
    }
  }

  /** A tool that is named with its words and not called by a shell. */
  tool(tool: Tool, context: CiContext, env: CiStep['env']): void {
    const { name, origin } = tool
    if (onlyTells(tool.arguments)) return
    const command = made(name, [name, ...tool.arguments].join(' '), tool.arguments, flagsOf(tool.arguments), context, env)
    this.commands.push(origin ? withOrigin(command, leaf(origin)) : command)
  }
}

function unread(name: string, context: CiContext, origin: Origin | undefined): CiUnread {
  const item = { ...context, name, label: `${name} ${where(context)}` }
  const get = (): never => {
    throw new Unsettled(`depends on ${name}, which is not among the files`, origin)
  }
  return Object.defineProperty(item as CiUnread, 'does', { get, enumerable: true })
}

const TELLS = /^(?:-{1,2}version|version|-[vV]|-{1,2}help|help|-h)$/

// `kubeconform -v` and `trivy version --format json` tell of the tool and check nothing.
function onlyTells([first = '', ...others]: readonly string[]): boolean {
  return TELLS.test(first) && (others.length === 0 || (/version$/.test(first) && (others[0] ?? '').startsWith('-')))
}

// `make --version` makes nothing, where `make version` makes that target. To task, just and scripts `-v` is another matter.
function startsNothing({ name, arguments: words }: CiCommand): boolean {
  const [only = ''] = words
  return words.length === 1 && (/^--(?:version|help)$/.test(only) || (only === '-v' && /^g?make$/.test(name)))
}

// An expression of the pipeline is one opaque word; the text keeps its length, so that places hold.
function opaque(script: string): string {
  return script.replace(/\$\{\{[^}]{0,1000}\}\}/g, (expression) => '$'.padEnd(expression.length, '_'))
}

/** `|| true` and what amounts to it. */
function isTolerated(command: Command, next: Command | undefined): boolean {
  if (command.before !== '||' || !next) return false
  const name = settledName(next)
  return name === 'true' || name === ':' || name === 'echo' || name === 'printf' || (name === 'exit' && text(next, 'subcommand') === '0')
}

function settledName(command: Command): string {
  return text(command, 'name') ?? ''
}

function settledCommand(command: Command, context: CiContext, env: CiStep['env'], folder: string): CiCommand {
  const words = items(command, 'arguments').map((word) => (typeof word === 'string' ? word : OPAQUE))
  const flags: Record<string, string> = flagsOf(words)
  for (const flag of items(command, 'flags')) {
    const name = text(flag, 'name')
    const value = text(flag, 'value') ?? OPAQUE
    if (name !== undefined && (value !== '' || !Object.hasOwn(flags, name))) define(flags, name, value)
  }
  const operands = items(command, 'operands').map((word) => (typeof word === 'string' ? word : OPAQUE))
  const name = settledName(command) || variableName(command.text)
  const read = {
    ...made(name, command.text, words, flags, context, env),
    label: labelOf(name, operands, context),
    folder,
    operands,
    subcommand: operands[0] ?? '',
  }
  const origin = originOf(command)
  return origin ? withOrigin(read, leaf(origin)) : read
}

function made(
  name: string,
  written: string,
  words: readonly string[],
  flags: CiCommand['flags'],
  context: CiContext,
  env: CiStep['env'],
): CiCommand {
  const operands = words.filter((word) => !word.startsWith('-'))
  const all = [...new Set([name, ...words, ...Object.keys(flags)])]
  const label = labelOf(name, operands, context)
  const folder = '.'
  return {
    ...context,
    env,
    label,
    name,
    text: written,
    folder,
    subcommand: operands[0] ?? '',
    words: all,
    arguments: words,
    operands,
    flags,
  }
}

function labelOf(name: string, [first = '']: readonly string[], context: CiContext): string {
  return `${[name, first === OPAQUE ? '' : first].join(' ').trim()} ${where(context)}`
}

function where({ job, via }: CiContext): string {
  const last = via.at(-1)
  return `in job ${job}${last === undefined ? '' : `, by ${last}`}`
}

// `$(KUBECONFORM) -strict` of a Makefile and `"${TRIVY}" image` of a script: the variable is named for the tool it holds. In
// `$(LOCALBIN)/kustomize` it holds a folder.
function variableName(written: string): string {
  const bare = withoutAssignments(written)
  const below = /^["']? ?[^\s"'$`]{0,200}\$(?:\w+|\{\w+\}|\(\w+\))["']?\/(?:[\w.-]+\/){0,20}([A-Za-z][\w.-]*)["']?(?:\s|$)/.exec(bare)
  if (below?.[1]) return below[1]
  const match = /^["']? ?\$[({]?([A-Za-z]\w*)[)}]?["']?(?:\s|$)/.exec(bare)
  return (match?.[1] ?? '')
    .toLowerCase()
    .replace(/_(?:bin|cmd|path)$/, '')
    .replaceAll('_', '-')
}

/** `--name=value` and `--name` of words; a value that stands apart is known only to whoever knows the flag. */
function flagsOf(words: readonly string[]): Record<string, string> {
  const flags: Record<string, string> = {}
  words.forEach((word, index) => {
    const match = /^(--?[A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(word)
    if (!match?.[1]) return
    const next = words[index + 1]
    define(flags, match[1], match[2] ?? (next !== undefined && !next.startsWith('-') ? next : ''))
  })
  return flags
}

function define(flags: Record<string, string>, name: string, value: string): void {
  Object.defineProperty(flags, name, { value, enumerable: true, configurable: true, writable: true })
}

// What stands behind an alias is shown where it is written: it is what a person follows.
function leaf(origin: Origin): Origin {
  const written = origin.anchor ?? origin
  return originAt(written.source, written.span, written.key)
}

/** Whether a value is what switches a job or step off. */
export function isOff(condition: unknown): boolean {
  return condition === false || (typeof condition === 'string' && /^(?:false|\$\{\{\s*false\s*\}\})$/.test(condition.trim()))
}

export function isTrue(holder: unknown, key: string): boolean {
  const value = member(holder, key)
  return value === true || value === 'true'
}
