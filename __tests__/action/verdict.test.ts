import { expect, test } from 'vitest'
import { BARE } from './repositories.ts'
import { type Result, runStep } from './runner.ts'

const messages = ({ commands }: Result, name: string) => commands.filter((command) => command.name === name).map(({ message }) => message)

test('a failing gate fails the job, and says so before anything else', async () => {
  const result = await runStep({ files: BARE, inputs: { 'required-stage': '5' } })
  expect(result.code).toBe(1)
  expect(result.commands[0]).toMatchObject({ name: 'error', message: expect.stringMatching(/^maturity-gate: failed: stage 5 is required/) })
  expect(result.outputs).toMatchObject({ passed: 'false', 'required-stage': '5', stage: expect.stringMatching(/^[0-4]$/), report: '' })
  expect(JSON.parse(result.outputs.badge ?? '')).toMatchObject({ schemaVersion: 1, message: `stage ${result.outputs.stage} of 5` })
  expect(result.summary).toContain('stage 5 is required')
})

test('report mode never fails it for gaps, but tells the truth', async () => {
  const result = await runStep({ files: BARE, inputs: { 'required-stage': 'organisation-wide', mode: 'report' } })
  expect(result.code).toBe(0)
  expect(result.outputs.passed).toBe('false')
  expect(messages(result, 'error')).toEqual([])
})

test('a passing gate leaves the job alone', async () => {
  const files = { ...BARE, '.maturity-gate.yaml': 'required-stage: 1\nthreshold: 0\n' }
  const result = await runStep({ files })
  expect(messages(result, 'error')).toEqual([])
  expect(result.code).toBe(0)
  expect(result.outputs).toMatchObject({ passed: 'true', 'required-stage': '1' })
})

test('every bad input is named at once, with its value and what is allowed', async () => {
  const result = await runStep({ files: BARE, inputs: { 'required-stage': '7', threshold: 'high', mode: 'observe', formats: 'html' } })
  expect(result.code).toBe(2)
  const [message = '', ...others] = messages(result, 'error')
  expect(others).toEqual([])
  expect(message.split('\n')).toEqual([
    expect.stringMatching(/^input required-stage: "7" is not allowed; it is one of: 1, 2/),
    expect.stringMatching(/^input threshold: "high".*0 to 100/),
    expect.stringMatching(/^input mode: "observe".*enforce, report/),
    expect.stringMatching(/^input formats: "html".*json/),
  ])
})

test('a stage must be required by somebody', async () => {
  const result = await runStep({ files: BARE })
  expect(result.code).toBe(2)
  expect(messages(result, 'error')).toEqual([expect.stringContaining('input required-stage')])
})

test('what ends is judged on the day of SOURCE_DATE_EPOCH, else today', async () => {
  const config = `required-stage: 1
attestations:
  - { control: access-review-attested, statement: Reviewed., owner: '@a/b', link: 'https://example.com', expires: 2026-12-01 }
`
  const asOf = async (env: Record<string, string>) => {
    const inputs = { 'report-dir': 'out', formats: 'json' }
    const { written } = await runStep({ files: { ...BARE, '.maturity-gate.yaml': config }, inputs, env })
    const report = JSON.parse(written['out/report.json'] ?? '{}')
    const attested = report.findings.find(({ rule }: { rule: string }) => rule === 'access-review-attested')
    return [report.asOf, attested?.message]
  }
  expect(await asOf({ SOURCE_DATE_EPOCH: '1795000000' })).toEqual(['2026-11-18', undefined])
  expect(await asOf({ SOURCE_DATE_EPOCH: '1800000000' })).toEqual(['2027-01-15', 'what @a/b attested ended on 2026-12-01, 45 days ago'])
  expect((await asOf({}))[0]).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('mistakes in the configuration are placed, in report mode too', async () => {
  const files = { ...BARE, '.maturity-gate.yaml': 'required-stage: 2\nthreshhold: 70\n' }
  const result = await runStep({ files, inputs: { mode: 'report' } })
  expect(result.code).toBe(2)
  expect(messages(result, 'error')).toEqual([expect.stringMatching(/^\.maturity-gate\.yaml:2:1: .*threshold/)])
})

test.each([
  ['../elsewhere', /no folder of the workspace/],
  ['/etc', /no folder of the workspace/],
  ['not-there', /no folder of the workspace/],
])('working-directory %s is refused', async (folder, words) => {
  const result = await runStep({ files: BARE, inputs: { 'required-stage': '1', 'working-directory': folder } })
  expect(result.code).toBe(2)
  expect(messages(result, 'error')).toEqual([expect.stringMatching(words)])
})

test('a path that is not there is the mistake of whoever named it', async () => {
  const result = await runStep({ files: BARE, inputs: { 'required-stage': '1', paths: 'k9s' } })
  expect(result.code).toBe(2)
  expect(messages(result, 'error')).toEqual([expect.stringContaining('k9s')])
})

test.each([
  ['fail', 1, 'error'],
  ['warn', 0, 'warning'],
  ['ignore', 0, undefined],
])('nothing to judge: %s', async (answer, code, command) => {
  const result = await runStep({ files: { 'README.md': '# Nothing' }, inputs: { 'required-stage': '1', 'on-nothing-scanned': answer } })
  expect(result.code).toBe(code)
  expect(result.outputs.passed).toBe('false')
  expect(result.commands.filter(({ name }) => name === 'error' || name === 'warning').map(({ name }) => name)).toEqual(
    command ? [command] : [],
  )
})

test('an empty workspace makes one think of the checkout step', async () => {
  const result = await runStep({ inputs: { 'required-stage': '1' } })
  expect(messages(result, 'error')[0]).toContain('actions/checkout')
})

test('a fault of ours is exit code 3 with its stack, and a request to report it', async () => {
  // A folder where a program expects a file is the nearest to a bug that can be had from outside.
  const result = await runStep({ files: BARE, inputs: { 'required-stage': '1' }, env: { NODE_OPTIONS: `--import=${BROKEN}` } })
  expect(result.code).toBe(3)
  expect(messages(result, 'error')).toEqual([expect.stringContaining('Please report it')])
  expect(result.stdout).toContain('broken on purpose')
})

// Loaded before the action: the disk fails in a way that nobody foresaw.
const BROKEN = `data:text/javascript,${encodeURIComponent(
  `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
   fs.statSync = () => { throw new RangeError('broken on purpose ::error::no ##[error]no') }; syncBuiltinESMExports()`,
)}`

test('only what lies below the working directory is judged, and places are relative to the workspace', async () => {
  const files = { 'service/.maturity-gate.yaml': 'required-stage: 5\n', 'service/k8s/web.yaml': BARE['k8s/web.yaml'], ...BARE }
  const result = await runStep({ files, inputs: { 'working-directory': 'service', annotations: 'all' } })
  const places = result.commands.flatMap(({ properties }) => properties.file ?? [])
  expect(new Set(places)).toEqual(new Set(['service/k8s/web.yaml']))
})
