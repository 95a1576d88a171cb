import type { Instruction, Settings, Stage, Step } from '../model/dockerfile.ts'
import type { Source } from '../model/position.ts'
import { originAt, placedList, placedObjects } from '../source/origins.ts'
import { FieldsBuilder, readingOf } from './dockerfile-fields.ts'
import { imageOf, imagesOf } from './dockerfile-images.ts'
import { settingReading } from './dockerfile-instruction.ts'
import type { Fields } from './values.ts'

/** A stage for expressions; see docs/guides/variables.md. */
export function stageFields(stage: Stage, source: Source, final: boolean, fieldsOf: (one: Instruction) => Fields): Fields {
  const { span, key } = stage.instruction
  const end = stage.steps.at(-1)?.instruction.span.end ?? span.end
  const fields = new FieldsBuilder(source, { start: span.start, end }, key)
  const { origin } = fields
  const empty = { value: '', reason: '', origin }
  fields
    .put('index', BigInt(stage.index))
    .put('name', stage.name, stage.instruction.words[2]?.span)
    .put('final', final)
    .reading('base', readingOf(source, stage.base.word, stage.base))
    .put('parent', stage.parent?.name ?? '')
    .put('basedOnStage', stage.parent !== undefined)
    .reading('platform', stage.platform ? readingOf(source, stage.platform.word, stage.platform) : empty)
    .lazy('image', () => imageOf(source, bottom(stage).base, 'FROM'))
    .lazy('images', () => placedObjects(imagesOf(stage, source), origin))
    .lazy('instructions', () =>
      placedObjects(
        stage.steps.map((step) => fieldsOf(step.instruction)),
        origin,
      ),
    )
  const { user, workdir, shell }: Settings = stage.end
  fields.reading('user', user ? settingReading(user, source) : empty)
  fields.reading('workdir', workdir ? settingReading(workdir, source) : empty)
  fields.lazy('shell', () => {
    if (!shell) return []
    const words = shell.words.map((word) => readingOf(source, word, undefined))
    return placedList(words, originAt(source, shell.span, shell.key))
  })
  lastOnes(stage, fields, fieldsOf)
  return fields.done()
}

// What the image ends up with, written here or inherited from an earlier stage; [] or the instruction alone.
function lastOnes(stage: Stage, fields: FieldsBuilder, fieldsOf: (one: Instruction) => Fields): void {
  for (const name of ['cmd', 'entrypoint', 'healthcheck', 'stopsignal']) {
    const found = last(stage, name)
    fields.lazy(name, () => (found ? [fieldsOf(found.instruction)] : []), found?.instruction.key)
  }
  fields.lazy('exposed', () => chain(stage).flatMap((one) => steps(one, 'expose').map((step) => fieldsOf(step.instruction))))
  fields.lazy('labels', () => chain(stage).flatMap((one) => steps(one, 'label').map((step) => fieldsOf(step.instruction))))
}

function steps(stage: Stage, name: string): readonly Step[] {
  return stage.steps.filter((step) => step.instruction.name === name)
}

function last(stage: Stage, name: string): Step | undefined {
  return chain(stage)
    .flatMap((one) => steps(one, name))
    .at(-1)
}

/** The stage and those it is built on, the first first. */
export function chain(stage: Stage): readonly Stage[] {
  const all: Stage[] = []
  for (let one: Stage | undefined = stage; one; one = one.parent) all.push(one)
  return all.reverse()
}

function bottom(stage: Stage): Stage {
  let one = stage
  while (one.parent) one = one.parent
  return one
}
