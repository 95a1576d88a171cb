import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/action/run.ts'
import type { Runner } from '../../src/action/runner.ts'
import { BARE } from './repositories.ts'

let workspace: string

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'run-'))
  mkdirSync(join(workspace, '.git'))
  writeFileSync(join(workspace, 'web.yaml'), BARE['k8s/web.yaml'])
})

afterAll(() => rmSync(workspace, { recursive: true }))

const broken = (): never => {
  throw new TypeError('broken on purpose')
}

async function decisions(mode: string, over: Partial<Runner>): Promise<{ codes: number[]; printed: string }> {
  const codes: number[] = []
  let printed = ''
  await run({
    env: {},
    workspace,
    input: (name) => ({ 'required-stage': '5', mode })[name] ?? '',
    event: () => Promise.resolve({}),
    now: () => 0,
    isFolder: () => true,
    decide: (code) => codes.push(code),
    print: (text) => {
      printed += text
    },
    annotate: () => {},
    output: () => {},
    summary: () => Promise.resolve(),
    write: () => Promise.resolve(),
    ...over,
  })
  return { codes, printed }
}

test.each<[string, Partial<Runner>]>([
  ['annotating', { annotate: broken }],
  ['printing', { print: broken }],
  ['setting outputs', { output: broken }],
  ['summarising', { summary: broken }],
  ['reading the event', { event: broken }],
])('a fault of ours while %s turns no verdict', async (_, over) => {
  expect((await decisions('enforce', over)).codes).toEqual([1])
  expect((await decisions('report', over)).codes).toEqual([0])
})

test('a fault that nothing catches is printed, with a request to report it', async () => {
  expect((await decisions('enforce', { annotate: broken })).printed).toMatch(/broken on purpose[\s\S]*Please report it.*The verdict stands/)
})
