import type { Command } from '../../model/command.ts'
import type { Dockerfile, DockerWord, Instruction, Pair, Step } from '../../model/dockerfile.ts'
import { type Origin, Unsettled } from '../../model/origin.ts'
import type { Source } from '../../model/position.ts'
import { flagsOf, flagValues } from '../../source/dockerfile/flags.ts'
import { heredocHead } from '../../source/dockerfile/heredocs.ts'
import { readMount } from '../../source/dockerfile/mounts.ts'
import { parsePort } from '../../source/dockerfile/ports.ts'
import { readRemote } from '../../source/dockerfile/remote.ts'
import { originAt, placedList, placedObjects, type Reading } from '../../source/origins.ts'
import type { Fields } from '../values.ts'
import type { Facts } from './facts.ts'
import { faultsIn } from './faults.ts'
import { FieldsBuilder, type Makers, readingOf } from './fields.ts'
import { isIgnored } from './ignore-patterns.ts'
import { commandsOf, scriptFaultsOf, shellKind } from './shell.ts'
import { signaturesOf } from './signatures.ts'
import { undeclaredIn } from './undeclared.ts'

/** What an instruction is read with; an ARG before the first FROM and what does not parse belong to no step. */
export interface Context {
  readonly dockerfile: Dockerfile
  readonly step: Step | undefined
  /** Whether it has a part in an image that is built: its stage is the final one, or one that is built on. */
  readonly final: boolean
  readonly onbuild: boolean
  /** The patterns of the ignore file that the build reads. */
  readonly ignore: () => readonly string[]
  /** Which of the file's instructions it is, from 0. */
  readonly index: number
  /** The instruction of the stage that stands so many places further on, alone in a list. */
  readonly beside: (places: 1 | -1) => readonly Fields[]
  readonly facts: Facts
}

/** An instruction for expressions; see docs/guides/variables.md. */
export function instructionFields(one: Instruction, context: Context): Fields {
  const { source } = context.dockerfile
  const read = (word: DockerWord) => readingOf(source, word, context.step?.expanded.get(word))
  const fields = new FieldsBuilder(source, one.span, one.key)
  const { origin } = fields
  fields
    .put('keyword', one.name.toUpperCase())
    .put('written', one.keyword)
    .put('index', BigInt(context.index))
    .put('form', one.form)
    .put('final', context.final)
    .put('onbuild', context.onbuild)
    .put('emptyContinuation', one.emptyContinuation !== undefined, one.emptyContinuation)
    .all(MAKERS, { one, context, source, origin, read })
  const { step } = context
  const copies = one.name === 'copy' || one.name === 'add'
  const last = copies && one.words.length > 1 ? one.words.at(-1) : undefined
  const from = step?.from[0]
  const { user, workdir } = step?.before ?? {}
  const empty = { value: '', reason: '', origin }
  return fields
    .reading('destination', last ? read(last) : empty)
    .reading('user', user ? settingReading(user, source) : empty)
    .reading('workdir', workdir ? settingReading(workdir, source) : empty)
    .put('workdirSet', workdir !== undefined)
    .put('from', from?.name ?? '', from?.flag.span)
    .put('fromStage', from?.stage !== undefined)
    .done()
}

interface Ground {
  readonly one: Instruction
  readonly context: Context
  readonly source: Source
  readonly origin: Origin
  readonly read: (word: DockerWord) => Reading
}

const MAKERS: Makers<Ground> = {
  text: ({ one }) => one.joined.text.slice(one.rest.from, one.rest.to),
  arguments: ({ one, read, origin }) => placedList(argumentsOf(one, read), origin),
  resolved: ({ one, context }) => one.words.map((word) => context.step?.expanded.get(word)?.value ?? word.text),
  flags: ({ one, source }) => flagFields(one, source),
  pairs: ({ one, context, source, origin, read }) =>
    placedObjects(
      one.pairs.map((pair) => pairFields(pair, source, read, context)),
      origin,
    ),
  heredocs: ({ one, source, origin }) =>
    placedObjects(
      one.heredocs.map((doc) => heredocFields(doc, source)),
      origin,
    ),
  mounts: ({ one, context, source, origin }) => placedObjects(mountFields(one, context, source), origin),
  ports: ({ one, source, origin, read }) => placedObjects(one.name === 'expose' ? portFields(one, source, read) : [], origin),
  commands: ({ one, context }): readonly Command[] =>
    one.name === 'run' && context.step ? commandsOf(context.dockerfile, context.step) : [],
  scriptFaults: ({ one, context, origin }) => placedObjects(scriptFaultFields(one, context), origin),
  comments: ({ one }) => one.comments.map((comment) => comment.text),
  faults: ({ one, context }) => faultsIn(one, context.dockerfile),
  undeclared: ({ one, context, origin }) => placedObjects(undeclaredIn(one, context.step, context.dockerfile), origin),
  sources: ({ one, context, origin, read }) => placedObjects(sourcesOf(one, context, origin, read), origin),
  signatures: ({ context }) => signaturesOf(context.step, context.dockerfile),
  previous: ({ context }) => context.beside(-1),
  next: ({ context }) => context.beside(1),
  pipCacheOff: ({ context: { step, facts, index } }) => step !== undefined && facts.pipCacheOff(step.stage, index),
  recommendsOff: ({ context: { step, facts, index } }) => step !== undefined && facts.recommendsOff(step.stage, index),
  shell: ({ context, source, read }) => {
    const by = context.step?.before.shell
    return by ? placedList(by.words.map(read), originAt(source, by.span, by.key)) : []
  },
  shellKind: ({ context: { step, dockerfile } }) => (step ? shellKind(dockerfile, step) : 'posix'),
}

