import { originOf } from '../../../src/model/origin.ts'
import { type Place, Source } from '../../../src/model/position.ts'
import { type ParsedYaml, parseYaml } from '../../../src/source/yaml/parse.ts'

export function read(text: string, options: { templated?: boolean; schema?: 'kubernetes' | 'core' } = {}) {
  return parseYaml(new Source('a.yaml', text), { templated: false, ...options })
}

export function only(text: string, options: { templated?: boolean; schema?: 'kubernetes' | 'core' } = {}): ParsedYaml {
  const { documents, faults } = read(text, options)
  if (!documents[0] || documents.length > 1 || faults.length > 0) throw new Error(`not one good document: ${JSON.stringify(faults)}`)
  return documents[0]
}

/** The faults as `line:column message`. */
export function faultsOf(text: string, options: { templated?: boolean } = {}): string[] {
  return read(text, options).faults.map((fault) => `${short(fault)} ${fault.message}`)
}

export function short(place: Place): string {
  return `${place.line}:${place.column}`
}

/** Where the key of what `path` leads to stands, with ` > ` and the anchored place where it is written elsewhere. */
export function keyAt(text: string, path: readonly (string | number)[]): string | undefined {
  let origin = originOf(only(text).value)
  for (const step of path) origin = origin?.child(step)
  if (!origin) return undefined
  const anchor = origin.anchor && short(origin.source.place(origin.anchor.key))
  return short(origin.source.place(origin.key)) + (anchor ? ` > ${anchor}` : '')
}
