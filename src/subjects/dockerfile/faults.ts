import type { Dockerfile, DockerfileFault, Instruction } from '../../model/dockerfile.ts'
import type { Source } from '../../model/position.ts'
import { firstIndex } from '../../model/search.ts'
import type { Fields } from '../values.ts'
import { FieldsBuilder } from './fields.ts'

const inOrder = new WeakMap<Dockerfile, readonly DockerfileFault[]>()

/** What BuildKit refuses in an instruction, for expressions. */
export function faultsIn({ span }: Instruction, dockerfile: Dockerfile): readonly Fields[] {
  const faults = inOrder.get(dockerfile) ?? [...dockerfile.faults].sort((one, other) => one.span.start - other.span.start)
  inOrder.set(dockerfile, faults)
  const from = firstIndex(faults.length, (index) => (faults[index]?.span.start ?? 0) >= span.start)
  const to = firstIndex(faults.length, (index) => (faults[index]?.span.start ?? 0) > span.end)
  return faults.slice(from, to).map((fault) => faultFields(dockerfile.source, fault))
}

// `refused` is not settled where another frontend, or a build that is given an argument, may take it.
export function faultFields(source: Source, fault: DockerfileFault): Fields {
  const fields = new FieldsBuilder(source, fault.span, fault.span).put('kind', fault.kind).put('message', fault.message)
  const reason = openness(fault)
  return fields.reading('refused', { value: reason === '' ? 'yes' : undefined, reason, origin: fields.origin }).done()
}

function openness({ answer, kind }: DockerfileFault): string {
  if (answer !== 'fail') return 'depends on the frontend that the syntax directive names'
  return kind === 'argument' ? 'depends on a build argument without default' : ''
}
