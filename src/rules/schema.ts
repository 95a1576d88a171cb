import { z } from 'zod'
import { ITEM_STEP, parsePath } from '../model/path.ts'
import { SEVERITIES } from '../model/rule.ts'
import { SCOPES } from '../model/subject.ts'

// Nothing is trimmed: places in expressions and lines of examples count from their first character.
const text = z.string().regex(/\S/, 'must not be empty')
const list = z.array(text)
const expression = text.describe('A CEL expression, as in a ValidatingAdmissionPolicy.')
const path = text.refine((value) => parsePath(value.replaceAll(ITEM_STEP, '[0]')) !== undefined, {
  error: 'not a path such as securityContext.privileged, args[0] or annotations["a/b"]',
})

const example = z.union([
  text,
  z.strictObject({
    files: z.record(text, z.string()).describe('The files of a root, by path.'),
    config: text.optional().describe('A configuration file for it.'),
    findings: z.array(z.strictObject({ file: text, line: z.int().min(1) })).optional(),
  }),
])

const parameter = z.strictObject({
  type: z.enum(['string', 'integer', 'boolean', 'list', 'map']),
  items: z.enum(['string', 'integer']).optional(),
  enum: list.min(1).optional(),
  default: z.json(),
  description: text,
})

const edit = z.record(text, z.json())

/** A rule file. What its keys mean together is checked afterwards. */
export const ruleSchema = z.strictObject({
  title: text.describe('What holds when the rule passes, in one line.'),
  stage: z.int().min(1).max(5).describe('The stage of its practice.'),
  practice: text.describe('A practice of the model.'),
  severity: z.enum(SEVERITIES),
  kind: z.enum(['static', 'evidence', 'attested']).default('static'),
  why: text.describe('What an attacker gains, and why at this stage.'),
  scope: z.enum(SCOPES).describe('What one subject is.'),
  kinds: list.optional().describe('Kind, Kind.group, *.group or *: which objects, or pods of which objects.'),
  in: z.array(z.enum(['pod', 'kustomization', 'build-stage', 'compose-service'])).optional(),
  default: z.boolean().default(true).describe('false: off unless the configuration enables it.'),
  when: expression.optional().describe('Whether the rule applies to a subject at all.'),
  each: expression.optional().describe('A path below the subject, or a CEL list: `require`, `at` and the message see `item`.'),
  require: expression.optional().describe('True when the subject, or the item, passes.'),
  evidence: expression.optional().describe('A CEL list of what satisfies the rule.'),
  what: expression.optional().describe('CEL text over `item`: what one piece of evidence is.'),
  at: z
    .union([path, z.array(path).min(1)])
    .optional()
    .describe('Where to point: the first of these paths that exists.'),
  related: z.record(path, text).optional().describe('Other places a finding shows, by their paths, with what stands there.'),
  message: text.optional(),
  messageExpression: expression.optional(),
  remedy: text.describe('What to write, in one sentence.'),
  remedyExpression: expression.optional().describe('The same for one finding, where it depends on what stands there.'),
  fix: z.strictObject({ safety: z.enum(['safe', 'risky']), edits: z.array(edit).min(1) }).optional(),
  covers: list.default([]).describe('Other ids of the catalogue that this rule decides as well.'),
  givesWayTo: list.default([]).describe('Rules whose finding of the same problem is printed instead, the first of them first.'),
  givesWayWhen: expression.optional().describe('Whether it gives way for a subject; without it always.'),
  together: z.boolean().default(false).describe('The items of a subject are one problem, printed once.'),
  aliases: z.record(text, list).default({}).describe('What other linters call it.'),
  frameworks: z
    .record(text, z.union([text, list]))
    .default({})
    .describe('What benchmarks and guides call it.'),
  params: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a parameter is named like thisOne'), parameter).default({}),
  waivedFor: z.array(z.enum(['node-agent', 'cluster-role'])).default([]),
  examples: z.strictObject({
    fail: z.array(example).min(1, 'at least one failing example'),
    pass: z.array(example).min(1, 'at least one passing example'),
    unknown: z.array(example).default([]),
  }),
})

export type RuleFile = z.output<typeof ruleSchema>
