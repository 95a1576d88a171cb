import type { Command as CommandNode, Redirection, Word as WordNode } from 'unbash'
import type { Command, CommandAssignment, CommandRedirect } from '../../model/command.ts'
import type { Origin } from '../../model/origin.ts'
import { originOf, withOrigin } from '../../model/origin.ts'
import { originAt, placedList, placedObjects, type Reading, setReading } from '../origins.ts'
import { splitFlags } from './flags.ts'
import type { Flow } from './flow.ts'
import { packagesOf } from './packages.ts'
import { Scope, type Variables } from './variables.ts'
import { placeIn, readWord, readWords, type Script, type Word } from './word.ts'

/** The words of a simple command, read: what is needed to make a `Command` of it. */
export interface Draft {
  readonly words: readonly Word[]
  readonly assignments: readonly { readonly name: string; readonly value: Reading; readonly origin: Origin }[]
  readonly redirects: readonly Redirection[]
  readonly start: number
  readonly end: number
}

/** Where a command stands among others. */
export interface Position {
  readonly wrappers: readonly string[]
  readonly within: readonly string[]
  readonly place: number
  readonly length: number
  readonly after: string
  readonly before: string
}

export function draftOf(node: CommandNode, script: Script, variables: Variables): Draft {
  const words: Word[] = node.name ? readWords(node.name, script, variables) : []
  for (const argument of node.args) {
    if (argument.type === 'Word') words.push(...readWords(argument, script, variables))
    else
      words.push(
        assignmentWord(
          argument.text,
          argument.pos,
          argument.end,
          argument.value.type === 'Word' ? argument.value : undefined,
          script,
          variables,
        ),
      )
  }
  // Each sees those before it: A=1 B=$A.
  const scope = new Scope(variables)
  const assignments = node.prefix.flatMap((one) => {
    if (one.type !== 'Assignment') return []
    const origin = placeIn(script, one.pos, one.end)
    const value: Reading =
      one.value.type === 'Word' ? readWord(one.value, script, scope) : { value: undefined, reason: 'is a list of the shell', origin }
    scope.set(one.name, value.value)
    return [{ name: one.name, value, origin }]
  })
  return { words, assignments, redirects: node.redirects, start: node.pos, end: node.end }
}

// `export X=1`: the shell's declaration commands take assignments for words.
function assignmentWord(text: string, pos: number, end: number, value: WordNode | undefined, script: Script, variables: Variables): Word {
  const read = value ? readWord(value, script, variables) : undefined
  const head = text.slice(0, (value?.pos ?? pos) - pos)
  const offsets = [...head].map((_, index) => pos + index)
  return {
    text,
    value: read?.value === undefined ? undefined : head + read.value,
    template: head + (read?.template ?? ''),
    reason: read?.value === undefined ? (read?.reason ?? 'is a list of the shell') : '',
    prefix: head + (read?.prefix ?? ''),
    quoted: false,
    offsets: [...offsets, ...(read?.offsets ?? [])],
    origin: placeIn(script, pos, end),
  }
}

export function baseName(word: Word | undefined): string {
  const value = word?.value ?? ''
  return value.slice(value.lastIndexOf('/') + 1)
}

export function makeCommand(draft: Draft, position: Position, script: Script, variables: Variables, flow: Flow): Command {
  const whole = placeIn(script, draft.start, draft.end)
  const [first, ...rest] = draft.words
  const list = originAt(script.source, whole.span, first?.origin.span ?? whole.span)
  const name = baseName(first)
  const split = splitFlags(name, rest)
  const flags = placedObjects(split.flags, list)
  if (split.opaque) setReading(flags, String(flags.length), split.opaque)
  const made = {
    [FLOW]: flow,
    text: script.text.slice(draft.start, draft.end),
    arguments: placedList(rest, list),
    flags,
    operands: placedList(split.operands, list),
    packages: packagesOf(name, split, list),
    assignments: placedObjects(draft.assignments.map(makeAssignment), list),
    redirects: placedObjects(
      draft.redirects.map((one) => makeRedirect(one, script, variables)),
      list,
    ),
    wrappers: position.wrappers,
    pipeline: pipelineOf(position),
    after: position.after,
    before: position.before,
    within: position.within,
  }
  const nothing: Reading = { value: '', reason: '', origin: list }
  const subcommand = split.operands[0] ?? nothing
  setReading(made, 'name', first ? { ...first, value: first.value === undefined ? undefined : name } : nothing)
  setReading(made, 'subcommand', subcommand)
  Object.defineProperties(made, LINKS)
  return withOrigin(made as unknown as Command, commandOrigin(made, whole, list, first?.origin ?? list, subcommand.origin))
}

const ALONE = Object.freeze({ position: 1n, length: 1n })

function pipelineOf({ place, length }: Position): Command['pipeline'] {
  return length === 1 ? ALONE : { position: BigInt(place), length: BigInt(length) }
}

const FLOW: unique symbol = Symbol('flow')
type Flowing = Command & { readonly [FLOW]: Flow }

const LINKS: PropertyDescriptorMap = {
  [FLOW]: { enumerable: false },
  inputs: {
    enumerable: true,
    get(this: Flowing): Command['inputs'] {
      return this[FLOW].inputs(this)
    },
  },
  outputs: {
    enumerable: true,
    get(this: Flowing): Command['outputs'] {
      return this[FLOW].outputs(this)
    },
  },
}

// A list or object of its own stands where its words stand, whatever else a command has where the command stands.
function commandOrigin(made: object, whole: Origin, list: Origin, name: Origin, subcommand: Origin): Origin {
  const child = (key: string | number): Origin | undefined => {
    if (key === 'name') return name
    if (key === 'subcommand') return subcommand
    if (!PARTS.has(String(key))) return Object.hasOwn(made, key) ? list : undefined
    return originOf((made as Readonly<Record<string, unknown>>)[key]) ?? list
  }
  return { source: whole.source, span: whole.span, key: list.key, child }
}

const PARTS: ReadonlySet<string> = new Set(['arguments', 'flags', 'operands', 'packages', 'assignments', 'redirects'])

function makeAssignment(one: Draft['assignments'][number]): CommandAssignment {
  const made = { name: one.name }
  setReading(made, 'value', one.value)
  return withOrigin(
    made as CommandAssignment,
    originAt(one.origin.source, one.origin.span, one.origin.span, new Map([['value', one.value.origin]])),
  )
}

function makeRedirect(node: Redirection, script: Script, variables: Variables): CommandRedirect {
  const origin = placeIn(script, node.pos, node.end)
  const input = node.operator.startsWith('<')
  const descriptor = node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : input ? 0 : 1
  const made = { operator: node.operator, descriptor: BigInt(descriptor) }
  if (node.type === 'HereDoc') setReading(made, 'target', { value: node.delimiter?.value ?? '', reason: '', origin })
  else setReading(made, 'target', node.target ? readWord(node.target, script, variables) : { value: '', reason: '', origin })
  return withOrigin(made as unknown as CommandRedirect, origin)
}
