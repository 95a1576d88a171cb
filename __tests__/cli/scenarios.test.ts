import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { matches, play, readScenario, type Scenario } from './scenario.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const BUNDLE = join(PROJECT, 'dist/cli')
const SCENARIOS = globSync('__tests__/cli/scenarios/*.txt', { cwd: PROJECT })
  .sort()
  .map((path) => ({ name: basename(path, '.txt'), scenario: readScenario(join(PROJECT, path)) }))

/** The Node.js that people have at their terminal, which may be older than the one that runs the tests. */
function machinesNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && !folder.includes('node_modules'))
  return folders
    .map((folder) => join(folder, 'node'))
    .find((node) => existsSync(node) && Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0]) >= 20)
}

async function plays(scenario: Scenario, node: string, entry: string): Promise<void> {
  const { exit, stdout, stderr } = await play(scenario, node, entry)
  // Compared as texts first, so that a difference is shown as one.
  if (!matches(stderr, scenario.stderr)) expect(stderr).toBe(scenario.stderr)
  if (!matches(stdout, scenario.stdout)) expect(stdout).toBe(scenario.stdout)
  expect(exit).toBe(scenario.exit)
}

describe.concurrent('the command line', () => {
  for (const { name, scenario } of SCENARIOS) {
    const skipped = scenario.marks.includes('not as root') && process.getuid?.() === 0
    test.skipIf(skipped)(`${name}: ${scenario.title}`, () => plays(scenario, process.execPath, join(PROJECT, 'src/cli.ts')))
  }
})

const node = machinesNode()
describe.skipIf(node === undefined || !existsSync(BUNDLE))('the bundle on the machine’s own Node.js', () => {
  for (const { name, scenario } of SCENARIOS.filter(({ scenario: { marks } }) => marks.includes('bundle'))) {
    test(name, () => plays(scenario, node ?? '', BUNDLE))
  }
})

test.each([
  ['a\nb\n', 'a\nb\n', true],
  ['a\nb\n', 'a\n', false],
  ['a\nb\nc\n', 'a\n...\nc\n', true],
  ['a\nc\n', 'a\n...\nc\n', true],
  ['a\nb\n', 'a\n...\nc\n', false],
  ['version 1.2.3\n', 'version [..]\n', true],
  ['a-b-c\n', 'a[..]b[..]c\n', true],
  ['a-c\n', 'a[..]b[..]c\n', false],
])('%j against %j', (actual, expected, result) => {
  expect(matches(actual, expected)).toBe(result)
})
