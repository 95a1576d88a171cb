import { nearest } from '../../errors.ts'
import type { DockerWord, Instruction } from '../../model/dockerfile.ts'

type Kind = 'flag' | 'value' | 'values'

/** The flags of each instruction; those of one that is not here are read by nobody. */
const FLAGS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  add: { chown: 'value', chmod: 'value', link: 'flag', 'keep-git-dir': 'flag', checksum: 'value', unpack: 'flag', exclude: 'values' },
  copy: { chown: 'value', from: 'value', chmod: 'value', link: 'flag', parents: 'flag', exclude: 'values' },
  from: { platform: 'value' },
  run: { mount: 'values', network: 'value', security: 'value', device: 'values' },
  healthcheck: { interval: 'value', timeout: 'value', 'start-period': 'value', 'start-interval': 'value', retries: 'value' },
}

export interface Flag {
  readonly name: string
  readonly value: string | undefined
  readonly word: DockerWord
}

export function flagsOf(instruction: Instruction): Flag[] {
  return instruction.flags.map((word) => {
    const equals = word.text.indexOf('=')
    const name = word.text.slice(2, equals < 0 ? undefined : equals)
    return { name, value: equals < 0 ? undefined : word.text.slice(equals + 1), word }
  })
}

/** The word after `=` of a flag, standing where it stands. */
export function flagValue(instruction: Instruction, name: string): DockerWord | undefined {
  return flagValues(instruction, name).at(-1)
}

export function flagValues(instruction: Instruction, name: string): DockerWord[] {
  return flagsOf(instruction).flatMap((flag) => {
    if (flag.name !== name || flag.value === undefined) return []
    const start = Math.min(flag.word.span.start + name.length + 3, flag.word.span.end)
    return [{ text: flag.value, span: { start, end: flag.word.span.end } }]
  })
}

/** What BuildKit refuses in an instruction's flags. */
export function flagFault(instruction: Instruction): string | undefined {
  const known = FLAGS[instruction.name] ?? {}
  const used = new Set<string>()
  for (const { name, value } of flagsOf(instruction)) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    if (!kind) return unknown(instruction, name, Object.keys(known))
    if (used.has(name) && kind !== 'values') return `--${name} stands twice: keep one`
    used.add(name)
    if (kind === 'flag') {
      if (value === '' || !/^(true|false)?$/i.test(value ?? ''))
        return `--${name} is either there or not: write --${name}, or --${name}=false`
    } else if (value === undefined) return `--${name} has no value: write --${name}=…`
  }
  return undefined
}

function unknown(instruction: Instruction, name: string, known: readonly string[]): string {
  const keyword = instruction.name.toUpperCase()
  const near = nearest(name, known)
  if (near) return `${keyword} knows no flag --${name}: did you mean --${near}?`
  return known.length
    ? `${keyword} knows no flag --${name}, only --${known.join(', --')}`
    : `${keyword} takes no flags: take --${name} away`
}
