import { z } from 'zod'
import { UserError } from '../errors.ts'
import type { Model } from '../model/rule.ts'
import { parsePlaced, placedMistakes } from '../source/yaml/placed.ts'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/)
const stage = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

const modelSchema = z.strictObject({
  stages: z.array(z.strictObject({ stage, id, title: text, summary: text })).length(5),
  practices: z.array(z.strictObject({ id, title: text, stage })).min(1),
  clusterRoles: z.array(z.string().regex(/^[a-z0-9-]+:$/)).min(1),
  nodeAgents: z.array(z.string().regex(/^[a-z0-9._/-]+$/)).min(1),
})

/** Reads rules/model.yaml. */
export function loadModel(source: string, path: string): Model {
  const yaml = parsePlaced(source, path)
  const parsed = modelSchema.safeParse(yaml.value, { reportInput: true })
  if (yaml.mistakes.length > 0) throw new UserError(yaml.mistakes)
  if (!parsed.success) throw new UserError(placedMistakes(parsed.error.issues, yaml, modelSchema))
  return parsed.data
}
