import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { json } from '../../src/report/json.ts'
import { reportJsonSchema } from '../../src/report/schema.ts'
import { context, finding, report } from './sample.ts'

const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(reportJsonSchema())

const WAIVED = { by: 'configuration', reason: 'moves next month', owner: '@web', expires: null }
const POD = { file: 'k8s/cache.yaml', line: 1, level: 'privileged', blockedBy: ['no-privileged-containers'] } as const
const RESOURCE = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cache' }

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
