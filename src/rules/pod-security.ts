import { z } from 'zod'
import { UserError } from '../errors.ts'
import type { PodSecurityCheck } from '../model/rule.ts'
import { parsePlaced, placedMistakes } from '../source/yaml/placed.ts'
import { parseExpression } from './cel/parser.ts'

const checksSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    level: z.enum(['baseline', 'restricted']),
    since: z
      .string()
      .regex(/^1\.\d+$/)
      .optional(),
    overrides: z.array(z.string()).optional(),
    require: z.string(),
  }),
)

/** Reads rules/pod-security.yaml. */
export function loadPodSecurity(source: string, path: string): readonly PodSecurityCheck[] {
  const yaml = parsePlaced(source, path)
  if (yaml.mistakes.length > 0) throw new UserError(yaml.mistakes)
  const parsed = checksSchema.safeParse(yaml.value, { reportInput: true })
  if (!parsed.success) throw new UserError(placedMistakes(parsed.error.issues, yaml, checksSchema))
  for (const { require } of parsed.data) parseExpression(require)
  return parsed.data
}
