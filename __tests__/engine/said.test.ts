import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putInOrder } from '../../src/engine/order.ts'
import { saidOnce } from '../../src/engine/said.ts'
import { Tally } from '../../src/engine/tally.ts'
import { WorkloadScores } from '../../src/engine/workloads.ts'
import type { Finding, Offence } from '../../src/model/finding.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { Subject } from '../../src/model/subject.ts'
import { report } from './judging.ts'
import { compiled, judgement, offence, rule, subject } from './material.ts'

const WAIVER = { by: 'node agent', reason: 'because', owner: '', expires: null }
const POD = subject()

function tallied(over: Partial<Rule>, offences: readonly Offence[], of: Subject = POD): Tally {
  const tally = new Tally(rule(over), 1)
  tally.add(
    judgement({ rule: compiled(over), subject: of, offences }),
    { subject: of, targets: [0], workload: -1, outside: false },
    new WorkloadScores(0),
  )
  return tally
}

/** Each finding as rule:line, with the one that says it. */
function once(...tallies: readonly Tally[]): Record<string, string> {
  const { findings } = saidOnce(tallies, putInOrder(tallies, ['repository']))
  const nameOf = ({ rule: id, line }: Finding) => `${id}:${line}`
  return Object.fromEntries(
    findings.map((finding) => {
      const by = findings.find(({ fingerprint }) => fingerprint === finding.saidBy)
      return [nameOf(finding), by ? nameOf(by) : 'itself']
    }),
  )
}

const lead = (over: Partial<Rule> = {}, offences = [offence()], of = POD) => tallied({ id: 'lead', ...over }, offences, of)
const yielding = (over: Partial<Rule> = {}, offences = [offence()], of = POD) =>
  tallied({ id: 'yielding', givesWayTo: ['lead'], ...over }, offences, of)
const ELSEWHERE = [offence({ line: 7 })]

test('two at one place are said once, and both stay in the report', () => {
  expect(once(yielding({ each: 'items' }), lead({ each: 'items' }))).toEqual({ 'lead:1': 'itself', 'yielding:1': 'lead:1' })
})

test('a message that takes time to find is found for what no other finding says', () => {
  const asked: string[] = []
  const at = (line: number, name: string) => [offence({ line, wholeMessage: () => `${asked.push(name)} ${name}` })]
  const tallies = [yielding({ each: 'items' }, at(1, 'yielding')), lead({ each: 'items' }, at(1, 'lead')), lead({}, at(7, 'apart'))]
  const { findings } = saidOnce(tallies, putInOrder(tallies, ['repository']))
  expect(findings.map(({ message }) => message).sort()).toEqual(['1 lead', '2 apart', 'wrong'])
  expect(asked).toEqual(['lead', 'apart'])
})

test('about a subject as a whole the place does not matter; about one item of it it does', () => {
  expect(once(yielding(), lead({}, ELSEWHERE))).toEqual({ 'lead:7': 'itself', 'yielding:1': 'lead:7' })
  expect(once(yielding(), lead({}, ELSEWHERE, subject()))).toEqual({ 'lead:7': 'itself', 'yielding:1': 'itself' })
  expect(once(yielding({ each: 'items' }), lead({}, ELSEWHERE))['yielding:1']).toBe('itself')
  expect(once(yielding(), lead({ each: 'items' }, ELSEWHERE))['yielding:1']).toBe('itself')
})

test('two of one item are said once, wherever in it they stand', () => {
  const at = (line: number, item: string) => [offence({ line, item })]
  const each = { each: 'items' }
  expect(once(yielding(each, at(7, 'a.yaml 40')), lead(each, at(5, 'a.yaml 40')))['yielding:7']).toBe('lead:5')
  expect(once(yielding(each, at(7, 'a.yaml 60')), lead(each, at(5, 'a.yaml 40')))['yielding:7']).toBe('itself')
  // Texts that an expression makes stand nowhere.
  expect(once(yielding(each, ELSEWHERE), lead(each, [offence({ line: 5 })]))['yielding:7']).toBe('itself')
})

