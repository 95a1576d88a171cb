import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { sarif } from '../../src/report/sarif/sarif.ts'
import { context, finding, report } from './sample.ts'

function run(change: Partial<Report> = {}, around: Parameters<typeof context>[0] = {}) {
  return JSON.parse(sarif(report(change), context(around))).runs[0]
}
const [only] = [finding()]

describe('the log', () => {
  test('is SARIF 2.1.0 with what GitHub asks of it', () => {
    const log = JSON.parse(sarif(report(), context({ name: 'images' })))
    expect(log).toMatchObject({ $schema: expect.stringContaining('sarif-2.1.0'), version: '2.1.0' })
    expect(log.runs).toHaveLength(1)
    expect(log.runs[0]).toMatchObject({
      automationDetails: { id: 'images/' },
      columnKind: 'utf16CodeUnits',
      tool: { driver: { name: 'Container Maturity Gate', semanticVersion: '0.1.0' } },
    })
  })

  test('explains each rule that has a result, once, with index and severity', () => {
    const { tool, results } = run()
    const ids = tool.driver.rules.map((rule: { id: string }) => rule.id)
    expect(ids).toEqual([...new Set(report().findings.map(({ rule }) => rule))].sort())
    for (const result of results) expect(ids[result.ruleIndex]).toBe(result.ruleId)
    for (const rule of tool.driver.rules) {
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024)
      expect(rule.fullDescription.text).toContain('An image without a version')
      expect(rule.help.text).toContain('hadolint DL3006, DL3007')
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10)
    }
  })

  test.each([
    ['critical', '9.5', 'error'],
    ['high', '8.0', 'error'],
    ['medium', '5.0', 'warning'],
    ['low', '2.0', 'note'],
  ] as const)('%s is security-severity %s and level %s', (severity, score, level) => {
    const controls = report().controls.map((control) => ({ ...control, severity }))
    const { tool, results } = run({ findings: [finding({ severity })], controls })
    expect(tool.driver.rules[0].properties['security-severity']).toBe(score)
    expect(results[0].level).toBe(level)
  })
})

describe('a result', () => {
  test('has one line as its region', () => {
    const region = (change: Parameters<typeof finding>[0]) =>
      run({ findings: [finding(change)] }).results[0].locations[0].physicalLocation.region
    expect(region({})).toEqual({ startLine: 4, startColumn: 7, endLine: 4, endColumn: 12 })
    expect(region({ endLine: 6, endColumn: 3 })).toEqual({ startLine: 4, startColumn: 7, endLine: 4, endColumn: 19 })
    expect(region({ line: 99, endLine: 120 })).toEqual({ startLine: 99, startColumn: 7, endLine: 99 })
  })

  test.each([
    ['k8s/cache.yaml', '', 'k8s/cache.yaml'],
    ['k8s/cache.yaml', 'services/shop', 'services/shop/k8s/cache.yaml'],
    ['k8s/a b#c%.yaml', '', 'k8s/a%20b%23c%25.yaml'],
    ['.', 'services/shop', 'services/shop/.maturity-gate.yaml'],
  ])('of %s below "%s" is at %s', (file, base, uri) => {
    const { artifactLocation } = run({ findings: [finding({ file })] }, { base }).results[0].locations[0].physicalLocation
    expect(artifactLocation).toEqual({ uri, uriBaseId: '%SRCROOT%' })
  })

  test('carries the fingerprint that GitHub goes by', () => {
    expect(run({ findings: [finding({ fingerprint: 'abc' })] }).results[0].partialFingerprints).toEqual({ primaryLocationLineHash: 'abc' })
  })

  test('says what to write, within 1,024 characters', () => {
    const { text } = run({ findings: [finding({ message: 'm'.repeat(3000) })] }).results[0].message
    expect(text).toHaveLength(1024)
    expect(run().results[1].message.text).toContain('name a version: image: redis:7.4.2')
  })

  test('that is waived is suppressed, with reason and owner', () => {
    const waived = { reason: 'moves next month', owner: '@web', expires: '2027-01-31' }
    const suppressions = (by: string) => run({ findings: [{ ...only, waived: { ...waived, by } } as never] }).results[0].suppressions
    expect(suppressions('configuration')).toEqual([
      { kind: 'external', status: 'accepted', justification: 'moves next month (@web, until 2027-01-31)' },
    ])
    expect(suppressions('comment')[0].kind).toBe('inSource')
    expect(suppressions('kube-linter annotation')[0].kind).toBe('inSource')
    expect(suppressions('kubescape label')[0].kind).toBe('inSource')
    const honoured = { by: '.trivyignore', reason: 'no reason', owner: '', expires: null }
    expect(run({ findings: [finding({ waived: honoured })] }).results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'no reason (.trivyignore)' },
    ])
    const known = { by: 'baseline', reason: 'known', owner: '', expires: null }
    expect(run({ findings: [{ ...only, waived: known } as never] }).results[0].suppressions[0].justification).toBe('known (baseline)')
  })

  test('names its related places', () => {
    const related = Array.from({ length: 200 }, (_, at) => ({ file: 'a.yaml', line: at + 1, column: 2, message: 'the anchor' }))
    const { relatedLocations } = run({ findings: [finding({ related })] }).results[0]
    expect(relatedLocations).toHaveLength(100)
    expect(relatedLocations[0]).toMatchObject({
      id: 0,
      physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region: { startLine: 1 } },
    })
  })
})

test('keeps the 5,000 most severe of more, in order, and says so', () => {
  const low = Array.from({ length: 5000 }, (_, at) => finding({ severity: 'low', line: at + 1, endLine: at + 1 }))
  const high = Array.from({ length: 10 }, (_, at) => finding({ severity: 'high', file: 'z.yaml', line: at + 1 }))
  const { results, invocations } = run({ findings: [...low, ...high] })
  expect(results).toHaveLength(5000)
  expect(results.filter(({ level }: { level: string }) => level === 'error')).toHaveLength(10)
  expect(results.at(-1).locations[0].physicalLocation.artifactLocation.uri).toBe('z.yaml')
  expect(JSON.stringify(invocations)).toContain('10 findings of lower severity are left out')
})

test('a problem is a notification of the run', () => {
  const { invocations } = run({ problems: [{ file: 'k8s/huge.yaml', line: 1, message: 'the file is larger than 10 MB' }] })
  expect(invocations[0].toolExecutionNotifications[0]).toMatchObject({
    level: 'warning',
    message: { text: 'the file is larger than 10 MB' },
  })
})

test('what another finding says is no alert of its own', () => {
  const { results, tool } = run({
    findings: [finding(), finding({ rule: 'image-has-digest', saidBy: 'f1', fingerprint: 'f9', message: 'never printed' })],
  })
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['image-tag-is-fixed'])
  expect(tool.driver.rules).toHaveLength(1)
})

test('a message is a sentence before what to write', () => {
  const texts = (change: object) => run({ findings: [finding(change)] }).results[0].message.text
  expect(texts({ message: 'it is wrong', fix: 'Mend it.' })).toBe('it is wrong. Mend it.')
  expect(texts({ message: 'it is wrong.', fix: 'Mend it.' })).toBe('it is wrong. Mend it.')
  expect(texts({ message: 'it is wrong', fix: undefined })).toBe('it is wrong')
})
