import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { json } from '../../src/report/json.ts'
import { reportJsonSchema } from '../../src/report/schema.ts'
import { ATTESTATIONS, context, finding, IDLE, report } from './sample.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
const published = JSON.parse(readFileSync(join(PROJECT, 'docs/schemas/report.schema.json'), 'utf8'))
const validate = ajv.compile(published)

const WAIVED = { by: 'configuration', reason: 'moves next month', owner: '@web', expires: null }
const POD = { file: 'k8s/cache.yaml', line: 1, level: 'privileged', blockedBy: ['no-privileged-containers'] } as const
const RESOURCE = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cache' }

test.each(['examples/shop', 'examples/shop/k8s/namespace.yaml', 'docs/guides'])(
  'the report on %s meets the published schema',
  async (path) => {
    let output = ''
    const write = async (text: string) => {
      output += text
      return undefined
    }
    const sink = { write, terminal: false, columns: undefined }
    const nowhere = {
      now: () => 0,
      readStdin: async () => Buffer.of(),
      exists: () => true,
      writeFile: () => undefined,
      optimise: () => undefined,
      judged: () => undefined,
    }
    await main([path, '--format', 'json'], { cwd: PROJECT, env: {}, stdout: sink, stderr: sink, ...nowhere })
    expect(validate(JSON.parse(output)), JSON.stringify(validate.errors)).toBe(true)
  },
)

describe('a report', () => {
  test.each([
    ['with gaps', report()],
    ['without any', report({ findings: [], controls: [], targets: [], stages: [] })],
    [
      'with waivers, unknowns, problems and a day',
      report({
        asOf: '2026-11-23',
        findings: [finding({ waived: WAIVED, related: [{ file: 'a', line: 1, column: 1, message: 'the anchor' }] })],
        unknown: [{ rule: 'image-tag-is-fixed', file: 'Dockerfile', line: 1, reason: 'ARG VERSION has no default' }],
        problems: [{ file: 'k8s/huge.yaml', line: 1, message: 'too large' }],
      }),
    ],
    ['with attestations and idle waivers', report({ asOf: '2026-11-27', attestations: ATTESTATIONS, problems: IDLE })],
    ['with Pod Security levels', report({ podSecurity: [{ ...POD, resource: RESOURCE }] })],
  ])('%s meets the published schema', (_, one) => {
    expect(validate(JSON.parse(json(one, context()))), JSON.stringify(validate.errors)).toBe(true)
  })

  test.each([
    ['an unknown key', { extra: 1 }],
    ['another schema version', { schemaVersion: 2 }],
    ['a line 0', { findings: [finding({ line: 0 })] }],
    ['a day that is none', { asOf: '2026-13-01' }],
    ['a missing list', { problems: undefined }],
  ])('with %s does not', (_, change) => {
    expect(validate(JSON.parse(JSON.stringify({ ...report(), ...change })))).toBe(false)
  })
})

test('the published schema is the one in the code', () => {
  expect(published).toEqual(reportJsonSchema())
})

test('the keys come in the order of the contract', () => {
  expect(Object.keys(JSON.parse(json(report(), context())))).toEqual([
    'schemaVersion',
    'tool',
    'verdict',
    'asOf',
    'targets',
    'stages',
    'controls',
    'findings',
    'unknown',
    'problems',
    'scanned',
  ])
})

test('ends in one line break and is the same each time', () => {
  expect(json(report(), context())).toMatch(/[^\n]\n$/)
  expect(json(report(), context({ color: true, width: 60 }))).toBe(json(report(), context()))
})
