// Asks BuildKit's own code what it says to the Dockerfiles of a fixture, and writes the answers into it.
//
//   cd scripts/oracle/dockerfile && go build -o /tmp/docker-oracle . && cd -
//   node scripts/oracle/record-dockerfile.ts /tmp/docker-oracle
//
// Each line of the fixture holds one Dockerfile: add a line {"text": "…"} to ask a new question.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FIXTURE = fileURLToPath(new URL('../../__tests__/fixtures/dockerfile/buildkit.jsonl', import.meta.url))

interface Answer {
  readonly refused: { readonly message: string; readonly lines?: readonly number[] } | null
  readonly instructions?: readonly { readonly name: string; readonly start: number; readonly end: number }[]
  readonly image?: { readonly user: string } | null
}

const [oracle] = process.argv.slice(2)
if (!oracle) throw new Error('usage: node scripts/oracle/record-dockerfile.ts ORACLE')

const texts = new Set(
  readFileSync(FIXTURE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
)
const questions = [...texts].map((dockerfile) => `${JSON.stringify({ dockerfile })}\n`).join('')
const answers = execFileSync(oracle, { input: questions, encoding: 'utf8', maxBuffer: 1 << 28 })
  .split('\n')
  .filter(Boolean)

const recorded = [...texts].map((text, index) => {
  const { refused, instructions, image } = JSON.parse(answers[index] ?? '{}') as Answer
  return JSON.stringify({
    text,
    refused: refused && { line: refused.lines?.[0] ?? null, message: refused.message },
    instructions: instructions?.map(({ name, start, end }) => [name, start, end]) ?? null,
    user: image?.user ?? null,
  })
})
writeFileSync(FIXTURE, `${recorded.join('\n')}\n`)
