import { expect, test } from 'vitest'
import { Tally } from '../../src/engine/tally.ts'
import { WorkloadScores } from '../../src/engine/workloads.ts'
import type { Evidence } from '../../src/model/finding.ts'
import { judgement, rule, subject } from './material.ts'

function evidenceOf(all: readonly (readonly Evidence[])[]): readonly Evidence[] {
  const tally = new Tally(rule(), 1)
  const placed = { subject: subject(), targets: [0], workload: -1, outside: false }
  for (const evidence of all) tally.add(judgement({ answer: 'pass', offences: [], evidence }), placed, new WorkloadScores(0))
  return tally.evidence
}
const at = (line: number, what = 'RuntimeClass gvisor'): Evidence => ({ file: 'a.yaml', line, what })

test('evidence is named once, in order, whoever found it', () => {
  expect(evidenceOf([[at(3), at(3)], [at(3), at(1)], [at(3, 'RuntimeClass kata')]])).toEqual([at(1), at(3), at(3, 'RuntimeClass kata')])
})

test('no more than ten pieces are named, however many one subject has', () => {
  const many = Array.from({ length: 9 }, (_, index) => at(index + 1))
  expect(evidenceOf([many, many.map(({ line }) => at(line + 9))])).toHaveLength(10)
})
