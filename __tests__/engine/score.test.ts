import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, decidedWeight, ratio, roundDown, scoreOf } from '../../src/engine/score.ts'
import { type Counts, noCounts, statusOf } from '../../src/engine/tally.ts'
import { SEVERITIES, type Severity } from '../../src/model/rule.ts'

function control(severity: Severity, counts: Partial<Counts>, practice = 'p'): Counted {
  return { rule: { id: severity, practice, severity, stage: 3 }, counts: { ...noCounts(), ...counts } }
}

test.each([
  [80, 80],
  [79.99999999999999, 80],
  [79.96, 79.9],
  [79.94, 79.9],
  [0.04, 0],
  [100, 100],
])('%f is rounded down to %f', (score, expected) => {
  expect(roundDown(score)).toBe(expected)
})

test.each<[Partial<Counts>, number | undefined, string]>([
  [{}, undefined, 'not-applicable'],
  [{ passed: 3 }, 1, 'pass'],
  [{ failed: 3 }, 0, 'fail'],
  [{ passed: 1, failed: 3 }, 0.25, 'fail'],
  [{ unknown: 2 }, undefined, 'unknown'],
  [{ waived: 2 }, undefined, 'waived'],
  [{ unknown: 1, waived: 2 }, undefined, 'unknown'],
  [{ passed: 1, unknown: 5, waived: 5 }, 1, 'pass'],
  [{ failed: 1, unknown: 5, waived: 5 }, 0, 'fail'],
])('%o has the ratio %s and is %s', (counts, expected, status) => {
  expect(ratio({ ...noCounts(), ...counts })).toBe(expected)
  expect(statusOf({ ...noCounts(), ...counts })).toBe(status)
})

describe('the score of a stage', () => {
  test.each<[string, Counted[], number | null]>([
    ['nothing', [], null],
    ['nothing decided', [control('high', { unknown: 3 }), control('low', {})], null],
    ['all pass', [control('low', { passed: 1 }), control('critical', { passed: 9 })], 100],
    ['all fail', [control('low', { failed: 1 })], 0],
    [
      'weights are 1, 2, 4, 8',
      [control('low', { passed: 1 }), control('medium', { passed: 1 }), control('high', { passed: 1 }), control('critical', { failed: 1 })],
      46.6,
    ],
    ['a ratio counts in part', [control('high', { passed: 3, failed: 1 }), control('low', { failed: 1 })], 60],
    ['subjects do not weigh: controls do', [control('low', { passed: 1000 }), control('low', { failed: 1 })], 50],
    [
      'waived and unknown ones are left out of both',
      [control('low', { passed: 1, waived: 7, unknown: 7 }), control('low', { waived: 1 })],
      100,
    ],
    ['two thirds are rounded down', [control('medium', { passed: 2, failed: 1 })], 66.6],
  ])('%s', (_, controls, expected) => {
    expect(scoreOf(controls)).toBe(expected)
  })

  const counts = fc.record({ passed: fc.nat(50), failed: fc.nat(50), unknown: fc.nat(5), waived: fc.nat(5) })
  const controls = fc.array(fc.tuple(fc.constantFrom(...SEVERITIES), counts).map(([severity, given]) => control(severity, given)))

  test('lies between 0 and 100 with one decimal, whatever the order', () => {
    fc.assert(
      fc.property(controls, (all) => {
        const score = scoreOf(all)
        expect(scoreOf([...all].reverse())).toBe(score)
        if (score === null) return
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(Math.round(score * 10)).toBeCloseTo(score * 10, 6)
      }),
    )
  })

  test('never falls when a failing subject passes, nor changes when an unknown one is added', () => {
    fc.assert(
      fc.property(controls, fc.nat(), (all, index) => {
        const chosen = all[index % Math.max(1, all.length)]
        if (!chosen || chosen.counts.failed === 0) return
        const better = { ...chosen, counts: { ...chosen.counts, failed: chosen.counts.failed - 1, passed: chosen.counts.passed + 1 } }
        const open = { ...chosen, counts: { ...chosen.counts, unknown: chosen.counts.unknown + 1 } }
        expect(scoreOf(all.map((one) => (one === chosen ? better : one))) ?? 0).toBeGreaterThanOrEqual(scoreOf(all) ?? 0)
        expect(scoreOf(all.map((one) => (one === chosen ? open : one)))).toBe(scoreOf(all))
      }),
    )
  })
})

test('decided weight: what applies and is left open counts as applicable only', () => {
  const all = [
    control('high', { passed: 1 }),
    control('low', { failed: 1 }),
    control('critical', { unknown: 1 }),
    control('medium', { waived: 1 }),
    control('high', {}),
  ]
  expect(decidedWeight(all)).toEqual({ decided: 5, applicable: 15 })
})
