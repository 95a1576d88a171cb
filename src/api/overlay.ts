import { z } from 'zod'
import { UserError } from '../errors.ts'
import { parsePath } from '../model/path.ts'
import { parseExpression } from '../rules/cel/parser.ts'
import { parsePlaced, placedMistakes } from '../source/yaml/placed.ts'
import { isFormat } from './formats.ts'
import type { Overlay } from './schemas.ts'

const expression = z.string().refine(isExpression, 'is no CEL expression')
const format = z.string().refine(isFormat, 'is no format that we know')
const texts = z.array(z.string())

const field = z.strictObject({
  required: z.union([z.boolean(), z.string()]).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  always: z.boolean().optional(),
  pointer: z.boolean().optional(),
  enum: texts.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  format: z.union([format, z.array(format)]).optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  unique: z.union([texts, z.array(texts)]).optional(),
  keys: format.optional(),
  get items() {
    return field.optional()
  },
  forbidden: z.string().optional(),
  root: z.boolean().optional(),
  skip: z.boolean().optional(),
  control: z.string().optional(),
  controlBelow: z.string().optional(),
})

const crossRule = z.strictObject({
  each: z.string().optional(),
  when: expression.optional(),
  rule: expression,
  at: z
    .string()
    .refine((text) => text === '' || parsePath(text) !== undefined, 'is no path')
    .optional(),
  message: z.string().optional(),
  messageExpression: expression.optional(),
  kind: z.enum(['required', 'unsupported', 'invalid', 'duplicate']).optional(),
  control: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
})

const definition = z.strictObject({
  name: format.optional(),
  cluster: z.boolean().optional(),
  named: z.boolean().optional(),
  fields: z.record(z.string(), field).optional(),
  oneOf: texts.optional(),
  atMostOneOf: texts.optional(),
  oneOfMessage: z.string().optional(),
  rules: z.array(crossRule).optional(),
})

/** By the package of the definitions, then by their own names. */
const overlaySchema = z.record(z.string(), z.record(z.string(), definition))

/** Reads rules/api-validation.yaml; by whole names. */
export function loadOverlay(source: string, path: string): Overlay {
  const yaml = parsePlaced(source, path)
  if (yaml.mistakes.length > 0) throw new UserError(yaml.mistakes)
  const parsed = overlaySchema.safeParse(yaml.value, { reportInput: true })
  if (!parsed.success) throw new UserError(placedMistakes(parsed.error.issues, yaml, overlaySchema))
  const named = Object.entries(parsed.data).flatMap(([from, definitions]) =>
    Object.entries(definitions).map(([name, rules]) => [`${from}.${name}`, rules] as const),
  )
  return Object.fromEntries(named) as Overlay
}

function isExpression(text: string): boolean {
  try {
    parseExpression(text)
    return true
  } catch {
    return false
  }
}
