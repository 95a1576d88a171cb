import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FakeGitHub } from '../action/fake-github/server.ts'
import { play } from './scenario.ts'

const COMMIT = 'a'.repeat(40)
const github = new FakeGitHub({ files: { [`acme/platform/gate.yaml@${COMMIT}`]: 'required-stage: 4\n' } })
let api: string
let folder: string

beforeAll(async () => {
  api = await github.start()
  folder = mkdtempSync(join(tmpdir(), 'fetching-'))
  writeFileSync(join(folder, '.maturity-gate.yaml'), `extends: acme/platform/gate.yaml@${COMMIT}\n`)
  writeFileSync(
    join(folder, 'pod.yaml'),
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: a }] }\n',
  )
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await github.stop()
  expect(github.violations).toEqual([])
})

// In the bundle, GitHub's packages are a part of its own that nothing else loads.
test.each([
  ['src/cli.ts', 'GITHUB_TOKEN'],
  ['src/cli.ts', 'GH_TOKEN'],
  ['dist/cli', 'GH_TOKEN'],
])('%s: at a terminal the token is %s', async (entry, name) => {
  const command = `${name}=t GITHUB_API_URL=${api} maturity-gate '${folder}' | tail -2`
  const scenario = { title: '', marks: [], command, exit: 0, stdout: '', stderr: '', files: new Map() }
  const { stdout, stderr } = await play(scenario, process.execPath, join(process.cwd(), entry))
  expect(stderr).toBe('')
  expect(stdout).toContain('stage 4 is required')
})
