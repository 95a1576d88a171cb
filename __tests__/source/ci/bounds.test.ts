// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are workflows, whose expressions look like this
import { expect, test } from 'vitest'
import { readCi } from '../../../src/source/ci/ci.ts'
import { decided, filled } from '../../../src/source/ci/inputs.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'

const ciOf = (workflows: Record<string, string>) => {
  const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text] as const)
  return readCi(readSources(memoryTree(Object.fromEntries(files)), { paths: [], include: [], exclude: [] }))
}
const gitlabOf = (text: string) => readCi(readSources(memoryTree({ '.gitlab-ci.yml': text }), { paths: [], include: [], exclude: [] }))
const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('')

test('a workflow that calls itself in many jobs is read so often and no more', () => {
  const itself = `on: [push, workflow_call]\njobs:\n${lines(40, (at) => `  j${at}:\n    uses: ./.github/workflows/a.yaml\n`)}`
  const { steps } = ciOf({ 'a.yaml': itself })
  expect(steps.length).toBeGreaterThan(40)
  expect(steps.length).toBeLessThan(60_000)
})

test('what a workflow itself holds is read all the same after one that calls too much', () => {
  const itself = `on: [push, workflow_call]\njobs:\n${lines(40, (at) => `  j${at}:\n    uses: ./.github/workflows/a.yaml\n`)}`
  const { commands } = ciOf({ 'a.yaml': itself, 'b.yaml': 'on: push\njobs:\n  check:\n    steps:\n    - run: trivy image web\n' })
  expect(commands.map(({ name }) => name)).toEqual(['trivy'])
})

test('an input that is given many times over does not grow without end', () => {
  let given = { x: 'abcdefghij' }
  for (let depth = 0; depth < 8; depth++) given = { x: filled({ x: '${{ inputs.x }}'.repeat(100) }, given).x ?? '' }
  expect(given.x.length).toBeLessThan(200_000)
})

test('a condition of nothing but blanks is not looked through again and again', () => {
  const condition = `${' '.repeat(200_000)}x`
  expect(decided(condition, { x: 'true' })).toBe(condition)
})

test('jobs that wait for one another in a long chain are skipped with the first', () => {
  const chain = lines(3000, (at) => `  j${at}:\n    needs: j${at + 1}\n    steps: [{ run: trivy image web }]\n`)
  const workflow = `on: push\njobs:\n${chain}  j3000:\n    if: false\n    steps: [{ run: trivy image web }]\n`
  expect(ciOf({ 'a.yaml': workflow }).commands).toEqual([])
})

test('GitLab jobs that extend each other in many ways are looked through once', () => {
  const jobs = lines(
    200,
    (at) => `j${at}:\n  extends: [${lines(20, (base) => `j${(at * 20 + base) % 200},`)}]\n  script: [trivy image web]\n`,
  )
  expect(gitlabOf(jobs).commands).toHaveLength(200)
})

test('scripts that refer to each other many times over are read so often and no more', () => {
  const scripts = lines(10, (at) => `.j${at}:\n  script:\n${`  - !reference [.j${at + 1}, script]\n`.repeat(30)}`)
  const { commands } = gitlabOf(
    `${scripts}.j10:\n  script: [trivy image web]\nscan:\n  script:\n  - !reference [.j0, script]\n  - trivy fs .\n`,
  )
  expect(commands.at(-1)?.arguments).toEqual(['fs', '.'])
  expect(commands.length).toBeLessThan(30_000)
})

test('each of many steps has no copy of thousands of variables', () => {
  const variables = lines(3000, (at) => `  A${at}: b\n`)
  const workflow = `on: push\nenv:\n${variables}jobs:\n  a:\n    steps:\n    - uses: a/b@v1\n    - { uses: a/b@v1, env: { C: d } }\n`
  const [shared, own] = ciOf({ 'a.yaml': workflow }).steps
  expect(Object.keys(shared?.env ?? {})).toHaveLength(3000)
  expect(Object.keys(own?.env ?? {})).toHaveLength(301)
  const jobs = lines(100, (at) => `j${at}:\n  variables: { C: d }\n  image: trivy\n`)
  expect(Object.keys(gitlabOf(`variables:\n${variables}${jobs}`).steps.at(-1)?.env ?? {})).toHaveLength(301)
})
