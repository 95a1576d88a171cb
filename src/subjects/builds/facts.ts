import type { Dockerfile, Stage } from '../../model/dockerfile.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Sources } from '../../model/sources.ts'
import { parseImage } from '../../source/image-reference.ts'
import { FieldsBuilder } from '../dockerfile/fields.ts'
import { settingReading } from '../dockerfile/instruction.ts'
import { stageOf } from '../dockerfile/subjects.ts'
import { type Fields, itemsAt, textAt, throwing } from '../values.ts'
import type { Build } from './build.ts'
import { type KnownBase, knownBase } from './known-bases.ts'

const MEMBERS = ['dockerfile', 'by', 'stage', 'base', 'user', 'userSet', 'exposed', 'exposesMore', 'healthcheck', 'windows']

/** The image of a container as its Dockerfile makes it; see docs/guides/variables.md. */
export function builtImage(file: Dockerfile, stage: Stage, build: Build, sources: Sources): Fields {
  const { source } = file
  const { span, key } = stage.instruction
  const fields = stageOf(file, stage, sources)
  const { base, known } = bottomOf(stage)
  const made = new FieldsBuilder(source, span, key)
    .put('dockerfile', source.path)
    .put('by', build.by)
    .put('stage', fields)
    .put('base', base.reason === '' ? base.value : base.word.text, base.word.span)
    .put('userSet', stage.end.user !== undefined)
    .put('exposesMore', known?.exposesNothing !== true)
    .lazy('exposed', () => itemsAt(fields, 'exposed').flatMap((one) => [...itemsAt(one, 'ports')]))
    .lazy('healthcheck', () => itemsAt(fields, 'healthcheck').some((one) => !/^none$/i.test(textAt(one, 'text') ?? '')))
    .lazy('windows', () => fields.windows)
  const { user } = stage.end
  if (user) made.reading('user', settingReading(user, source))
  else if (known) made.put('user', known.user, base.word.span)
  else made.reading('user', { value: undefined, reason: `depends on the user of the image ${base.word.text}`, origin: made.origin })
  return made.done()
}

const SCRATCH: KnownBase = { user: '0', exposesNothing: true }

/** What the first of a stage's stages starts from, and what everybody knows of it. */
export function bottomOf(stage: Stage): { readonly base: Stage['base']; readonly known: KnownBase | undefined } {
  let one = stage
  while (one.parent) one = one.parent
  const { base } = one
  if (base.reason !== '') return { base, known: undefined }
  return { base, known: base.value === 'scratch' ? SCRATCH : knownBase(parseImage(base.value)) }
}

/** Where several Dockerfiles build an image of that name, nobody knows which one runs. */
export function ambiguous(paths: readonly string[]): Fields {
  const shown = paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and others` : paths.join(', ')
  return throwing(new Unsettled(`depends on which Dockerfile builds the image: ${shown}`, undefined), {}, MEMBERS)
}
