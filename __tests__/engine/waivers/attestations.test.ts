import { describe, expect, test } from 'vitest'
import type { Attestation, Settings } from '../../../src/config/settings.ts'
import type { Report } from '../../../src/model/report.ts'
import { chosen, pod, report } from '../judging.ts'

const reviewed = chosen({
  id: 'reviewed',
  kind: 'attested',
  scope: 'repository',
  stage: 4,
  when: 'repository.hasWorkloads',
  message: 'nobody attests it',
})
const scanned = chosen({
  id: 'scanned',
  kind: 'evidence',
  scope: 'repository',
  stage: 4,
  severity: 'high',
  evidence: 'repository.files.filter(f, f.path == "scan")',
  what: 'item.label',
  message: 'no scan',
})
const unsure = chosen({
  id: 'unsure',
  kind: 'evidence',
  scope: 'repository',
  stage: 4,
  evidence: 'repository.nothing',
  what: 'item.label',
  message: 'x',
})
const short = chosen({
  id: 'short',
  kind: 'attested',
  scope: 'repository',
  stage: 4,
  message: 'x',
  params: { maximumMonths: { type: 'integer', default: 6, description: 'm' } },
})
const RULES = [reviewed, scanned, unsure, short]

function attested(rule: string, expires: string): Attestation {
  const place = { file: '.maturity-gate.yaml', line: 2, column: 5 }
  return { rules: [rule], statement: 'It was reviewed.', owner: '@a/b', link: 'https://example.com/review', expires, place }
}

function judge(attestations: readonly Attestation[], files: Record<string, string> = {}, over: Partial<Settings> = {}): Report {
  return report({ 'a.yaml': pod('a', 'tty: true'), ...files }, RULES, { attestations, ...over })
}

const control = ({ controls }: Report, id: string) => controls.find((one) => one.id === id)
const findings = ({ findings: all }: Report, id: string) =>
  all.flatMap((one) => (one.rule === id ? [`${one.file}:${one.line} ${one.message}`] : []))

test('without one an attested control fails, for the repository as a whole', () => {
  const found = judge([])
  expect(findings(found, 'reviewed')).toEqual(['.:1 nobody attests it'])
  expect([found.asOf, found.attestations]).toEqual([null, undefined])
})

test.each([
  ['reviewed', 'an attested control'],
  ['scanned', 'an evidence control that the files do not prove'],
  ['unsure', 'an evidence control that the files do not settle'],
])('%s: %s passes by one', (id) => {
  const found = judge([attested(id, '2026-12-31')])
  expect(control(found, id)).toMatchObject({ status: 'pass', subjects: { passed: 1, failed: 0, unknown: 0 } })
  expect(control(found, id)?.evidence).toEqual([
    { file: '.maturity-gate.yaml', line: 2, what: 'attested by @a/b until 2026-12-31: It was reviewed. (https://example.com/review)' },
  ])
  expect(found.asOf).toBe('2026-06-15')
  expect(found.attestations).toMatchObject([{ rule: id, daysLeft: 199, holds: true, owner: '@a/b' }])
})

test('what the files prove needs none, and no day', () => {
  const found = judge([attested('scanned', '2020-01-01')], { scan: '' })
  expect(control(found, 'scanned')?.evidence).toEqual([{ file: 'scan', line: 1, what: 'scan' }])
  expect([found.asOf, found.attestations, findings(found, 'scanned')]).toEqual([null, undefined, []])
})

describe('one that does not hold is a gap at its line', () => {
  test.each<[string, string, string, Partial<Settings>]>([
    ['reviewed', '2026-06-14', 'what @a/b attested ended on 2026-06-14, 1 day ago', {}],
    ['scanned', '2025-06-15', 'what @a/b attested ended on 2025-06-15, 365 days ago', {}],
    ['reviewed', '2027-06-17', 'what @a/b attested is to last until 2027-06-17, and 366 days from the day are the most', {}],
    [
      'reviewed',
      '2026-08-15',
      'what @a/b attested is to last until 2026-08-15, and 60 days from the day are the most',
      { terms: { attestationDays: 60, waiverDays: 366, openEnded: false } },
    ],
    ['short', '2026-12-19', 'what @a/b attested is to last until 2026-12-19, and 186 days from the day are the most', {}],
  ])('%s until %s', (id, expires, message, over) => {
    const found = judge([attested(id, expires)], {}, over)
    expect(findings(found, id)).toEqual([`.maturity-gate.yaml:2 ${message}`])
    expect(found.attestations).toMatchObject([{ rule: id, holds: false }])
  })

  test.each([
    ['reviewed', '2026-06-15'],
    ['reviewed', '2027-06-16'],
    ['short', '2026-12-18'],
  ])('%s until %s holds', (id, expires) => {
    expect(findings(judge([attested(id, expires)]), id)).toEqual([])
  })
})

test.each([
  ['2026-07-15', ', 30 days left:'],
  ['2026-07-16', ':'],
  ['2026-06-16', ', 1 day left:'],
  ['2026-06-15', ', 0 days left:'],
])('until %s the evidence says%s', (expires, left) => {
  expect(control(judge([attested('reviewed', expires)]), 'reviewed')?.evidence[0]?.what).toContain(`until ${expires}${left} It was`)
})

test('a stage says how many of its points rest on attestations', () => {
  const stage = (attestations: readonly Attestation[], files = {}) => judge(attestations, files).stages.find((one) => one.stage === 4)
  expect(stage([])?.attested).toBeUndefined()
  // Weights 2, 4, 2 of the decided ones, and 2 that is unknown.
  expect(stage([attested('reviewed', '2026-12-31')])).toMatchObject({ score: 25, attested: 25 })
  expect(stage([attested('reviewed', '2026-12-31'), attested('short', '2026-10-01')], { scan: '' })).toMatchObject({
    score: 100,
    attested: 50,
  })
})

test('a target without a workload needs none, and has no use for one', () => {
  const found = report({ Dockerfile: 'FROM a\n' }, [reviewed], { attestations: [attested('reviewed', '2026-12-31')] })
  expect(control(found, 'reviewed')?.status).toBe('not-applicable')
  expect(found.asOf).toBeNull()
})

test('rules see them as repository.attestations', () => {
  const rule = (require: string) => chosen({ id: 'sees', scope: 'repository', require, message: 'x' })
  const sees = (require: string, expires = '2026-12-31') =>
    report({ Dockerfile: 'FROM a\n' }, [rule(require)], { attestations: [attested('reviewed', expires)] }).controls[0]?.status
  expect(sees('repository.attestations.exists(a, "reviewed" in a.controls && a.owner == "@a/b" && a.holds)')).toBe('pass')
  expect(sees('repository.attestations.exists(a, a.holds)', '2026-01-01')).toBe('fail')
})
