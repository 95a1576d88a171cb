import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { STAGE_IDS } from '../../src/config/ids.ts'
import { configJsonSchema, configSchema, KEYS } from '../../src/config/schema.ts'
import { toStage } from '../../src/config/stage.ts'
import { model } from '../../src/rules/embedded.ts'

const published = JSON.parse(readFileSync(new URL('../../docs/schemas/config.schema.json', import.meta.url), 'utf8'))

test('the published schema is the one that is used', () => {
  expect(published).toEqual(configJsonSchema())
})

test('every key says what it is for', () => {
  expect(Object.keys(published.properties)).toEqual(Object.keys(KEYS))
  for (const key of Object.values<{ description?: string }>(published.properties)) expect(key.description).toMatch(/\.$/)
})

test('stage ids are those of the model, in its order', () => {
  expect(STAGE_IDS).toEqual(model.stages.map(({ id }) => id))
  expect(STAGE_IDS.map(toStage)).toEqual(model.stages.map(({ stage }) => stage))
})

const ATTESTED = { control: 'a', statement: 'b', owner: '@c', link: 'https://example.com/d', expires: '2027-01-31' }
const WAIVER = { rule: 'no-privileged-containers', reason: 'it needs the host' }

describe('editors and the gate agree', () => {
  const validate = new Ajv2020({ strict: false }).compile(published)

  test.each<[unknown, boolean]>([
    [{}, true],
    [{ 'required-stage': 3, threshold: 82.5, mode: 'report' }, true],
    [{ 'required-stage': 'expansion' }, true],
    [{ 'required-stage': '3' }, false],
    [{ 'required-stage': 0 }, false],
    [{ threshold: 100.1 }, false],
    [{ threshold: -1 }, false],
    [{ mode: 'warn' }, false],
    [{ 'kubernetes-version': '1.36' }, true],
    [{ 'kubernetes-version': '1.36.1' }, false],
    [{ 'kubernetes-version': 1.36 }, false],
    [{ include: ['a'], exclude: ['!b'], 'custom-rules': ['policy/**'] }, true],
    [{ include: 'a' }, false],
    [{ targets: [{ name: 'a', paths: ['a'], 'required-stage': 2, threshold: 50, owner: '@org/a' }] }, true],
    [{ targets: [{ name: 'a', paths: [] }] }, false],
    [{ targets: [{ paths: ['a'] }] }, false],
    [
      { rules: { 'no-privileged-containers': { enabled: false, severity: 'low', stage: 4, reason: 'because', params: { a: [1, 'b'] } } } },
      true,
    ],
    [{ rules: { 'no-privileged-containers': false } }, false],
    [{ attestations: [ATTESTED], 'attestation-max-days': 90 }, true],
    ...Object.keys(ATTESTED).map((key): [unknown, boolean] => [{ attestations: [{ ...ATTESTED, [key]: undefined }] }, false]),
    [{ attestations: [{ ...ATTESTED, link: 'wiki/review' }] }, false],
    [{ attestations: [{ ...ATTESTED, expires: 'next year' }] }, false],
    [{ waivers: [WAIVER], 'waiver-max-days': 30, 'waiver-expiry': 'optional' }, true],
    [
      { waivers: [{ ...WAIVER, paths: ['k8s'], resources: ['Deployment/web'], containers: ['web'], owner: '@a', expires: '2027-01-31' }] },
      true,
    ],
    [{ waivers: [{ rule: 'no-privileged-containers' }] }, false],
    [{ waivers: [{ ...WAIVER, reason: '' }] }, false],
    [{ waivers: [{ ...WAIVER, path: 'k8s' }] }, false],
    [{ waivers: [{ ...WAIVER, paths: [] }] }, false],
    [{ 'waiver-max-days': 0 }, false],
    [{ honour: ['kube-linter', 'kics'] }, true],
    [{ honour: ['shellcheck'] }, false],
    [{ suggestions: [] }, false],
    [[], false],
  ])('%j: %s', (value, valid) => {
    expect(configSchema.safeParse(value).success).toBe(valid)
    expect(validate(value)).toBe(valid)
  })
})
