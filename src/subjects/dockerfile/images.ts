import type { Dockerfile, DockerWord, Expanded, Instruction, Stage } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { type ImageReference, parseImage } from '../../source/image-reference.ts'
import { knownBase } from '../builds/known-bases.ts'
import { hasReleases, releasesOf } from '../images/releases.ts'
import type { Fields } from '../values.ts'
import { FieldsBuilder } from './fields.ts'

const PARTS = ['registry', 'repository', 'name', 'tag', 'digest'] as const

/** Whether something in the repository other than the file itself builds an image of that name. */
export type IsBuiltHere = (reference: string) => boolean

/** Images from outside that a stage is built of, in the order of the file: its base, those it copies from and those it mounts. */
export function imagesOf(stage: Stage, { source, instructions }: Dockerfile, isBuiltHere: IsBuiltHere): readonly Fields[] {
  const images: Fields[] = []
  if (!stage.parent && stage.base.value !== 'scratch')
    images.push(imageOf(source, stage.base, 'FROM', isBuiltHere, defaultOf(stage.base.word, instructions)))
  for (const step of stage.steps) {
    for (const from of step.from) {
      if (from.stage || from.name === 'scratch' || /^[-+]?\d+$/.test(from.name)) continue
      const word = { text: from.name, span: from.flag.span }
      const by = step.instruction.name === 'copy' ? 'COPY' : 'RUN'
      images.push(imageOf(source, { word, value: from.name, reason: '', unset: [] }, by, isBuiltHere))
    }
  }
  return images
}

/** What an image reference names, for expressions: as for pods, and `by`, the instruction that names it. */
export function imageOf(source: Source, expanded: Expanded, by: string, isBuiltHere: IsBuiltHere, given?: DockerWord): Fields {
  const { span } = expanded.word
  const fields = new FieldsBuilder(source, span, span).put('by', by).put('written', expanded.word.text).put('stage', false)
  if (given) fields.put('given', given.text, given.span)
  if (!expanded.reason) {
    const image = parseImage(expanded.value)
    fields.put('reference', image.reference).put('shown', image.reference).put('valid', image.valid)
    for (const part of PARTS) fields.put(part, image[part])
    fields.put('knownUser', knownBase(image)?.user ?? '').lazy('builtHere', () => isBuiltHere(expanded.value))
    return fields.lazy('releases', () => releasesOf(image)).done()
  }
  const unsettled = { value: undefined, reason: expanded.reason, origin: fields.origin }
  // What `node:$VERSION` stands for is open, and that it is a release of Node.js is not.
  const head = /^([^$:@]+):/.exec(expanded.word.text)?.[1] ?? ''
  if (hasReleases(parseImage(head).name)) fields.reading('releases', unsettled)
  else fields.put('releases', [])
  const tail = settledTail(expanded.word)
  fields.put('builtHere', false).reading('knownUser', unsettled)
  fields.reading('reference', unsettled).put('shown', expanded.word.text).put('valid', true)
  for (const part of ['registry', 'repository', 'name'] as const) fields.reading(part, unsettled)
  for (const part of ['tag', 'digest'] as const) {
    const value = tail?.[part]
    fields.reading(part, value === undefined ? unsettled : { value, reason: '', origin: fields.origin })
  }
  return fields.done()
}

const MOST_ARGUMENTS = 200

// Of the variables of a FROM the last tells the tag: the default of its ARG is what a person edits.
function defaultOf({ text }: DockerWord, instructions: readonly Instruction[]): DockerWord | undefined {
  const [name] = [...text.matchAll(/\$\{?(\w{1,100})/g)].map((match) => match[1]).reverse()
  if (name === undefined) return undefined
  const first = instructions.findIndex((one) => one.name === 'from')
  const before = instructions.slice(0, Math.min(Math.max(first, 0), MOST_ARGUMENTS)).filter((one) => one.name === 'arg')
  return before.flatMap((one) => one.pairs.slice(0, MOST_ARGUMENTS).filter((pair) => pair.name.text === name)).at(-1)?.value
}

// `$REGISTRY/app:1.2` has a tag, and `app:$TAG@sha256:…` a digest, whatever the variables hold.
function settledTail({ text }: DockerWord): Partial<Pick<ImageReference, 'tag' | 'digest'>> | undefined {
  const at = text.lastIndexOf('@')
  if (at >= 0 && !text.slice(at).includes('$')) {
    const { valid, digest } = parseImage(`x${text.slice(at)}`)
    return valid ? { digest, tag: '' } : undefined
  }
  const slash = text.lastIndexOf('/')
  const last = text.slice(slash + 1)
  if (slash < 0 || /[$"'}]/.test(last)) return undefined
  const { valid, tag, digest } = parseImage(last)
  return valid ? { tag, digest } : undefined
}
