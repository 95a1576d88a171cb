import { createHash } from 'node:crypto'
import type { Offence } from '../model/finding.ts'
import type { Subject } from '../model/subject.ts'

/** Hexadecimal digits; 80 bits keep a million findings apart. */
const LENGTH = 20

/**
 * What a finding is known by from run to run: its rule, file, resource, container and path, and no line, so that it survives what
 * moves above it. Equal ones of a file are told apart by their order, from 0.
 */
export function fingerprint(rule: string, subject: Subject, offence: Offence, ordinal: number): string {
  const { resource, container } = subject
  const owner = resource ? [resource.kind, resource.namespace, resource.name, container ?? ''] : [subject.label]
  const parts = [rule, offence.file, ...owner, offence.identity, String(ordinal)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH)
}
