import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { help } from '../../src/cli/help.ts'
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import { COMMANDS, OPTIONS } from '../../src/cli/options.ts'
import { TOOL } from '../../src/model/tool.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: web, image: nginx }]\n'

async function run(argv: readonly string[], change: Partial<Io> = {}) {
  const out = { stdout: '', stderr: '' }
  const sink = (name: keyof typeof out) => ({
    write: async (text: string) => {
      out[name] += text
      return undefined
    },
    terminal: false,
    columns: undefined,
  })
  const io: Io = {
    cwd: '/',
    env: {},
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    now: () => 0,
    readStdin: async () => Buffer.from(POD),
    optimise: () => undefined,
    judged: () => undefined,
    exists: () => false,
    writeFile: () => undefined,
    ...change,
  }
  return { code: await main(argv, io), ...out }
}

test('a fault of ours prints its stack and asks to be reported', async () => {
  const broken = () => Promise.reject(new Error('the \u001b[31mpipe\nburst'))
  const { code, stdout, stderr } = await run(['-'], { readStdin: broken })
  expect(code).toBe(3)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^Error: the �\[31mpipe\nburst\n {4}at /)
  expect(stderr).toContain(`a fault of ${TOOL.name} ${TOOL.version}, not of your files. Please report it`)
})

describe('help', () => {
  test.each([['--help'], ['-h'], ['rules', '--help'], ['--help', '--nonsense']])('%s %s', async (...argv) => {
    expect(await run(argv.filter((one) => one !== undefined))).toEqual({ code: 0, stdout: help(), stderr: '' })
  })

  test('names every command and option, within a terminal', () => {
    for (const option of Object.keys(OPTIONS)) expect(help()).toContain(`--${option} `)
    for (const command of COMMANDS) expect(help()).toContain(command)
    for (const line of help().split('\n')) expect(line.length).toBeLessThanOrEqual(96)
  })

  test('is quoted by the guide', () => {
    const guide = readFileSync(fileURLToPath(new URL('../../docs/guides/command-line.md', import.meta.url)), 'utf8')
    expect(guide).toContain(`\`\`\`\n${help()}\`\`\``)
  })
})

test('the version is the tool’s', async () => {
  expect((await run(['-v'])).stdout).toBe(`${TOOL.name} ${TOOL.version}\n`)
})

describe('what is written depends on where', () => {
  const output = async (change: Partial<Io['stdout']>, env: Io['env'] = {}, argv: readonly string[] = []) => {
    let written = ''
    const write = async (text: string) => {
      written += text
      return undefined
    }
    await run(['-', '--only', 'run-as-non-root-enforced', ...argv], {
      env,
      stdout: { write, terminal: false, columns: undefined, ...change },
    })
    return written
  }
  const isColored = (text: string) => text.includes('\u001b[')

  test.each([
    ['a terminal', { terminal: true }, {}, [], true],
    ['no terminal', { terminal: false }, {}, [], false],
    ['NO_COLOR', { terminal: true }, { NO_COLOR: '1' }, [], false],
    ['an empty NO_COLOR', { terminal: true }, { NO_COLOR: '' }, [], true],
    ['--no-color', { terminal: true }, { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['FORCE_COLOR', { terminal: false }, { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0', { terminal: false }, { FORCE_COLOR: '0' }, [], false],
    ['a dumb terminal', { terminal: true }, { TERM: 'dumb' }, [], false],
  ] as const)('colours: %s', async (_, change, env, argv, colored) => {
    expect(isColored(await output(change, env, argv))).toBe(colored)
  })

  test.each([
    [200, 120],
    [70, 70],
    [20, 60],
  ])('width: %i columns are taken as %i', async (columns, width) => {
    const longest = Math.max(...(await output({ columns })).split('\n').map((line) => line.length))
    expect(longest).toBeLessThanOrEqual(width)
    expect(longest).toBeGreaterThan(width - 40)
  })
})

test('annotations and SARIF name files from the workspace on', async () => {
  const { stdout } = await run([fileURLToPath(new URL('../../examples/shop', import.meta.url)), '--format', 'github'], {
    env: { GITHUB_WORKSPACE: fileURLToPath(new URL('../../', import.meta.url)) },
  })
  expect(stdout).toMatch(/,file=examples\/shop\/[^,]+,line=/)
})
