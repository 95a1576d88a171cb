import { expect, test } from 'vitest'
import { BARE } from './repositories.ts'
import { runStep } from './runner.ts'

const STAGE = { 'required-stage': '3' }
const named = (commands: readonly { name: string }[], name: string) => commands.filter((command) => command.name === name)

test('annotations stand at the key, with a title and what to write', async () => {
  const { commands } = await runStep({ files: BARE, inputs: STAGE })
  const found = commands.find(({ properties, message }) => properties.file === 'k8s/web.yaml' && message.includes('privileged'))
  expect(found).toMatchObject({ name: 'error', properties: { line: '13', endLine: '13', title: expect.any(String) } })
})

test('the runner keeps ten of a kind: never more are written', async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k8s/web-${index}.yaml`, BARE['k8s/web.yaml']]))
  const { commands } = await runStep({ files: many, inputs: { ...STAGE, annotations: 'all' } })
  for (const name of ['error', 'warning', 'notice']) expect(named(commands, name).length).toBeLessThanOrEqual(10)
  expect(named(commands, 'error')).toHaveLength(10)
  expect(commands.findLast(({ name }) => name === 'notice')?.message).toContain('in the job summary')
})

test('annotations: none', async () => {
  const { commands } = await runStep({ files: BARE, inputs: { ...STAGE, annotations: 'none' } })
  expect(commands).toHaveLength(1)
})

test('reports are written where they are wanted, and the output names the JSON one', async () => {
  const result = await runStep({ files: BARE, inputs: { ...STAGE, 'report-dir': 'out/gate', formats: 'json, sarif, markdown' } })
  expect(result.outputs.report).toBe('out/gate/report.json')
  expect(JSON.parse(result.written['out/gate/report.json'] ?? '')).toMatchObject({ schemaVersion: 1, verdict: { requiredStage: 3 } })
  expect(JSON.parse(result.written['out/gate/report.sarif'] ?? '')).toMatchObject({ version: '2.1.0' })
  expect(result.written['out/gate/report.md']).toContain('stage 3')
})

test('the output names no JSON report that was not asked for', async () => {
  const result = await runStep({ files: BARE, inputs: { ...STAGE, 'report-dir': 'out', formats: 'sarif' } })
  expect(result.outputs.report).toBe('')
  expect(result.written['out/report.json']).toBeUndefined()
})

test('outputs say what the report says', async () => {
  const result = await runStep({ files: BARE, inputs: { ...STAGE, 'report-dir': 'out' } })
  const { verdict, controls } = JSON.parse(result.written['out/report.json'] ?? '')
  const failing = controls.filter(
    (control: { status: string; stage: number }) => control.status === 'fail' && control.stage <= verdict.nextStage,
  )
  expect(result.outputs).toMatchObject({
    passed: String(verdict.passed),
    stage: String(verdict.reachedStage),
    'next-stage': String(verdict.nextStage),
    gaps: String(failing.length),
    score: verdict.score.toFixed(1),
  })
})

test('the summary links to the head of the pull request', async () => {
  const { summary } = await runStep({ files: BARE, inputs: STAGE })
  expect(summary).toContain(`https://github.example/o/r/blob/${'1'.repeat(40)}/k8s/`)
})

const HOSTILE = '::error file=x::gotcha\n##[error]gotcha\n::set-output name=passed::true\n'

test('nothing that a repository says is taken for a command', async () => {
  const web = BARE['k8s/web.yaml']
    .replace('name: web\n', 'name: "##[set-output name=passed;]true ::error::gotcha"\n')
    .replace('name: web,', 'name: "x\\n::error::gotcha\\r::warning::gotcha",')
    .replace('image: nginx', `image: "nginx\\u2028##[error]gotcha"`)
  const files = {
    '##[error]gotcha.yaml': web,
    '::error::gotcha.yaml': BARE['k8s/job.yaml'],
    'two\n::warning::gotcha.yaml': web,
    'k8s/broken.yaml': `apiVersion: v1\nkind: Pod\nmetadata: [\n${HOSTILE}`,
    Dockerfile: `FROM scratch\n${HOSTILE}`,
    '.maturity-gate.yaml': `targets:\n  - { name: "a\\n::error::gotcha ##[error]gotcha", paths: ["**"], required-stage: 3 }\n`,
  }
  const { commands, code, outputs } = await runStep({ files, inputs: { ...STAGE, annotations: 'all' } })
  expect(code).toBe(1)
  expect(outputs.passed).toBe('false')
  expect(new Set(commands.map(({ name }) => name))).toEqual(
    new Set(['error', 'warning', 'notice'].filter((name) => named(commands, name).length > 0)),
  )
  for (const { message, properties } of commands) {
    expect(message.startsWith('gotcha')).toBe(false)
    // Every one of them is ours: it has a title, or is the verdict.
    expect(properties.title ?? message).toMatch(/^(?!gotcha)\S/)
  }
})
