import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Dockerfile } from '../../../src/model/dockerfile.ts'
import { Source } from '../../../src/model/position.ts'
import { parseDockerfile } from '../../../src/source/dockerfile/parse.ts'

// Recorded by scripts/oracle/record-dockerfile.ts: what BuildKit's own code says.
interface Recorded {
  readonly text: string
  readonly refused: { readonly line: number | null; readonly message: string } | null
  readonly instructions: readonly (readonly [string, number, number])[] | null
  readonly user: string | null
}

const RECORDED = readFileSync(new URL('../../fixtures/dockerfile/buildkit.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Recorded)

const ANSWERS = RECORDED.map((recorded) => ({ recorded, file: parseDockerfile(new Source('Dockerfile', recorded.text)) }))

function disagreements(differs: (recorded: Recorded, file: Dockerfile) => boolean): unknown[] {
  return ANSWERS.filter(({ recorded, file }) => differs(recorded, file)).map(({ recorded, file }) => ({
    text: recorded.text,
    buildkit: recorded.refused,
    here: file.faults.map((fault) => `${fault.line} ${fault.message}`),
  }))
}

test('there is something to compare with', () => {
  expect(RECORDED.length).toBeGreaterThan(600)
  expect(RECORDED.filter((one) => one.refused).length).toBeGreaterThan(200)
  expect(RECORDED.filter((one) => !one.refused).length).toBeGreaterThan(150)
})

test('what BuildKit takes is taken, what it refuses is refused', () => {
  expect(disagreements((recorded, file) => file.faults.length > 0 !== (recorded.refused !== null))).toEqual([])
})

test('a refusal stands on the line that BuildKit names', () => {
  // BuildKit counts lines of parser directives from 0, and of a file without any from there too.
  const directive = /parser directive|escape token/
  const differs = ({ refused }: Recorded, file: Dockerfile) =>
    Boolean(refused?.line && !directive.test(refused.message) && !file.faults.some((fault) => fault.line === refused.line))
  expect(disagreements(differs)).toEqual([])
})

test('instructions begin and end where BuildKit has them', () => {
  const differs = ({ instructions }: Recorded, { source, instructions: ours }: Dockerfile) => {
    const mine = ours.map((one) => [one.keyword, source.place(one.span).line, source.place(one.span).endLine])
    return instructions !== null && JSON.stringify(mine) !== JSON.stringify(instructions)
  }
  expect(disagreements(differs)).toEqual([])
})

test('the image ends with the user that BuildKit gives it', () => {
  const differs = ({ user }: Recorded, { stages }: Dockerfile) => user !== null && (stages.at(-1)?.end.user?.value.value ?? '') !== user
  expect(disagreements(differs)).toEqual([])
})

test('every refusal says what to write, in our words', () => {
  const messages = ANSWERS.flatMap(({ file }) => file.faults.map((fault) => fault.message))
  expect(messages.filter((message) => message.length < 15 || /undefined|NaN|\[object/.test(message))).toEqual([])
})