const CONTAINER = { name: 'web', image: 'web' }
const SPEC = { containers: [CONTAINER], hostNetwork: true }
const OBJECT = { kind: 'Pod', spec: SPEC }
const inPod = (over: Partial<Subject>) => subject({ variables: { object: OBJECT, pod: SPEC }, ...over })
const container = inPod({ scope: 'container', container: 'web', value: CONTAINER })
const pod = inPod({ scope: 'pod', value: SPEC })

test('a container gives way to its image, and to the pod and object it lies in, but not to its items or to others', () => {
  const image = inPod({ scope: 'image', container: 'web', value: { reference: 'web' } })
  const other = inPod({ scope: 'image', container: 'db', value: { reference: 'db' } })
  const by = (of: Subject, over: Partial<Rule> = {}, own: Partial<Rule> = {}) =>
    once(yielding(own, undefined, container), lead(over, ELSEWHERE, of))['yielding:1']
  expect(by(image)).toBe('lead:7')
  expect(by(other)).toBe('itself')
  expect(by(pod)).toBe('lead:7')
  expect(by(pod, {}, { each: 'ports' })).toBe('lead:7')
  expect(by(pod, { each: 'items' })).toBe('itself')
  expect(by(inPod({ scope: 'pod', value: {} }))).toBe('itself')
  expect(once(yielding({}, undefined, pod), lead({}, ELSEWHERE, subject({ value: OBJECT })))['yielding:1']).toBe('lead:7')
  expect(once(yielding({}, undefined, pod), lead({}, ELSEWHERE, container))['yielding:1']).toBe('itself')
})

test('what is shown as related may be where the lead stands', () => {
  const shown = [offence({ related: [{ file: 'a.yaml', line: 7, column: 1, message: 'here' }] })]
  const there = [offence({ file: 'a.yaml', line: 7, column: 1 })]
  expect(once(yielding({ each: 'items' }, shown), lead({}, there))['yielding:1']).toBe('lead:7')
  expect(once(yielding({ each: 'items' }, shown), lead({}, [offence({ file: 'b.yaml', line: 7, column: 1 })]))['yielding:1']).toBe('itself')
})

test('what a rule of the repository finds in a line, another says of what stands in it', () => {
  const column = [offence({ column: 9 })]
  expect(once(yielding({ scope: 'repository', each: 'items' }, column), lead())['yielding:1']).toBe('lead:1')
  expect(once(yielding({ each: 'items' }, column), lead())['yielding:1']).toBe('itself')
})

test('nothing gives way to what is waived, to a later stage, to what passes or is not judged', () => {
  expect(once(yielding(), lead({}, [offence({ waived: WAIVER })]))['yielding:1']).toBe('itself')
  expect(once(yielding({ stage: 2 }), lead({ stage: 3 }))['yielding:1']).toBe('itself')
  expect(once(yielding({ stage: 4 }), lead({ stage: 3 }))['yielding:1']).toBe('lead:1')
  expect(once(yielding(), lead({}, []))['yielding:1']).toBe('itself')
  expect(once(yielding())['yielding:1']).toBe('itself')
})

test('a rule gives way to a problem that is the same one', () => {
  const when = (givesWayWhen: string) => once(yielding({ givesWayWhen }), lead())['yielding:1']
  expect(when('true')).toBe('lead:1')
  expect(when('false')).toBe('itself')
  expect(when('nope.x')).toBe('itself')
})

test('what is waived is listed as such', () => {
  expect(once(yielding({}, [offence({ waived: WAIVER })]), lead())['yielding:1']).toBe('itself')
})

test('the first of the rules that a rule names says it, whatever order they are judged in', () => {
  const other = tallied({ id: 'other' }, [offence()])
  const both = yielding({ givesWayTo: ['other', 'lead'] })
  expect(once(lead(), other, both)['yielding:1']).toBe('other:1')
  expect(once(both, other, lead())['yielding:1']).toBe('other:1')
})