function scriptFaultFields(one: Instruction, { step, dockerfile }: Context): Fields[] {
  if (one.name !== 'run' || !step) return []
  return scriptFaultsOf(dockerfile, step).map(({ message, at }) => {
    const span = { start: at, end: at + 1 }
    return new FieldsBuilder(dockerfile.source, span, span).put('message', message).done()
  })
}

function argumentsOf(one: Instruction, read: (word: DockerWord) => Reading): Reading[] {
  // BuildKit leaves the text of commands to their shell.
  if (['run', 'cmd', 'entrypoint', 'shell', 'healthcheck', 'from'].includes(one.name)) {
    return one.words.map((word) => ({ ...read(word), value: word.text, reason: '' }))
  }
  return one.words.map(read)
}

function flagFields(one: Instruction, source: Source): Fields {
  const fields = new FieldsBuilder(source, one.span, one.key)
  for (const flag of flagsOf(one)) fields.put(flag.name, flag.value ?? 'true', flag.word.span)
  return fields.done()
}

function pairFields(pair: Pair, source: Source, read: (word: DockerWord) => Reading, { step }: Context): Fields {
  const span = { start: pair.name.span.start, end: pair.value?.span.end ?? pair.name.span.end }
  const fields = new FieldsBuilder(source, span, pair.name.span).put('legacy', pair.legacy).put('set', pair.value !== undefined)
  fields.reading('name', read(pair.name)).put('written', pair.value?.text ?? '')
  fields.lazy('undeclared', () => {
    const unset = (pair.value && step?.expanded.get(pair.value)?.unset) ?? []
    return unset.filter((name) => step?.undeclared.some((one) => one.name === name))
  })
  return fields.reading('value', pair.value ? read(pair.value) : { value: '', reason: '', origin: fields.origin }).done()
}

function heredocFields(doc: Instruction['heredocs'][number], source: Source): Fields {
  const fields = new FieldsBuilder(source, doc.body, { start: doc.body.start, end: doc.body.start })
  return fields.put('name', doc.name).put('expands', doc.expand).put('text', source.text.slice(doc.body.start, doc.body.end)).done()
}

function mountFields(one: Instruction, { step }: Context, source: Source): Fields[] {
  if (one.name !== 'run') return []
  return flagValues(one, 'mount').flatMap((word) => {
    const mount = readMount(
      word.text,
      (value) => [...(step?.expanded.values() ?? [])].find((found) => found.word.text === value)?.value ?? value,
    )
    if (typeof mount === 'string') return []
    const fields = new FieldsBuilder(source, word.span, word.span)
    for (const [name, value] of Object.entries(mount)) if (typeof value === 'string' || typeof value === 'boolean') fields.put(name, value)
    return [fields.done()]
  })
}

function portFields(one: Instruction, source: Source, read: (word: DockerWord) => Reading): Fields[] {
  return one.words.flatMap((word) => {
    const reading = read(word)
    const fields = new FieldsBuilder(source, word.span, word.span).put('written', word.text)
    if (reading.value === undefined) {
      for (const name of ['from', 'to', 'protocol', 'host']) fields.reading(name, reading)
      return [fields.done()]
    }
    const port = parsePort(reading.value)
    if ('fault' in port) return []
    return [fields.put('from', BigInt(port.from)).put('to', BigInt(port.to)).put('protocol', port.protocol).put('host', port.host).done()]
  })
}

function sourcesOf(one: Instruction, context: Context, { source }: Origin, read: Ground['read']): Fields[] {
  const last = one.words.at(-1)
  if (!last || (one.name !== 'copy' && one.name !== 'add')) return []
  const words = one.words.slice(0, -1).filter((word) => !heredocHead(word.text))
  return words.map((word) => sourceFields(read(word), word, read(last).value ?? '', { source, context }))
}

function sourceFields(reading: Reading, word: DockerWord, copy: string, { source, context }: Pick<Ground, 'source' | 'context'>): Fields {
  const fields = new FieldsBuilder(source, word.span, word.span).reading('path', reading).put('written', word.text)
  // A pattern, or the whole context, may keep some of its files; a trigger copies from the context of another build.
  const plain = !context.onbuild && reading.value !== undefined && !/^\.?\/?$|[*?[]/.test(reading.value) && !context.step?.from.length
  fields.lazy('unpacked', () => unpacked(reading, copy, context))
  fields.lazy('ignored', () => plain && isIgnored(reading.value ?? '', context.ignore()))
  // A URL or a repository is told by its beginning, which variables at its end do not change.
  const kind = readRemote(reading.value ?? word.text).kind
  const settled = reading.value !== undefined || kind !== 'local' || !word.text.startsWith('$')
  return fields.reading('kind', { value: settled ? kind : undefined, reason: reading.reason, origin: reading.origin }).done()
}

// What is not settled is a name that nobody can look for. A copy may have a name of its own.
function unpacked({ value, reason, origin }: Reading, copy: string, { step, facts, index }: Context): boolean {
  if (value === undefined) throw new Unsettled(reason, origin)
  return step !== undefined && [value, copy].some((path) => facts.unpacked(step.stage, path.slice(path.lastIndexOf('/') + 1), index))
}

export function settingReading(setting: NonNullable<Step['before']['user']>, source: Source): Reading {
  // Where the value is read, the instruction that set it is where to point, at the value.
  return { ...readingOf(source, setting.value.word, setting.value), origin: originAt(source, setting.by.span, setting.value.word.span) }
}
