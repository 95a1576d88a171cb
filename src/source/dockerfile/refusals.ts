import { nearest } from '../../errors.ts'
import type { FaultKind, Instruction } from '../../model/dockerfile.ts'
import { flagFault, flagValue, flagValues } from './flags.ts'
import { heredocHead } from './heredocs.ts'
import { KEYWORDS } from './instruction.ts'
import { isBoolean, parseDuration, parseFields, parseInteger } from './numbers.ts'

export interface Refusal {
  readonly message: string
  readonly kind: FaultKind
}

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/

/** Why BuildKit's instruction parser refuses an instruction; undefined where it takes it. */
export function refusal(instruction: Instruction): Refusal | undefined {
  const check = Object.hasOwn(CHECKS, instruction.name) ? CHECKS[instruction.name] : undefined
  const message = check ? check(instruction) : unknownInstruction(instruction)
  if (message === undefined) return undefined
  return typeof message === 'string' ? { message, kind: 'parse' } : message
}

type Check = (instruction: Instruction) => string | Refusal | undefined

const CHECKS: Readonly<Record<string, Check>> = {
  add: copies,
  copy: copies,
  arg: (one) =>
    one.words.length
      ? one.pairs.some((pair) => pair.value && !pair.name.text)
        ? 'the name before = is missing: write ARG NAME=value'
        : undefined
      : missing(one, 'ARG NAME'),
  cmd: flagFault,
  entrypoint: flagFault,
  env: pairs,
  label: pairs,
  expose: (one) => (one.words.length ? flagFault(one) : missing(one, 'EXPOSE 8080')),
  from,
  healthcheck,
  maintainer: (one) => exactlyOne(one, 'MAINTAINER name') ?? flagFault(one),
  onbuild,
  run,
  shell: (one) => flagFault(one) ?? shell(one),
  stopsignal: (one) => exactlyOne(one, 'STOPSIGNAL SIGTERM'),
  user: (one) => exactlyOne(one, 'USER 65532') ?? flagFault(one),
  volume: (one) => (one.words.length ? (flagFault(one) ?? volume(one)) : missing(one, 'VOLUME /data')),
  workdir: (one) => exactlyOne(one, 'WORKDIR /app') ?? flagFault(one),
}

function unknownInstruction(one: Instruction): string {
  if (!one.keyword) return 'a continuation stands here with nothing to continue: take the line away'
  const near = nearest(one.keyword, KEYWORDS)
  const hint = near
    ? `did you mean ${near.toUpperCase()}?`
    : 'if it belongs to the line before, that one must end with the escape character'
  return `\`${one.keyword}\` is no instruction of a Dockerfile: ${hint}`
}

function missing(one: Instruction, example: string): string {
  return `${one.name.toUpperCase()} has no argument: write ${example}`
}

function exactlyOne(one: Instruction, example: string): string | undefined {
  return one.words.length === 1 ? undefined : missing(one, example)
}

function copies(one: Instruction): string | undefined {
  const name = one.name.toUpperCase()
  if (one.words.length < 2)
    return one.words.length
      ? `${name} has a source but no destination: write ${name} source… destination`
      : missing(one, `${name} source… destination`)
  return (
    flagFault(one) ??
    (heredocHead(one.words.at(-1)?.text ?? '') ? `the destination of ${name} is a here-document: put the path last` : undefined)
  )
}

function pairs(one: Instruction): string | undefined {
  const fault = flagFault(one)
  if (fault) return fault
  if (!one.pairs.length) return missing(one, `${one.name.toUpperCase()} name=value`)
  return one.pairs.some((pair) => !pair.name.text) ? `the name before = is missing: write ${one.name.toUpperCase()} name=value` : undefined
}

function from(one: Instruction): string | undefined {
  const [, as, name] = one.words
  if (one.words.length === 3 && as?.text.toLowerCase() === 'as') {
    if (!STAGE_NAME.test(name?.text.toLowerCase() ?? '')) {
      return `\`${name?.text}\` is no name for a stage: begin with a letter, go on with letters, digits, -, _ and .`
    }
  } else if (one.words.length !== 1) return 'FROM takes an image, or an image, AS and a name: write FROM image AS name'
  return flagFault(one)
}

