import { z } from 'zod'
import { dayNumber } from '../model/day.ts'

/** Linters whose suppressions can be taken for waivers. */
const HONOURED = ['kube-linter', 'kube-score', 'checkov', 'polaris', 'kubescape', 'hadolint', 'trivy', 'kics'] as const
export type Honoured = (typeof HONOURED)[number]

const text = z.string().trim().min(1)
const list = z.array(text).min(1)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, YYYY-MM-DD')
  .refine((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value) || dayNumber(value) !== undefined, 'there is no such day in the calendar')
const link = z
  .string()
  .trim()
  .regex(/^https?:\/\/[^\s/]+\S*$/, 'must be an address that begins with https:// or http://')
const days = z.int().min(1).max(36_500)

const attestation = z
  .strictObject({
    control: text.describe('The control: a rule id, a covered id, or tool:id.'),
    statement: text.describe('What is attested, in a sentence that an auditor can check.'),
    owner: text.describe('Who answers for it: @org/team, @person or an address.'),
    link: link.describe('Where the proof is.'),
    expires: day.describe('The last day on which it holds, YYYY-MM-DD.'),
  })
  .describe('What no file can show, with somebody who answers for it.')

const waiver = z
  .strictObject({
    rule: text.optional().describe('The rule that is waived: an id, a covered id, or tool:id. Either this or control.'),
    control: text.optional().describe('The same, by the control.'),
    paths: list.optional().describe('Only in these files: globs relative to the root; ! takes files out again.'),
    resources: list.optional().describe('Only for these objects: Kind/name or Kind/namespace/name; * stands for any text.'),
    containers: list.optional().describe('Only for these containers or compose services; * stands for any text.'),
    reason: text.describe('Why this is accepted.'),
    owner: text.optional().describe('Who answers for it; without it the owner of the file in CODEOWNERS.'),
    expires: day.optional().describe('The last day on which it holds, YYYY-MM-DD.'),
  })
  .describe('A finding that is accepted for a time.')

export const ACCOUNTABLE = {
  attestations: z.array(attestation).optional().describe('Controls that no file can show, each with its owner and its end.'),
  'attestation-max-days': days.optional().describe('How far away the end of an attestation may be (366).'),
  waivers: z.array(waiver).optional().describe('Findings that are accepted for a time.'),
  'waiver-max-days': days.optional().describe('How far away the end of a waiver may be (366).'),
  'waiver-expiry': z.enum(['required', 'optional']).optional().describe('optional: a waiver without an end holds too (required).'),
  honour: z.array(z.enum(HONOURED)).optional().describe("Linters whose suppressions count as waivers, by the rules' aliases."),
} as const

export type AttestationConfig = z.infer<typeof attestation>
export type WaiverConfig = z.infer<typeof waiver>
