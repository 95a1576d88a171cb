import type { Dockerfile, Instruction } from '../../model/dockerfile.ts'
import type { Fields } from '../values.ts'
import { FieldsBuilder } from './fields.ts'

/** Comments of their own lines; those inside an instruction belong to it. */
export function commentsOf({ pieces, source }: Dockerfile): readonly Fields[] {
  return pieces.flatMap(({ kind, span }) => {
    if (kind !== 'comment') return []
    const line = source.text.slice(span.start, span.end)
    const text = line.replace(/^\s*#\s*/, '').trimEnd()
    const start = span.start + line.indexOf('#')
    return [
      new FieldsBuilder(source, { start, end: span.start + line.trimEnd().length }, { start, end: start + 1 }).put('text', text).done(),
    ]
  })
}

/** The instructions whose case is compared: those of stages. */
export function cased({ stages }: Dockerfile): Instruction[] {
  return stages.flatMap((stage) => [stage.instruction, ...stage.steps.map((step) => step.instruction)])
}

/** The case that most instructions have; upper where it is even. */
export function casingOf(instructions: readonly Instruction[]): 'lower' | 'upper' {
  let lower = 0
  for (const { keyword } of instructions) lower += keyword === keyword.toLowerCase() ? 1 : keyword === keyword.toUpperCase() ? -1 : 0
  return lower > 0 ? 'lower' : 'upper'
}
