import type { DockerWord, Expanded, Instruction, Setting, Settings, Stage, Step } from '../../model/dockerfile.ts'
import { parseImage } from '../image-reference.ts'
import { baseValues } from './base-values.ts'
import { platformArguments, Variables } from './environment.ts'
import type { Expander, ExpanderOf } from './expander.ts'
import { flagValue } from './flags.ts'
import { parsePlatform } from './platforms.ts'

export type ReportFault = (instruction: Instruction, message: string, kind?: 'parse' | 'port' | 'copy-from' | 'argument') => void

/** A stage while it is being made. */
export class StageDraft implements Stage {
  readonly index: number
  readonly name: string
  readonly instruction: Instruction
  readonly base: Expanded
  readonly platform: Expanded | undefined
  readonly parent: StageDraft | undefined
  readonly system: string
  variables = new Variables()
  readonly body: readonly Instruction[]
  readonly steps: Step[] = []
  readonly triggered: Step[] = []
  /** Names of ARG, whether they have a value or not. */
  declared = new Variables()
  readonly undeclared: readonly string[]
  user: Setting | undefined
  workdir: Setting | undefined
  shell: Instruction | undefined
  /** What WORKDIR makes of its paths, for mounts. */
  folder = ''

  constructor(head: StageHead, body: readonly Instruction[]) {
    this.index = head.index
    this.name = head.name
    this.instruction = head.instruction
    this.base = head.base
    this.platform = head.platform
    this.parent = head.parent
    this.system = head.parent?.system ?? head.system
    this.body = body
    this.undeclared = head.undeclared
  }

  /** Takes over what its parent ends with; called when the parent is through. */
  inherit(): void {
    this.variables = new Variables(this.parent?.variables)
    this.declared = new Variables(this.parent?.declared)
    this.user = this.parent?.user
    this.workdir = this.parent?.workdir
    this.shell = this.parent?.shell
    this.folder = this.parent?.folder ?? ''
    if (!this.parent && this.base.reason === '')
      for (const [name, value] of Object.entries(baseValues(this.base.value))) this.variables.set(name, { value, reason: '' })
    if (!this.variables.has('PATH'))
      this.variables.set('PATH', { value: '/usr/local/bin:/usr/bin:/bin', reason: 'depends on $PATH of the base image' })
  }

  get now(): Settings {
    return { environment: this.variables.now(), user: this.user, workdir: this.workdir, shell: this.shell }
  }

  get end(): Settings {
    return this.now
  }
}

interface StageHead {
  readonly index: number
  readonly name: string
  readonly instruction: Instruction
  readonly base: Expanded
  readonly platform: Expanded | undefined
  readonly parent: StageDraft | undefined
  readonly system: string
  readonly undeclared: readonly string[]
}

export interface Globals {
  readonly variables: Variables
  /** Names of ARG, whether they have a value or not. */
  readonly declared: ReadonlySet<string>
}

/** The variables of ARG before the first FROM. */
export function globalArguments(before: readonly Instruction[], lastName: string, expanderOf: ExpanderOf, report: ReportFault): Globals {
  const declared = new Set<string>()
  const variables = platformArguments(lastName)
  for (const instruction of before) {
    if (instruction.name !== 'arg') continue
    for (const pair of instruction.pairs) {
      declared.add(pair.name.text)
      if (!pair.value) continue
      const expander = expanderOf(variables)
      const found = expander.word(pair.value)
      if (typeof found === 'string') report(instruction, found)
      else variables.set(pair.name.text, found)
    }
  }
  return { variables, declared }
}

/** Resolves what a FROM names: an image, `scratch` or an earlier stage. */
export function readStage(
  instruction: Instruction,
  body: readonly Instruction[],
  stages: { readonly count: number; readonly byName: ReadonlyMap<string, StageDraft> },
  globals: Globals,
  expanderOf: ExpanderOf,
  report: ReportFault,
): StageDraft {
  const word = instruction.words[0] ?? { text: '', span: instruction.key }
  const expander = expanderOf(globals.variables)
  const base = settle(expander.word(word), word, instruction, report)
  if (base.value === '' && base.fault === undefined)
    report(instruction, blankBase(word, base), isGiven(base, globals) ? 'argument' : 'parse')
  const parent = stages.byName.get(base.value)
  const name = (instruction.words[2]?.text ?? '').toLowerCase()
  const platform = readPlatform(instruction, expander, report)
  if (!parent && base.value && base.value !== 'scratch' && !parseImage(base.value).valid)
    report(instruction, invalidImage(base.value), isGiven(base, globals) ? 'argument' : 'parse')
  const undeclared = [...expander.unset.keys()].filter((unset) => !globals.declared.has(unset))
  const system = parsePlatform(platform?.value ?? '')?.system ?? 'linux'
  return new StageDraft({ index: stages.count, name, instruction, base, platform, parent, system, undeclared }, body)
}

export function invalidImage(reference: string): string {
  const upper = reference !== reference.toLowerCase() ? ': a repository is written in lower case' : ': write registry/repository:tag'
  return `\`${reference}\` is no image reference${upper}`
}

function isGiven(base: Expanded, globals: Globals): boolean {
  return base.unset.length > 0 && base.unset.every((name) => globals.declared.has(name))
}

function blankBase(word: DockerWord, base: Expanded): string {
  const [name] = base.unset
  return name
    ? `FROM ${word.text} is blank without a build argument: write ARG ${name}=image:tag before the first FROM`
    : `FROM ${word.text} is blank: write an image`
}

function settle(found: Expanded | string, word: DockerWord, instruction: Instruction, report: ReportFault): Expanded & { fault?: string } {
  if (typeof found !== 'string') return found
  report(instruction, found)
  return { word, value: '', reason: 'cannot be read', unset: [], fault: found }
}

function readPlatform(instruction: Instruction, expander: Expander, report: ReportFault): Expanded | undefined {
  const word = flagValue(instruction, 'platform')
  if (!word?.text) return undefined
  const found = expander.word(word)
  if (typeof found === 'string') report(instruction, found)
  else if (found.value === '') report(instruction, `--platform=${word.text} is blank: write one such as linux/amd64, or take it away`)
  else if (!parsePlatform(found.value)) report(instruction, `\`${found.value}\` is no platform: write one such as linux/amd64`)
  return typeof found === 'string' ? undefined : found
}
