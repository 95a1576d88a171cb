import { posix } from 'node:path'
import type { DockerWord, Instruction } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { copyFault } from './copies.ts'
import type { Variables } from './environment.ts'
import type { Expander } from './expander.ts'
import { flagValue, flagValues } from './flags.ts'
import { heredocHead } from './heredocs.ts'
import { readMount } from './mounts.ts'
import { pathFault } from './platforms.ts'
import { parsePort } from './ports.ts'
import { isSignal } from './signals.ts'
import type { StageDraft } from './stages.ts'

/** What an instruction is converted with. */
export interface Moment {
  readonly stage: StageDraft
  readonly globals: Variables
  readonly source: Source
  readonly expander: Expander
}

/** Applies an instruction to its stage. A string is why BuildKit refuses it. */
export function dispatch(instruction: Instruction, moment: Moment): string | undefined {
  const act = Object.hasOwn(ACTS, instruction.name) ? ACTS[instruction.name] : undefined
  return act?.(instruction, moment)
}

/** Linux's PATH_MAX: what is longer cannot be made. */
const LONGEST_PATH = 4096

type Act = (instruction: Instruction, moment: Moment) => string | undefined

const ACTS: Readonly<Record<string, Act>> = {
  add: copy,
  copy,
  arg: args,
  env,
  expose,
  label: (one, { expander }) =>
    all(
      expander,
      one.pairs.flatMap((pair) => (pair.value ? [pair.name, pair.value] : [pair.name])),
    ),
  run,
  shell: (one, { stage }) => {
    stage.shell = one
    return undefined
  },
  stopsignal: (one, { expander }) =>
    single(one, expander, (value) => (isSignal(value) ? undefined : `\`${value}\` is no signal: write one such as SIGTERM`)),
  user: (one, { stage, expander }) =>
    single(one, expander, () => {
      stage.user = settingOf(one, expander)
      return undefined
    }),
  volume: (one, { expander }) =>
    all(expander, one.words) ?? (one.words.some((word) => expander.done.get(word)?.value === '') ? 'a path of VOLUME is empty' : undefined),
  workdir,
}

function all(expander: Expander, words: readonly DockerWord[]): string | undefined {
  for (const word of words) {
    const found = expander.word(word)
    if (typeof found === 'string') return found
  }
  return undefined
}

function single(one: Instruction, expander: Expander, then: (value: string) => string | undefined): string | undefined {
  const [word] = one.words
  if (!word) return undefined
  const found = expander.word(word)
  return typeof found === 'string' ? found : then(found.value)
}

function settingOf(one: Instruction, expander: Expander): StageDraft['user'] {
  const value = one.words[0] && expander.done.get(one.words[0])
  return value && { by: one, value }
}

function env(one: Instruction, { stage, expander }: Moment): string | undefined {
  const fault = all(
    expander,
    one.pairs.flatMap((pair) => (pair.value ? [pair.name, pair.value] : [])),
  )
  if (fault) return fault
  for (const pair of one.pairs) {
    const name = expander.done.get(pair.name)
    const value = pair.value && expander.done.get(pair.value)
    if (name && value) stage.variables.set(name.value, { value: value.value, reason: value.reason })
  }
  return undefined
}

function args(one: Instruction, { stage, globals, expander }: Moment): string | undefined {
  for (const pair of one.pairs) {
    const name = pair.name.text
    if (!pair.value) {
      const inherited = globals.get(name)
      if (inherited) stage.variables.set(name, inherited)
      continue
    }
    const found = expander.word(pair.value)
    if (typeof found === 'string') return found
    stage.variables.set(name, { value: found.value, reason: found.reason })
  }
  return undefined
}

function workdir(one: Instruction, { stage, expander }: Moment): string | undefined {
  return single(one, expander, (value) => {
    const fault = pathFault(value, stage.system)
    if (fault) return fault
    stage.workdir = settingOf(one, expander)
    const path = stage.system === 'windows' ? value.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/') : value
    const folder = path.startsWith('/') ? path : posix.join('/', stage.folder, path)
    if (path && folder.length <= LONGEST_PATH) stage.folder = folder
    return undefined
  })
}

function expose(one: Instruction, { expander }: Moment): string | undefined {
  for (const word of one.words) {
    const ports = expander.words(word)
    if (typeof ports === 'string') return ports
    for (const port of ports) {
      const found = parsePort(port)
      if ('fault' in found) return found.fault
    }
  }
  return undefined
}

function copy(one: Instruction, { stage, source, expander }: Moment): string | undefined {
  const flags = { chown: flagValue(one, 'chown'), chmod: flagValue(one, 'chmod'), checksum: flagValue(one, 'checksum') }
  const destination = one.words.at(-1)
  const sources = one.words.slice(0, -1).filter((word) => !heredocHead(word.text))
  const words = [flags.chown, flags.chmod, flags.checksum, ...sources, destination].filter((word) => word !== undefined)
  const fault = all(expander, words)
  if (fault) return fault
  for (const heredoc of one.heredocs) {
    const body = heredoc.expand ? expander.body(source.text.slice(heredoc.body.start, heredoc.body.end)) : undefined
    if (body) return body
  }
  const value = (word: DockerWord | undefined) => (word && expander.done.get(word)?.value) ?? ''
  return copyFault({
    add: one.name === 'add',
    chmod: value(flags.chmod),
    checksum: one.name === 'add' ? value(flags.checksum) : '',
    sources: sources.map(value),
    destination: value(destination),
    documents: one.heredocs.map((heredoc) => heredoc.name),
    system: stage.system,
  })
}

function run(one: Instruction, { stage, expander }: Moment): string | undefined {
  for (const word of flagValues(one, 'mount')) {
    let refused: string | undefined
    const mount = readMount(word.text, (value) => {
      const found = expander.word({ text: value, span: word.span })
      if (typeof found !== 'string') return found.value
      refused ??= found
      return ''
    })
    if (refused) return refused
    if (typeof mount === 'string') return mount
    if (mount.type === 'secret' || mount.type === 'ssh') continue
    const target = posix.normalize(mount.target || '.').startsWith('/') ? mount.target : posix.join('/', stage.folder, mount.target)
    if (target === '/' || target === '') return 'the mount has no target, or the root folder for one: write target=/path'
  }
  return undefined
}
