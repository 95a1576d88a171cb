import type { Offence } from '../model/finding.ts'
import type { Subject } from '../model/subject.ts'
import { crypto } from '../source/packages.ts'

/** Hexadecimal digits; 80 bits keep a million findings apart. */
const LENGTH = 20

/**
 * What a finding is known by from run to run: its rule, file, resource, container and path, and no line, so that it survives what
 * moves above it.
 */
export function partsOf(rule: string, { resource, container, label }: Subject, { file, identity }: Offence): readonly string[] {
  const owner = resource ? [resource.kind, resource.namespace, resource.name, container ?? ''] : [label]
  return [rule, file, ...owner, identity]
}

/** A digest of such parts. Equal ones of a file are told apart by their order, from 0. */
export class Digest {
  readonly parts: readonly string[]
  #digits: string | undefined

  constructor(parts: readonly string[], ordinal: number) {
    this.parts = [...parts, String(ordinal)]
  }

  toString(): string {
    this.#digits ??= crypto().createHash('sha256').update(JSON.stringify(this.parts)).digest('hex').slice(0, LENGTH)
    return this.#digits
  }

  toJSON(): string {
    return this.toString()
  }
}
