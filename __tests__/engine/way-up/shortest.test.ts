import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Climb, type ClimbControl, type Gap, type Slope } from '../../../src/engine/way-up/climb.ts'
import { shortest } from '../../../src/engine/way-up/shortest.ts'

function control(weight: number, decided: number, failed: number, over: Partial<ClimbControl> = {}): ClimbControl {
  return { weight, practice: 'p', critical: false, decided, failed, ...over }
}

function slope(controls: ClimbControl[], gaps: Gap[], over: Partial<Slope> = {}): Slope {
  const edits = Math.max(-1, ...gaps.flatMap((gap) => gap.edits)) + 1
  return { controls, gaps, workloads: new Map(), edits, threshold: 80, ...over }
}

const gap = (control: number, ...edits: number[]): Gap => ({ control, edits })

describe('the shortest way up', () => {
  test.each<[string, Slope, number[]]>([
    ['nothing to do', slope([control(4, 1, 0)], []), []],
    [
      'one edit that closes two controls goes before two that close one each',
      slope([control(4, 1, 1), control(4, 1, 1), control(2, 1, 1)], [gap(0, 0), gap(1, 0), gap(2, 1)]),
      [0],
    ],
    ['the heaviest first', slope([control(1, 1, 1), control(8, 1, 1), control(4, 1, 1)], [gap(0, 0), gap(1, 1), gap(2, 2)]), [1, 2]],
    [
      'a subject of one beats a subject of ten',
      slope([control(4, 10, 10), control(4, 1, 1)], [...Array.from({ length: 10 }, (_, index) => gap(0, index)), gap(1, 10)], {
        threshold: 60,
      }),
      [10, 0, 1],
    ],
    ['critical ones, whatever the score', slope([control(8, 100, 1, { critical: true })], [gap(0, 0)], { threshold: 0 }), [0]],
    ['a practice below its floor', slope([control(8, 1, 0), control(1, 1, 1, { practice: 'q' })], [gap(1, 0)], { threshold: 50 }), [0]],
    ['a subject that needs two edits', slope([control(4, 1, 1), control(1, 1, 0)], [gap(0, 0, 1)]), [0, 1]],
    // Edits 0 and 1 seem to gain as much as edit 2, but one without the other gains nothing.
    [
      'exact where greedy is not',
      slope([control(8, 1, 1), control(4, 1, 1), control(8, 1, 0)], [gap(0, 0, 1), gap(1, 2)], { threshold: 60 }),
      [2],
    ],
  ])('%s', (_, given, expected) => {
    expect(shortest(given)).toEqual(expected)
  })

  test('a workload below its floor', () => {
    const gaps = [0, 1].map((edit): Gap => ({ control: 0, edits: [edit], workload: { number: edit, gain: 4 } }))
    const workloads = new Map([
      [0, { weight: 8, gained: 4 }],
      [1, { weight: 8, gained: 3.9 }],
    ])
    expect(shortest(slope([control(4, 100, 2)], gaps, { workloads }))).toEqual([1])
  })

  test('many edits: every floor is met and no edit is needless', () => {
    const controls = Array.from({ length: 12 }, (_, index) =>
      control(2 ** (index % 4), 200, 200, { critical: index === 3, practice: `p${index % 3}` }),
    )
    const gaps = controls.flatMap((_, index) => Array.from({ length: 200 }, (_, subject) => gap(index, (subject * 7 + (index % 2)) % 220)))
    const given = slope(controls, gaps)
    const chosen = shortest(given)
    const met = (edits: readonly number[]) => {
      const climb = new Climb(given)
      for (const edit of edits) climb.make(edit)
      return climb.met(['p0', 'p1', 'p2'])
    }
    expect(met(chosen)).toBe(true)
    for (const edit of chosen) expect(met(chosen.filter((one) => one !== edit))).toBe(false)
  })

  const slopes = fc.integer({ min: 1, max: 5 }).chain((controls) =>
    fc.record({
      weights: fc.array(fc.constantFrom(1, 2, 4, 8), { minLength: controls, maxLength: controls }),
      gaps: fc.array(fc.tuple(fc.nat(controls - 1), fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 2 })), { maxLength: 9 }),
      threshold: fc.integer({ min: 0, max: 100 }),
    }),
  )

  test('is as short as the best of all sets of edits', () => {
    fc.assert(
      fc.property(slopes, ({ weights, gaps, threshold }) => {
        const failed = (index: number) => gaps.filter(([control]) => control === index).length
        const controls = weights.map((weight, index) =>
          control(weight, failed(index) + 1, failed(index), { practice: `p${index % 2}`, critical: weight === 8 }),
        )
        const given = slope(
          controls,
          gaps.map(([index, edits]) => gap(index, ...edits)),
          { threshold, edits: 7 },
        )
        expect(shortest(given)).toHaveLength(smallest(given))
      }),
    )
  })

  function smallest(given: Slope): number {
    const sizes = Array.from({ length: 2 ** given.edits }, (_, set) => {
      const climb = new Climb(given)
      const edits = Array.from({ length: given.edits }, (_, edit) => edit).filter((edit) => set & (2 ** edit))
      for (const edit of edits) climb.make(edit)
      return climb.met(['p0', 'p1']) ? edits.length : Number.POSITIVE_INFINITY
    })
    return Math.min(...sizes)
  }
})

test('what is made and taken back leaves nothing behind', () => {
  const given = slope([control(4, 3, 2, { critical: true })], [gap(0, 0, 1), gap(0, 1)], {
    workloads: new Map([[0, { weight: 4, gained: 1 }]]),
  })
  const climb = new Climb(given)
  const before = climb.score()
  for (const edit of [0, 1]) climb.make(edit)
  expect(climb.score()).toBe(100)
  for (const edit of [0, 1]) climb.takeBack(edit)
  expect(climb.score()).toBe(before)
  expect(climb.met(['p'])).toBe(false)
})
