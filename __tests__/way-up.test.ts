import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, LAST, Walk, wayUp } from '../scripts/way-up.ts'
import { loadConfig } from '../src/config/load.ts'
import { gate } from '../src/gate.ts'
import { Day } from '../src/model/day.ts'
import { openTree } from '../src/source/files.ts'

const files = (folder: string) =>
  new Map(
    globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .concat(globSync('{.github/**/*,.maturity-gate.yaml,*/.dockerignore}', { cwd: folder }).map((path) => join(folder, path)))
      .filter((path) => !path.endsWith('expected.txt'))
      .flatMap((path) => {
        try {
          return [[path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const]
        } catch {
          return []
        }
      })
      .sort(),
  )

describe('the edits of docs/way-up, one stage after the other', () => {
  let walk: Walk
  beforeAll(() => {
    walk = new Walk()
  })
  afterAll(() => walk.end())

  test.each([1, 2, 3, 4, 5])('reach stage %i', async (stage) => {
    if (stage > 1) walk.climb(stage)
    const { verdict, problems } = await walk.report()
    expect(problems).toEqual([])
    expect(verdict).toMatchObject({ reachedStage: stage, requiredStage: stage, passed: true })
  })

  test('lead from one example to the other', () => {
    expect(files(walk.folder)).toEqual(files(LAST))
  })
})

test('stage 5 has no finding, and loses its attestations on the day after they end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stage-5-'))
  try {
    cpSync(LAST, folder, { recursive: true })
    const tree = openTree(folder, [])
    const on = async (day: string) => gate(tree, await loadConfig(tree, {}, { paths: [], exclude: [], day: new Day(() => day) }))
    expect((await on(DAY)).findings).toEqual([])
    expect((await on('2027-07-01')).findings.map(({ rule }) => rule).sort()).toEqual([
      'access-review-attested',
      'incident-response-plan-attested',
      'regulatory-scope-attested',
      'secret-rotation-attested',
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('docs/guides/way-up.md says what the gate says: npm run build', async () => {
  expect(await wayUp()).toBe(readFileSync('docs/guides/way-up.md', 'utf8'))
})
