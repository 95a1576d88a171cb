import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Digest, partsOf } from '../../src/engine/fingerprint.ts'
import { putInOrder, unknownsOf } from '../../src/engine/order.ts'
import { Tally } from '../../src/engine/tally.ts'
import { WorkloadScores } from '../../src/engine/workloads.ts'
import type { Offence } from '../../src/model/finding.ts'
import { judgement, offence, rule, subject } from './material.ts'

function tallied(id: string, offences: readonly Offence[], over = {}): Tally {
  const tally = new Tally(rule({ id }), 1)
  const of = subject(over)
  tally.add(judgement({ subject: of, offences }), { subject: of, targets: [0], workload: -1, outside: false }, new WorkloadScores(0))
  return tally
}

const WAIVER = { by: 'node agent', reason: 'because', owner: '', expires: null }

test('findings stand by file, line, column, rule', () => {
  const tallies = [
    tallied('b', [offence({ line: 2 }), offence({ line: 1, column: 9 }), offence({ file: '.' })]),
    tallied('a', [offence({ line: 10 }), offence({ line: 2 }), offence({ file: 'B.yaml' })]),
  ]
  const { findings } = putInOrder(tallies, ['repository'])
  expect(findings.map(({ file, line, column, rule: id }) => `${file} ${line} ${column} ${id}`)).toEqual([
    '. 1 1 b',
    'B.yaml 1 1 a',
    'a.yaml 1 9 b',
    'a.yaml 2 1 a',
    'a.yaml 2 1 b',
    'a.yaml 10 1 a',
  ])
})

test('what is said twice is said once, and the one that is not waived stays', () => {
  const offences = [offence({ waived: WAIVER }), offence(), offence({ message: 'another' })]
  const { findings, of } = putInOrder([tallied('a', offences)], ['repository'])
  expect(findings.map(({ message, waived }) => [message, waived])).toEqual([
    ['another', undefined],
    ['wrong', undefined],
  ])
  expect(offences.map((one) => of.get(one)?.message)).toEqual(['wrong', 'wrong', 'another'])
})

test('the order is total: however the offences come, the findings are the same', () => {
  const places = fc.record({ line: fc.nat(3), column: fc.nat(2), message: fc.constantFrom('x', 'y'), identity: fc.constantFrom('', 'i') })
  fc.assert(
    fc.property(fc.array(places, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (drafts, random) => {
      const offences = drafts.map((draft) => offence(draft))
      const shuffled = offences.map((one) => [random.next().value as number, one] as const).sort(([a], [b]) => a - b)
      const straight = putInOrder([tallied('a', offences)], ['repository']).findings
      expect(
        putInOrder(
          [
            tallied(
              'a',
              shuffled.map(([, one]) => one),
            ),
          ],
          ['repository'],
        ).findings,
      ).toEqual(straight)
      expect(new Set(straight.map((finding) => String(finding.fingerprint))).size).toBe(straight.length)
    }),
  )
})

test('a finding of the whole repository has no target where several share it', () => {
  const whole = subject({ file: '.', scope: 'repository', resource: undefined })
  const tally = new Tally(rule(), 2)
  tally.add(
    judgement({ subject: whole, offences: [offence({ file: '.' })] }),
    { subject: whole, targets: [0, 1], workload: -1, outside: false },
    new WorkloadScores(0),
  )
  expect(putInOrder([tally], ['a', 'b']).findings[0]?.target).toBe('')
  expect(putInOrder([tallied('a', [offence()])], ['shop']).findings[0]?.target).toBe('shop')
})

describe('fingerprints', () => {
  const of = (over: Partial<Offence> = {}, subjectOver = {}, id = 'a', ordinal = 0) =>
    String(new Digest(partsOf(id, subject(subjectOver), offence(over)), ordinal))

  test('survive moved lines and other words', () => {
    expect(of({ line: 7, column: 3, message: 'else', related: [{ file: 'x', line: 1, column: 1, message: '' }] })).toBe(of())
    expect(of({}, { label: 'other words' })).toBe(of())
    expect(of()).toMatch(/^[0-9a-f]{20}$/)
  })

  test.each<[string, string]>([
    ['rule', of({}, {}, 'b')],
    ['file', of({ file: 'b.yaml' })],
    ['path', of({ identity: 'spec.hostNetwork' })],
    ['container', of({}, { container: 'web' })],
    ['resource', of({}, { resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'default', name: 'db' } })],
    ['namespace', of({}, { resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' } })],
    ['ordinal', of({}, {}, 'a', 1)],
  ])('differ by %s', (_, other) => {
    expect(other).not.toBe(of())
  })

  test('an API version that moves on leaves them alone', () => {
    expect(of({}, { resource: { apiVersion: 'v2', kind: 'Pod', namespace: 'default', name: 'web' } })).toBe(of())
  })

  test('of a file without resources go by the label', () => {
    expect(of({}, { resource: undefined, label: 'RUN a' })).not.toBe(of({}, { resource: undefined, label: 'RUN b' }))
  })
})

test('what is unknown stands in order, each said once', () => {
  const tally = new Tally(rule(), 1)
  for (const line of [3, 1, 3]) {
    const unknown = { file: 'a.yaml', line, column: 1, endLine: line, endColumn: 2, reason: 'depends' }
    tally.add(
      judgement({ answer: 'unknown', offences: [], unknown }),
      { subject: subject(), targets: [0], workload: -1, outside: false },
      new WorkloadScores(0),
    )
  }
  expect(unknownsOf([tally])).toEqual([
    { rule: 'a-rule', file: 'a.yaml', line: 1, reason: 'depends' },
    { rule: 'a-rule', file: 'a.yaml', line: 3, reason: 'depends' },
  ])
  expect(tally.counts.unknown).toBe(3)
})
