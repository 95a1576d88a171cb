import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../src/errors.ts'
import { loadRules } from '../src/rules/load.ts'
import { loadModel } from '../src/rules/model-file.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

function generate(): void {
  const model = loadModel(readFileSync(join(ROOT, 'rules/model.yaml'), 'utf8'), 'rules/model.yaml')
  const files = globSync('rules/*/**/*.yaml', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  const loaded = loadRules(files, model).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
  write('src/rules/embedded-rules.json', { model, rules: loaded.map(({ rule }) => rule) })
  write('src/rules/embedded-texts.json', Object.fromEntries(loaded.map(({ rule, text }) => [rule.id, text])))
}

function write(path: string, value: unknown): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), `${JSON.stringify(value)}\n`)
}

try {
  generate()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
