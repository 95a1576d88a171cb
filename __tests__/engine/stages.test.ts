import { describe, expect, test } from 'vitest'
import type { Counted } from '../../src/engine/score.ts'
import { nextStage, reachedStage, type StageInput, stageResult } from '../../src/engine/stages.ts'
import { type Counts, noCounts } from '../../src/engine/tally.ts'
import type { Severity, Stage } from '../../src/model/rule.ts'

const practices = [
  { id: 'hardening', title: 'Hardening', stage: 3 },
  { id: 'network', title: 'Network', stage: 3 },
] as const

let ids = 0
function control(severity: Severity, counts: Partial<Counts>, practice = 'hardening'): Counted {
  return { rule: { id: `rule-${ids++}`, practice, severity, stage: 3 }, counts: { ...noCounts(), ...counts } }
}

function stage(over: Partial<StageInput>): StageInput {
  const model = { stage: 3, id: 'production', title: 'Production', summary: '' } as const
  return { stage: model, practices, controls: [], workloads: [], threshold: 80, ...over }
}

const tenOf = (passed: number) => control('high', { passed, failed: 10 - passed })

describe('a stage is met', () => {
  test.each<[string, Partial<StageInput>]>([
    ['when its score is the threshold', { controls: [tenOf(8)] }],
    ['at threshold 0', { controls: [tenOf(5)], threshold: 0 }],
    ['with a practice at 50', { controls: [control('critical', { passed: 1 }), control('low', { passed: 1, failed: 1 }, 'network')] }],
    [
      'with a practice in which nothing was decided',
      { controls: [control('critical', { passed: 1 }), control('low', { unknown: 1 }, 'network')] },
    ],
    ['with a workload at 50', { controls: [tenOf(9)], workloads: [{ name: 'web', weight: 2, gained: 1 }] }],
    ['with a workload in which nothing was decided', { controls: [tenOf(9)], workloads: [{ name: 'web', weight: 0, gained: 0 }] }],
    ['with two thirds decided', { controls: [control('medium', { passed: 1 }), control('low', { unknown: 1 })] }],
    ['with a critical control that is waived', { controls: [control('critical', { passed: 2, waived: 1 })] }],
  ])('%s', (_, over) => {
    expect(stageResult(stage(over))).toMatchObject({ met: true, missed: [] })
  })
})

describe('a stage is not met, and the floor is named', () => {
  test.each<[string, Partial<StageInput>, RegExp[]]>([
    ['below the threshold', { controls: [tenOf(7)] }, [/^score 70\.0, and 80 is needed$/]],
    ['by a hair, after rounding down', { controls: [control('low', { passed: 7999, failed: 2001 })] }, [/^score 79\.9, and 80 is needed$/]],
    [
      'one practice below 50',
      { controls: [control('critical', { passed: 1 }), control('low', { passed: 1, failed: 2 }, 'network')] },
      [/^practice Network scores 33\.3, and each practice needs 50$/],
    ],
    [
      'one workload below 50',
      {
        controls: [tenOf(9)],
        workloads: [
          { name: 'Deployment a', weight: 4, gained: 1.9 },
          { name: 'Job b', weight: 4, gained: 1 },
          { name: 'Job c', weight: 1, gained: 1 },
        ],
      },
      [/^workload Job b scores 25\.0, and each workload needs 50 \(and 1 more below it\)$/],
    ],
    [
      'a critical control',
      { controls: [control('critical', { passed: 99, failed: 1 })] },
      [/^critical control rule-\d+ fails for 1 subject$/],
    ],
    ['nothing decided', { controls: [control('high', { unknown: 1 })] }, [/^too little decided: nothing could be decided/]],
    ['no control at all', {}, [/^too little decided: nothing could be decided/]],
    [
      'less than two thirds decided',
      { controls: [control('medium', { passed: 1 }), control('medium', { waived: 1 })] },
      [/^too little decided: controls that hold 2 of 4 points of weight were decided, and two thirds are needed$/],
    ],
    [
      'several at once',
      {
        controls: [
          control('critical', { failed: 1 }),
          control('high', { unknown: 9 }),
          control('low', { failed: 1 }, 'network'),
          control('high', { unknown: 1 }),
        ],
      },
      [/^too little/, /^score/, /^practice Hardening/, /^practice Network/, /^critical/],
    ],
  ])('%s', (_, over, words) => {
    const { met, missed } = stageResult(stage(over))
    expect(met).toBe(false)
    expect(missed).toHaveLength(words.length)
    words.forEach((word, index) => {
      expect(missed[index]).toMatch(word)
    })
  })
})

test('controls are counted by their status', () => {
  const controls = [tenOf(10), tenOf(1), tenOf(2), control('low', { unknown: 1 }), control('low', { waived: 1 }), control('low', {})]
  expect(stageResult(stage({ controls })).controls).toEqual({ passed: 1, failed: 2, unknown: 1, waived: 1, notApplicable: 1 })
})

test.each<[boolean[], 0 | Stage, Stage | null]>([
  [[false, true, true, true, true], 0, 1],
  [[true, false, true, true, true], 1, 2],
  [[true, true, true, false, true], 3, 4],
  [[true, true, true, true, true], 5, null],
])('met %j reaches %i, and %s is next', (met, reached, next) => {
  const stages = met.map((one, index) => ({ stage: (index + 1) as Stage, met: one }))
  expect(reachedStage(stages)).toBe(reached)
  expect(nextStage(reached)).toBe(next)
})
