import { z } from 'zod'
import { SEVERITIES } from '../model/rule.ts'
import { STAGE_IDS } from './ids.ts'
import { ACCOUNTABLE } from './schema-accountable.ts'

const stage = z.literal([1, 2, 3, 4, 5, ...STAGE_IDS]).describe('A stage, by its number or id.')
const threshold = z.number().min(0).max(100).describe('The score from 0 to 100 that a stage needs to be met.')
const text = z.string().trim().min(1)
const glob = text.describe('A glob relative to the root; a folder stands for all that is below it.')

const target = z
  .strictObject({
    name: text.describe('What reports call it.'),
    paths: z.array(glob).min(1).describe('Globs of its files; ! takes files out again.'),
    'required-stage': stage.optional(),
    threshold: threshold.optional(),
    owner: text.optional().describe('Who answers for it, as a team or person: @org/team.'),
  })
  .describe('A service of the repository, with its own files and its own stage to reach.')

const rule = z
  .strictObject({
    enabled: z
      .boolean()
      .optional()
      .describe('Switches a rule on or off. One that is switched off counts as undecided where it would apply.'),
    severity: z.enum(SEVERITIES).optional().describe('Moves the rule to another severity; needs a reason.'),
    stage: stage.optional().describe('Moves the rule to another stage, by its number or id; needs a reason.'),
    reason: text.optional().describe('Why; for whoever reads the configuration later.'),
    params: z.record(z.string(), z.json()).optional().describe("Values of the rule's own parameters."),
  })
  .describe('What is different from the rule as it is shipped.')

const image = z
  .union([
    text,
    z.strictObject({
      dockerfile: text.describe('Path of the Dockerfile.'),
      target: text.optional().describe('The stage that is built; without it the last one.'),
    }),
  ])
  .describe('Path of the Dockerfile it is built from, or `{ dockerfile, target }`.')

const locks = z
  .strictObject({
    'required-stage': stage.optional().describe('No lower stage may be required.'),
    threshold: z.number().min(0).max(100).optional().describe('No lower threshold may be set.'),
    rules: z.array(text).optional().describe('Rules that may not be switched off, moved or given other parameters.'),
    unwaivable: z.array(text).optional().describe('Rules whose findings no waiver and no baseline covers.'),
    'inline-waivers': z.boolean().optional().describe('false: no comment or annotation in a file waives anything.'),
    keys: z.array(text).optional().describe('Keys that a configuration which extends this one may not set.'),
  })
  .describe('What a configuration that extends this one cannot loosen.')

/** One entry a key: what is here is allowed in the file, in the JSON Schema and in the suggestions for a misspelt key. */
export const KEYS = {
  'required-stage': stage.optional().describe('The stage the gate asks for, by its number or id.'),
  threshold: threshold.optional(),
  mode: z.enum(['enforce', 'report']).optional().describe('report: the gate never fails the job for gaps.'),
  include: z.array(glob).optional().describe('Only files that match are judged; evidence is looked for everywhere.'),
  exclude: z.array(glob).optional().describe('Files that are left out, besides the defaults; !glob takes a default back.'),
  targets: z.array(target).min(1).optional().describe('Services of the repository; without any, the repository is the only one.'),
  'custom-rules': z.array(glob).optional().describe('Globs of your own rule files.'),
  rules: z.record(z.string(), rule).optional().describe('Changes to rules, by rule id.'),
  'kubernetes-version': z
    .string()
    .regex(/^1\.\d{1,2}$/, 'must be a minor version in quotes, like "1.36"')
    .optional()
    .describe('The Kubernetes version that manifests are held to, as "1.36".'),
  ...ACCOUNTABLE,
  extends: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('Configurations under this one: a path of the repository, or owner/repository/path@commit with the full commit.'),
  images: z.record(z.string(), image).optional().describe('Which Dockerfile an image is built from, by the name of the image without tag.'),
  baseline: text.optional().describe('The file of findings known on adoption day, which `maturity-gate baseline` writes.'),
  locks: locks.optional().describe('What cannot be loosened; holds in configurations that others extend at a commit.'),
} as const

export const configSchema = z.strictObject(KEYS).describe('Configuration of Container Maturity Gate: .maturity-gate.yaml')

export type Config = z.infer<typeof configSchema>
export type RuleConfig = z.infer<typeof rule>

/** The JSON Schema that editors check the file with. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(configSchema, { io: 'input' }), title: '.maturity-gate.yaml' }
}
