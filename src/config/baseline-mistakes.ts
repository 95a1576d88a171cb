import { z } from 'zod'
import type { Mistake } from '../errors.ts'
import { FINGERPRINT } from '../model/finding.ts'
import { parsePlaced, placedMistakes } from '../source/yaml/placed.ts'

const text = z.string().min(1)
const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      rule: text,
      file: text,
      resource: z.string().optional(),
      container: z.string().optional(),
      fingerprint: z.string().regex(FINGERPRINT, 'must be the fingerprint of a finding, 20 digits from 0 to f'),
    }),
  ),
})

/** What is wrong with a baseline, each at its line. */
export function baselineMistakes(text: string, file: string): readonly Mistake[] {
  const yaml = parsePlaced(text, file)
  const result = schema.safeParse(yaml.value, { reportInput: true })
  const mistakes = yaml.mistakes.length > 0 ? yaml.mistakes : placedMistakes(result.error?.issues ?? [], yaml, schema)
  const hint = 'maturity-gate baseline writes the file anew'
  // YAML takes what JSON does not, such as a comma too many.
  if (mistakes.length === 0) return [{ file, line: 1, column: 1, message: `no JSON; ${hint}` }]
  return mistakes.map((mistake) => ({ ...mistake, message: `${mistake.message}; ${hint}` }))
}
