import { z } from 'zod'
import type { Report } from '../model/report.ts'
import { SEVERITIES } from '../model/rule.ts'

const stage = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const reached = z.union([z.literal(0), stage])
const line = z.int().min(1).describe('From 1.')
const count = z.int().min(0)
const file = z.string().describe("Relative to the repository's root, with `/`; `.` for the repository as a whole.")
const score = z.number().min(0).max(100).nullable()
const severity = z.enum(SEVERITIES)

const resource = z.strictObject({ apiVersion: z.string(), kind: z.string(), namespace: z.string(), name: z.string() })

const stageResult = z.strictObject({
  stage,
  id: z.string(),
  title: z.string(),
  score: score.describe('Null when nothing was decided. Rounded down to one decimal.'),
  met: z.boolean(),
  attested: z.number().min(0).max(100).optional().describe('How many points of the score rest on attestations.'),
  missed: z.array(z.string()).describe('Why it is not met, each floor that was missed in words.'),
  controls: z.strictObject({ passed: count, failed: count, unknown: count, waived: count, notApplicable: count }),
})

const step = z.strictObject({
  edit: z.string(),
  file: file.nullable(),
  line: line.nullable(),
  closes: z.array(z.strictObject({ rule: z.string(), fingerprint: z.string() })),
  scoreGain: z.number(),
})

const target = z.strictObject({
  name: z.string(),
  paths: z.array(z.string()),
  owner: z.string().nullable(),
  requiredStage: stage.nullable(),
  reachedStage: reached,
  passed: z.boolean(),
  stages: z.array(stageResult),
  wayUp: z.array(step).describe('The smallest set of edits that meets the next stage, what gains most first.'),
})

const control = z.strictObject({
  id: z.string(),
  title: z.string(),
  stage,
  practice: z.string(),
  severity,
  kind: z.enum(['static', 'evidence', 'attested']),
  status: z.enum(['pass', 'fail', 'unknown', 'waived', 'not-applicable']),
  subjects: z.strictObject({ passed: count, failed: count, unknown: count, waived: count }),
  evidence: z.array(z.strictObject({ file, line, what: z.string() })),
})

const finding = z.strictObject({
  rule: z.string(),
  stage,
  severity,
  message: z.string(),
  file,
  line,
  column: line.describe('From 1, in UTF-16 code units.'),
  endLine: line,
  endColumn: line.describe('Exclusive.'),
  resource: resource.optional(),
  container: z.string().optional(),
  target: z.string(),
  related: z.array(z.strictObject({ file, line, column: line, message: z.string() })),
  waived: z
    .strictObject({ by: z.string(), reason: z.string(), owner: z.string(), expires: z.string().nullable() })
    .optional()
    .describe('Present when an accountable waiver covers it.'),
  saidBy: z.string().optional().describe('Fingerprint of the finding that says this problem already; reports for people print that one.'),
  fingerprint: z.string().describe('Survives moved lines, differs between files.'),
  fix: z.string().optional().describe('What to write.'),
})

const attestation = z.strictObject({
  rule: z.string(),
  file,
  line,
  statement: z.string(),
  owner: z.string(),
  link: z.string(),
  expires: z.iso.date(),
  daysLeft: z.int().describe('Negative when its end is past.'),
  holds: z.boolean(),
})

const problem = z.strictObject({
  file,
  line,
  message: z.string(),
  about: z.literal('waiver').optional().describe('A waiver that does not hold: the finding is there, so it changes no score.'),
})

const podSecurity = z.strictObject({
  file,
  line,
  resource,
  level: z.enum(['restricted', 'baseline', 'privileged', 'unknown']),
  blockedBy: z.array(z.string()),
})

const known = z
  .strictObject({
    file,
    known: count.describe('How many findings it lists.'),
    fixed: z.array(z.strictObject({ rule: z.string(), file, fingerprint: z.string() })).describe('Looked for and not found.'),
  })
  .describe('Findings known on adoption day; absent where the configuration names no baseline.')

const reportSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.string(), version: z.string() }),
    verdict: z.strictObject({
      outcome: z.enum(['passed', 'failed', 'nothing-scanned']),
      passed: z.boolean(),
      requiredStage: stage.nullable(),
      reachedStage: reached,
      nextStage: stage.nullable(),
      threshold: z.number().min(0).max(100),
      score: score.describe('Of the required stage; of the next one where none is required.'),
    }),
    asOf: z.iso.date().nullable().describe('The day on which expiry was judged; null when nothing could expire.'),
    targets: z.array(target),
    stages: z.array(stageResult),
    controls: z.array(control),
    findings: z.array(finding).describe('Of every stage; by file, line, column, rule.'),
    attestations: z.array(attestation).optional().describe('Those that something rests on, or could have rested on.'),
    podSecurity: z.array(podSecurity).optional(),
    unknown: z.array(z.strictObject({ rule: z.string(), file, line, reason: z.string() })),
    problems: z.array(problem).describe('What no rule could judge, counted as failing; and waivers that do not hold.'),
    scanned: z.strictObject({ files: count, resources: count, dockerfiles: count, composeFiles: count, workflows: count }),
    notices: z.array(z.string()).optional().describe('What to know beside the findings, in sentences.'),
    baseline: known.optional(),
  })
  .describe('Report of Container Maturity Gate, schemaVersion 1.')

/** Fails to compile where the schema and the model part. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
const same: Same<Writable<z.infer<typeof reportSchema>>, Writable<Report>> = true
type Writable<T> = T extends { toJSON(): infer Written }
  ? Written
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Writable<T[Key]> }
      : T

/** The JSON Schema that is published as docs/schemas/report.schema.json. */
export function reportJsonSchema(): Record<string, unknown> {
  return same && z.toJSONSchema(reportSchema)
}