const DURATIONS = ['interval', 'timeout', 'start-period', 'start-interval']

function healthcheck(one: Instruction): string | undefined {
  const [kind, ...rest] = one.words
  if (!kind) return missing(one, 'HEALTHCHECK CMD command')
  const type = kind.text.toUpperCase()
  if (type === 'NONE') return rest.length ? 'HEALTHCHECK NONE takes nothing else: take the rest away' : undefined
  const fault = flagFault(one)
  if (fault) return fault
  if (type !== 'CMD') return `\`${kind.text}\` is no kind of HEALTHCHECK: write HEALTHCHECK CMD command, or HEALTHCHECK NONE`
  if (!rest.length) return 'HEALTHCHECK CMD has no command: write one after CMD'
  for (const name of DURATIONS) {
    const value = flagValue(one, name)?.text
    if (!value) continue
    const duration = parseDuration(value)
    if (duration === undefined) return `--${name}=${value} is no duration: write a number with its unit, such as 30s`
    if (duration !== 0 && duration < 1e6) return `--${name}=${value} is less than a millisecond: write 1ms or more`
  }
  const retries = flagValue(one, 'retries')?.text
  if (!retries) return undefined
  const count = parseInteger(retries)
  return count === undefined || count < 0 || count > 0x7fffffff
    ? `--retries=${retries} is no count: write a whole number from 0`
    : undefined
}

function onbuild(one: Instruction): string | Refusal | undefined {
  const trigger = one.trigger
  if (!trigger) return missing(one, 'ONBUILD RUN command')
  const fault = flagFault(one)
  if (fault) return fault
  const name = trigger.name.toUpperCase()
  if (name !== 'ONBUILD' && name !== 'FROM' && name !== 'MAINTAINER') return undefined
  return { message: `ONBUILD ${name} is not allowed: a trigger is any other instruction`, kind: 'onbuild' }
}

function run(one: Instruction): string | undefined {
  const fault = flagFault(one)
  if (fault) return fault
  for (const { text } of flagValues(one, 'mount')) {
    const fields = parseFields(text)
    if (!fields) return 'the quotes of --mount are wrong: quote a whole field, "source=a,b", or none'
    const variable = fields
      .map((field) => /^from=(.*)$/i.exec(field)?.[1] ?? '')
      .find((value) => value.includes('$') && value.indexOf('$') < value.length - 1)
    if (variable) return `the \`from\` of --mount takes no variable: name a stage FROM ${variable} AS name, and mount from it`
  }
  const network = flagValue(one, 'network')?.text
  if (network !== undefined && !['default', 'none', 'host'].includes(network))
    return `--network=${network} is no network: write default, none or host`
  const security = flagValue(one, 'security')?.text
  if (security !== undefined && !['sandbox', 'insecure'].includes(security))
    return `--security=${security} is no mode: write sandbox or insecure`
  return flagValues(one, 'device')
    .map((word) => device(word.text))
    .find((message) => message !== undefined)
}

function device(text: string): string | undefined {
  const fields = parseFields(text)
  if (!fields) return 'the quotes of --device are wrong: quote a whole field or none'
  let name = ''
  for (const field of fields) {
    const [key = '', value] = field.split(/=(.*)/s)
    const lower = key.toLowerCase()
    if (lower === 'required') {
      if (value !== undefined && !isBoolean(value)) return `required=${value} of --device is neither true nor false`
    } else if (value !== undefined && lower === 'name') {
      if (name) return `--device names ${name} and ${value}: keep one`
      name = value
    } else if (name) return `\`${field}\` of --device is nothing that it knows: write name=…,required`
    else name = field
  }
  return undefined
}

function shell(one: Instruction): string | undefined {
  if (!one.words.length) return 'SHELL has no program: write SHELL ["/bin/bash", "-c"]'
  return one.form === 'exec' ? undefined : 'SHELL takes a JSON list only: write SHELL ["/bin/bash", "-c"]'
}

function volume(one: Instruction): string | undefined {
  return one.words.some((word) => word.text.trim() === '') ? 'a path of VOLUME is empty: write one, such as /data' : undefined
}
