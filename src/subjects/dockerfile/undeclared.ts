import { nearest } from '../../errors.ts'
import type { Dockerfile, DockerWord, Instruction, Stage, Step } from '../../model/dockerfile.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Source, Span } from '../../model/position.ts'
import type { Fields } from '../values.ts'
import { setByBase } from './base-variables.ts'
import { FieldsBuilder } from './fields.ts'

/** Variables that an instruction uses and nothing declares, each at its `$`. */
export function undeclaredIn(one: Instruction, step: Step | undefined, file: Dockerfile): Fields[] {
  return (step?.undeclared ?? []).map(({ name, word }) => {
    const span = word ? useOf(name, word, file.source) : one.key
    const near =
      nearest(
        name,
        declaredBefore(step).filter((known) => known !== name),
      ) ?? ''
    const fields = new FieldsBuilder(file.source, span, span).put('name', name).put('near', near).put('default', defaultOf(name, word))
    const { origin } = fields
    return fields
      .lazy('setByBase', () => {
        const based = step ? setByBase(name, step.stage, file) : false
        if (typeof based === 'boolean') return based
        // What is nearly the name of a variable of the file is a slip.
        if (near !== '') return false
        throw new Unsettled(based, origin)
      })
      .done()
  })
}

// Where the escape or quotes stand between the two, the word as a whole.
function useOf(name: string, { span }: DockerWord, source: Source): Span {
  const text = source.text.slice(span.start, span.end)
  const at = [`$${name}`, `\${${name}`].map((use) => text.indexOf(use)).find((index) => index >= 0)
  return at === undefined ? span : { start: span.start + at, end: span.end }
}

/** `1000` of `${UID:-1000}`; '' for none and for one that is a variable itself. */
function defaultOf(name: string, word: DockerWord | undefined): string {
  const use = `\${${name}:-`
  const at = word?.text.indexOf(use) ?? -1
  return at < 0 ? '' : (/^[^$}]{1,80}(?=\})/.exec(word?.text.slice(at + use.length) ?? '')?.[0] ?? '')
}

const MOST_NAMES = 200
const declared = new WeakMap<Stage, readonly string[]>()

// Names that ARG and ENV of the stage and of those it is built on give, for `did you mean`.
function declaredBefore(step: Step | undefined): readonly string[] {
  if (!step) return []
  const known = declared.get(step.stage)
  if (known) return known
  const names = new Set<string>()
  for (let stage: Stage | undefined = step.stage; stage && names.size < MOST_NAMES; stage = stage.parent) {
    for (const { instruction } of stage.steps.slice(0, 10 * MOST_NAMES))
      if (instruction.name !== 'label') for (const pair of instruction.pairs.slice(0, MOST_NAMES)) names.add(pair.name.text)
  }
  const first = [...names].slice(0, MOST_NAMES)
  declared.set(step.stage, first)
  return first
}
