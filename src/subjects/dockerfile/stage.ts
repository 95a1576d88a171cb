import { nearest } from '../../errors.ts'
import type { Dockerfile, Instruction, Settings, Stage } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { parseImage } from '../../source/image-reference.ts'
import { originAt, placedList, placedObjects } from '../../source/origins.ts'
import { type Fields, itemsAt } from '../values.ts'
import { bottom, globalNames } from './base-variables.ts'
import { checkoutsOf } from './checkouts.ts'
import type { Facts } from './facts.ts'
import { FieldsBuilder, readingOf } from './fields.ts'
import { type IsBuiltHere, imageOf, imagesOf } from './images.ts'
import { settingReading } from './instruction.ts'
import { isWindows } from './shell.ts'

/** What an ARG before the first FROM belongs to. */
export const NO_STAGE: Fields = {
  index: -1n,
  name: '',
  final: false,
  base: '',
  parent: '',
  basedOnStage: false,
  platform: '',
  images: [],
  instructions: [],
  triggers: [],
  snapshot: false,
  yarnBrought: false,
  checkouts: {},
  user: '',
  workdir: '',
  shell: [],
}

export interface Around {
  readonly file: Dockerfile
  readonly final: boolean
  readonly ends: Ends
  /** Whether an earlier stage has its name. */
  readonly nameTaken: boolean
  readonly facts: Facts
  readonly isBuiltHere: IsBuiltHere
  readonly fieldsOf: (one: Instruction, onbuild?: Instruction) => Fields
}

/** A stage for expressions; see docs/guides/variables.md. */
export function stageFields(stage: Stage, around: Around): Fields {
  const { source } = around.file
  const { span, key } = stage.instruction
  const end = stage.steps.at(-1)?.instruction.span.end ?? span.end
  const fields = new FieldsBuilder(source, { start: span.start, end }, key)
  headFields(stage, around, fields)
  bodyFields(stage, around, fields)
  settingFields(stage, source, fields)
  endFields(stage, around.ends, fields, around.fieldsOf)
  return fields.done()
}

// What its FROM says.
function headFields(stage: Stage, { file, final, nameTaken, isBuiltHere }: Around, fields: FieldsBuilder): void {
  const { source } = file
  const { origin } = fields
  const empty = { value: '', reason: '', origin }
  fields
    .put('index', BigInt(stage.index))
    .put('name', stage.name, stage.instruction.words[2]?.span)
    .put('written', stage.instruction.words[2]?.text ?? '')
    .put('nameTaken', nameTaken)
    .put('keywordsAgree', keywordsAgree(stage.instruction))
    .put('platformWritten', stage.platform?.word.text ?? '')
    .put('platformVaries', /\$/.test(stage.platform?.word.text ?? ''))
    .put('final', final)
    .reading('base', readingOf(source, stage.base.word, stage.base))
    .lazy('undeclared', () => stage.undeclared.map((name) => ({ name, near: nearest(name, globalNames(file)) ?? '' })))
    .put('baseValid', stage.base.value === 'scratch' || parseImage(stage.base.value).valid)
    .put('parent', stage.parent?.name ?? '')
    .lazy('windows', () => isWindows(file, stage))
    .put('basedOnStage', stage.parent !== undefined)
    .reading('platform', stage.platform ? readingOf(source, stage.platform.word, stage.platform) : empty)
    .lazy('image', () => imageOf(source, bottom(stage).base, 'FROM', isBuiltHere))
    .lazy('images', () => placedObjects(imagesOf(stage, file, isBuiltHere), origin))
}

function bodyFields(stage: Stage, { facts, fieldsOf }: Around, fields: FieldsBuilder): void {
  const { origin } = fields
  const own = () => stage.steps.map((step) => fieldsOf(step.instruction))
  const triggers = () => stage.steps.flatMap(({ instruction: one }) => (one.trigger ? [fieldsOf(one.trigger, one)] : []))
  fields
    .lazy('instructions', () => placedObjects(own(), origin))
    .lazy('triggers', () => placedObjects(triggers(), origin))
    .lazy('snapshot', () => facts.snapshot(stage))
    .lazy('yarnBrought', () => facts.yarnBrought(stage))
    .lazy('checkouts', () => checkoutsOf(stage, fieldsOf))
    .lazy('inherited', () => chain(stage).flatMap((one) => one.steps.map((step) => fieldsOf(step.instruction))))
    .lazy('commands', () => stage.steps.flatMap((step) => itemsAt(fieldsOf(step.instruction), 'commands')))
}

function settingFields(stage: Stage, source: Source, fields: FieldsBuilder): void {
  const empty = { value: '', reason: '', origin: fields.origin }
  const { user, workdir, shell }: Settings = stage.end
  fields.reading('user', user ? settingReading(user, source) : empty)
  fields.reading('workdir', workdir ? settingReading(workdir, source) : empty)
  fields.lazy('shell', () => {
    if (!shell) return []
    const words = shell.words.map((word) => readingOf(source, word, undefined))
    return placedList(words, originAt(source, shell.span, shell.key))
  })
}

const LAST = ['cmd', 'entrypoint', 'healthcheck', 'stopsignal'] as const
const ALL = ['expose', 'label'] as const

/** What a stage ends up with, written in it or in one that it is built on. */
export type Ends = Partial<Record<(typeof LAST)[number], Instruction>>

/** The ends of every stage of a file: each takes over what its parent, which comes before it, ends with. */
export function endsOf(stages: readonly Stage[]): ReadonlyMap<Stage, Ends> {
  const all = new Map<Stage, Ends>()
  for (const stage of stages) {
    const ends: Ends = { ...(stage.parent && all.get(stage.parent)) }
    for (const { instruction } of stage.steps) {
      const name = LAST.find((one) => one === instruction.name)
      if (name) ends[name] = instruction
    }
    all.set(stage, ends)
  }
  return all
}

function endFields(stage: Stage, ends: Ends, fields: FieldsBuilder, fieldsOf: (one: Instruction) => Fields): void {
  for (const name of LAST) {
    const found = ends[name]
    fields.lazy(name, () => (found ? [fieldsOf(found)] : []), found?.key)
  }
  for (const name of ALL) {
    fields.lazy(name === 'expose' ? 'exposed' : 'labels', () =>
      chain(stage).flatMap((one) => one.steps.filter((step) => step.instruction.name === name).map((step) => fieldsOf(step.instruction))),
    )
  }
}

// BuildKit compares AS with a FROM that is of one case itself.
function keywordsAgree({ keyword, words }: Instruction): boolean {
  const as = words[1]?.text ?? ''
  if (keyword === keyword.toLowerCase()) return as === as.toLowerCase()
  return keyword !== keyword.toUpperCase() || as === as.toUpperCase()
}

/** The stage and those it is built on, the first first. */
export function chain(stage: Stage): readonly Stage[] {
  const all: Stage[] = []
  for (let one: Stage | undefined = stage; one; one = one.parent) all.push(one)
  return all.reverse()
}
