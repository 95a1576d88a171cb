import type { DockerfileFault } from '../model/dockerfile.ts'
import type { Source } from '../model/position.ts'
import { FieldsBuilder } from './dockerfile-fields.ts'
import type { Fields } from './values.ts'

/** What BuildKit refuses, for expressions. `refused` is not settled where another frontend may take it. */
export function faultFields(source: Source, fault: DockerfileFault): Fields {
  const fields = new FieldsBuilder(source, fault.span, fault.span).put('kind', fault.kind).put('message', fault.message)
  const reason = 'depends on the frontend that the syntax directive names'
  return fields
    .reading(
      'refused',
      fault.answer === 'fail' ? { value: 'yes', reason: '', origin: fields.origin } : { value: undefined, reason, origin: fields.origin },
    )
    .done()
}
