import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadOverlay } from '../src/api/overlay.ts'
import { configJsonSchema } from '../src/config/schema.ts'
import { reportJsonSchema } from '../src/report/schema.ts'
import { loadRules } from '../src/rules/load.ts'
import { loadModel } from '../src/rules/model-file.ts'
import { overview } from '../src/rules/pages/overview.ts'
import { rulePage } from '../src/rules/pages/page.ts'
import { loadPodSecurity } from '../src/rules/pod-security.ts'
import { ruleSchema } from '../src/rules/schema.ts'
import { ascii, embeddedRules, embeddedValidation } from './embed.ts'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Folders in which every file is generated. */
export const OWNED = ['docs/rules', 'docs/schemas']

/** Everything that follows from the rules and the schemas: what is embedded, and what is published. Throws UserError. */
export function generated(): ReadonlyMap<string, string> {
  const model = loadModel(read('rules/model.yaml'), 'rules/model.yaml')
  const podSecurity = loadPodSecurity(read('rules/pod-security.yaml'), 'rules/pod-security.yaml')
  const paths = globSync('rules/*/**/*.yaml', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
  const loaded = loadRules(
    paths.sort().map((path) => ({ path, text: read(path) })),
    model,
  ).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
  const rules = loaded.map(({ rule }) => rule)
  return new Map([
    ['src/rules/embedded-rules.jsonl', embeddedRules({ model, podSecurity, rules })],
    ['src/rules/embedded-texts.json', `${ascii(Object.fromEntries(loaded.map(({ rule, text }) => [rule.id, text])))}\n`],
    ['src/api/embedded-validation.jsonl', embeddedValidation(loadOverlay(read('rules/api-validation.yaml'), 'rules/api-validation.yaml'))],
    ['docs/schemas/config.schema.json', json(configJsonSchema())],
    ['docs/schemas/report.schema.json', json(reportJsonSchema())],
    ['docs/schemas/rule.schema.json', json(z.toJSONSchema(ruleSchema, { io: 'input' }))],
    ['docs/rules/README.md', overview(rules, model)],
    ...loaded.map(({ rule, text }) => [`docs/rules/${rule.id}.md`, rulePage(rule, text, model)] as const),
  ])
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
