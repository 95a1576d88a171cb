// Records how Kubernetes reads YAML: node scripts/oracle/record-yaml.ts ORACLE, with the program that scripts/oracle builds.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../../__tests__/source/yaml/kubernetes-answers.json', import.meta.url)
const questions: string[] = JSON.parse(
  readFileSync(new URL('../../__tests__/source/yaml/kubernetes-questions.json', import.meta.url), 'utf8'),
)
const oracle = process.argv[2]
if (!oracle) throw new Error('usage: record-yaml.ts ORACLE')
const input = questions.map((yaml) => `${JSON.stringify({ yaml })}\n`).join('')
const { status, stdout } = spawnSync(oracle, { input, encoding: 'utf8', maxBuffer: 2 ** 26 })
if (status !== 0) throw new Error(`${oracle} ended with ${status}`)
// Kept as text: JavaScript's own JSON would round large integers.
const answers = stdout.trim().split('\n')
const lines = questions.map((text, index) => `  [${JSON.stringify(text)}, ${JSON.stringify(answers[index])}]`)
writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`)
