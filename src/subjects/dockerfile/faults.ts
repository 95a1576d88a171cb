import type { DockerfileFault } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import type { Fields } from '../values.ts'
import { FieldsBuilder } from './fields.ts'

/** What BuildKit refuses, for expressions. `refused` is not settled where another frontend, or a build that is given an argument, may take it. */
export function faultFields(source: Source, fault: DockerfileFault): Fields {
  const fields = new FieldsBuilder(source, fault.span, fault.span).put('kind', fault.kind).put('message', fault.message)
  const reason = openness(fault)
  return fields.reading('refused', { value: reason === '' ? 'yes' : undefined, reason, origin: fields.origin }).done()
}

function openness({ answer, kind }: DockerfileFault): string {
  if (answer !== 'fail') return 'depends on the frontend that the syntax directive names'
  return kind === 'argument' ? 'depends on a build argument without default' : ''
}