test('a chain ends at what is printed, and a ring has one that is', () => {
  const a = tallied({ id: 'a', givesWayTo: ['b'] }, [offence()])
  const b = tallied({ id: 'b', givesWayTo: ['c'] }, [offence()])
  const c = tallied({ id: 'c' }, [offence()])
  const ring = tallied({ id: 'c', givesWayTo: ['a'] }, [offence()])
  expect(once(a, b, c)).toEqual({ 'a:1': 'c:1', 'b:1': 'c:1', 'c:1': 'itself' })
  expect(once(c, b, a)).toEqual({ 'a:1': 'c:1', 'b:1': 'c:1', 'c:1': 'itself' })
  expect(Object.values(once(a, b, ring)).filter((by) => by === 'itself')).toEqual(['itself'])
})

test('items that are one problem are said by the first, which shows where the others stand', () => {
  const tally = tallied({ id: 'a', each: 'items', together: true }, [offence({ line: 5 }), offence({ line: 2, message: 'used here' })])
  const { findings, by } = saidOnce([tally], putInOrder([tally], ['repository']))
  expect(findings.map(({ line, saidBy, related }) => [line, saidBy === undefined, related])).toEqual([
    [2, false, []],
    [5, true, [{ file: 'a.yaml', line: 2, column: 1, message: 'used here' }]],
  ])
  expect([...by.values()].map((saying) => saying.offence.line)).toEqual([5])
})

test('whatever gives way to whatever, each finding stays, and is said by one that is printed', () => {
  const ids = ['a', 'b', 'c', 'd']
  const one = fc.record({ ways: fc.subarray(ids), stage: fc.constantFrom(2, 3, 4), lines: fc.subarray([1, 2, 3]), together: fc.boolean() })
  fc.assert(
    fc.property(fc.tuple(one, one, one, one), (rules) => {
      const tallies = rules.map(({ ways, stage, lines, together }, index) => {
        const over = { id: ids[index] as string, givesWayTo: ways, stage: stage as Rule['stage'], each: 'items', together }
        return tallied(
          over,
          lines.map((line) => offence({ line })),
        )
      })
      const before = putInOrder(tallies, ['repository'])
      const { findings, of } = saidOnce(tallies, before)
      expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(before.findings.map(({ fingerprint }) => fingerprint))
      const printed = new Map(findings.filter(({ saidBy }) => saidBy === undefined).map((finding) => [finding.fingerprint, finding]))
      for (const { saidBy, stage } of findings) {
        if (saidBy !== undefined) expect(printed.get(saidBy)?.stage).toBeLessThanOrEqual(stage)
      }
      expect(new Set(of.values())).toEqual(new Set(findings))
    }),
  )
})

const PRIVILEGED = { id: 'privileged', scope: 'container', require: 'false', message: 'privileged' } as const
const POD_YAML = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - { name: web, image: web }\n'

test('a control that gives way fails as before, and one edit closes both', () => {
  const alone = { rule: rule({ ...PRIVILEGED, id: 'alone', remedy: 'Another.' }), params: {}, off: false }
  const gives = { rule: rule({ ...PRIVILEGED, id: 'alone', remedy: 'Another.', givesWayTo: ['privileged'] }), params: {}, off: false }
  const main = { rule: rule(PRIVILEGED), params: {}, off: false }
  const [without, with_] = [alone, gives].map((one) => report({ 'a.yaml': POD_YAML }, [main, one], { requiredStage: 3 }))
  expect(with_?.controls).toEqual(without?.controls)
  expect(with_?.stages).toEqual(without?.stages)
  expect(with_?.verdict).toEqual(without?.verdict)
})

test('a value of the pod is said once for all its containers, and names none of them', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  securityContext: { runAsUser: 0 }\n  containers:\n'
  const files = { 'a.yaml': `${pod}    - { name: a, image: a }\n    - { name: b, image: b }\n` }
  const root = rule({ ...PRIVILEGED, message: 'The pod runs as root', at: ['pod.securityContext.runAsUser'] })
  const { findings, controls } = report(files, [{ rule: root, params: {}, off: false }])
  expect(findings.map(({ line, container }) => [line, container])).toEqual([[5, undefined]])
  expect(controls[0]?.subjects.failed).toBe(2)
})
