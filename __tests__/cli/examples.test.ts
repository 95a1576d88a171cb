import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { play } from './scenario.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const EXAMPLES = globSync('examples/*/', { cwd: PROJECT })
  .map((path) => basename(path))
  .sort()

test('there are examples', () => {
  expect(EXAMPLES).toContain('shop')
})

// The README quotes these; `vitest -u` writes them anew.
test.each(EXAMPLES)('examples/%s prints its expected.txt', async (name) => {
  const folder = join(PROJECT, 'examples', name)
  const command = `maturity-gate '${folder}' --date 2026-11-27; echo "exit code $?"`
  const scenario = { title: '', marks: [], command, exit: 0, stdout: '', stderr: '', files: new Map() }
  const { stdout, stderr } = await play(scenario, process.execPath, join(PROJECT, 'src/cli.ts'))
  expect(stderr).toBe('')
  await expect(stdout).toMatchFileSnapshot(join(folder, 'expected.txt'))
})
