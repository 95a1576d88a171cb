import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gate } from '../src/gate.ts'
import type { ControlResult, Report } from '../src/model/report.ts'
import { TOOL } from '../src/model/tool.ts'
import { memoryTree } from '../src/source/memory.ts'
import { chosen, pod, report, settings, target } from './engine/judging.ts'

const noTty = {
  id: 'no-tty',
  scope: 'container',
  require: '!container.?tty.orValue(false)',
  at: ['tty'],
  message: 'has a terminal',
} as const
const noStdin = {
  id: 'no-stdin',
  scope: 'container',
  require: '!container.?stdin.orValue(false)',
  at: ['stdin'],
  message: 'reads input',
} as const
const parses = {
  id: 'manifest-parses',
  stage: 1,
  practice: 'well-formed',
  scope: 'repository',
  each: 'repository.syntaxFaults',
  require: 'false',
} as const

function control(found: Report, id: string): ControlResult | undefined {
  return found.controls.find((one) => one.id === id)
}

describe('the verdict', () => {
  const sound = { 'a.yaml': pod('a', 'tty: false') }
  const poor = { 'a.yaml': pod('a', 'tty: true') }
  // A stage is met only with all below it.
  const below = [1, 2].map((stage) => chosen({ id: `stage-${stage}`, stage: stage as 1 | 2, scope: 'container', require: 'true' }))
  const rules = [...below, chosen(noTty)]

  test.each<[string, Readonly<Record<string, string>>, 1 | 2 | 3 | null, Partial<Report['verdict']>]>([
    ['the required stage is reached', sound, 3, { outcome: 'passed', passed: true, reachedStage: 3, nextStage: 4, score: 100 }],
    ['more than the required stage is reached', sound, 2, { outcome: 'passed', passed: true, reachedStage: 3, score: 100 }],
    ['it is not reached', poor, 3, { outcome: 'failed', passed: false, reachedStage: 2, nextStage: 3, score: 0 }],
    ['none is required', poor, null, { outcome: 'passed', passed: true, requiredStage: null, score: 0 }],
    [
      'there is nothing',
      { 'README.md': '# Hello' },
      3,
      { outcome: 'nothing-scanned', passed: false, reachedStage: 0, nextStage: 1, score: null },
    ],
    ['there is nothing, and nothing is required', {}, null, { outcome: 'nothing-scanned', passed: false }],
  ])('%s', (_, files, requiredStage, expected) => {
    expect(report(files, rules, { requiredStage }).verdict).toMatchObject({ requiredStage, threshold: 80, ...expected })
  })

  test('under --only the findings decide, and no stage', () => {
    expect(report(poor, [chosen(noTty)], { only: true }).verdict).toMatchObject({ passed: false, requiredStage: null })
    expect(report(sound, [chosen(noTty)], { only: true }).verdict).toMatchObject({ passed: true, reachedStage: 0 })
    expect(report({ 'a.yaml': 'apiVersion: v1\nkind: Pod\n a: [' }, [chosen(parses)], { only: true }).verdict.passed).toBe(false)
  })
})

test('the reports name the package and its version', () => {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(TOOL).toEqual({ name, version })
})

describe('the report', () => {
  const files = { 'b.yaml': `${pod('b', 'tty: true, stdin: true')}---\n${pod('c', 'tty: false')}`, 'a.yaml': pod('a', 'tty: true') }
  const rules = [chosen(noStdin), chosen(noTty)]

  test('is the same to the byte from run to run, and knows no folder', () => {
    const tree = memoryTree(files)
    const first = JSON.stringify(gate(tree, settings(rules)))
    expect(JSON.stringify(gate(memoryTree({ 'a.yaml': files['a.yaml'], 'b.yaml': files['b.yaml'] }), settings([...rules].reverse())))).toBe(
      first,
    )
    expect(first).not.toContain(process.cwd())
  })

  test('says what was found, where, and what to write', () => {
    const found = report(files, rules)
    expect(found.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
      'a.yaml:6 no-tty',
      'b.yaml:6 no-tty',
      'b.yaml:6 no-stdin',
    ])
    expect(found.findings[0]).toMatchObject({
      message: 'has a terminal',
      column: 32,
      resource: { kind: 'Pod', name: 'a' },
      container: 'web',
      target: 'repository',
      fix: 'Write it.',
    })
    expect(control(found, 'no-tty')).toMatchObject({
      status: 'fail',
      subjects: { passed: 1, failed: 2, unknown: 0, waived: 0 },
      evidence: [],
    })
    expect(found).toMatchObject({ schemaVersion: 1, tool: TOOL, asOf: null, scanned: { resources: 3 } })
  })

  test('names up to ten passing subjects of a control that passes', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`p${String(index).padStart(2, '0')}.yaml`, pod(`p${index}`, 'tty: false')]),
    )
    const { evidence, status } = control(report(many, [chosen(noTty)]), 'no-tty') as ControlResult
    expect(status).toBe('pass')
    expect(evidence.map(({ file }) => file)).toEqual(Object.keys(many).slice(0, 10))
    expect(evidence[0]).toMatchObject({ line: 6, what: expect.stringContaining('web') })
  })

  test('lists what is unknown', () => {
    const found = report(
      { 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'templates/a.yaml': pod('a', 'tty: {{ .Values.tty }}') },
      [chosen(noTty)],
    )
    expect(found.unknown).toMatchObject([{ rule: 'no-tty', file: 'templates/a.yaml', line: 6 }])
    expect(found.findings).toEqual([])
    expect(control(found, 'no-tty')?.status).toBe('unknown')
  })
})

test('an object whose metadata a template may write is judged by what stands there', () => {
  const template = 'apiVersion: v1\nkind: Pod\n{{ include "c.metadata" . }}\nspec:\n  containers:\n    - name: web\n      tty: true\n'
  const found = report({ 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'templates/a.yaml': template }, [chosen(noTty)])
  expect(found.findings).toMatchObject([{ rule: 'no-tty', file: 'templates/a.yaml', line: 7 }])
})

describe('what cannot be read', () => {
  const broken = 'apiVersion: v1\nkind: Pod\nmetadata: [\n'
  const twoFaults = { 'bad.yaml': `${broken}---\n${broken}`, 'good.yaml': pod('a', 'tty: false') }

  test('a file that does not parse is one failing subject; its faults are findings', () => {
    const found = report(twoFaults, [chosen(parses)])
    expect(control(found, 'manifest-parses')?.subjects).toEqual({ passed: 1, failed: 1, unknown: 0, waived: 0 })
    expect(found.findings.every(({ file, rule }) => file === 'bad.yaml' && rule === 'manifest-parses')).toBe(true)
    expect(found.findings.length).toBeGreaterThan(0)
  })

  test('what cannot be judged is a problem, a failing subject, and no finding', () => {
    const bytes = new Uint8Array([...Buffer.from('apiVersion: v1\nkind: Pod\nmetadata: { name: '), 0xc3, 0x28])
    const found = gate(memoryTree({ 'a.yaml': bytes, 'good.yaml': pod('a', 'tty: false') }), settings([chosen(parses)]))
    expect(found.problems).toMatchObject([{ file: 'a.yaml', line: 1 }])
    expect(found.findings).toEqual([])
    expect(control(found, 'manifest-parses')?.subjects).toMatchObject({ passed: 1, failed: 1 })
    expect(found.targets[0]?.wayUp).toMatchObject([{ file: 'a.yaml', line: 1, closes: [] }])
  })

  test('a file with a broken manifest is something that was scanned', () => {
    expect(report({ 'bad.yaml': broken }, [chosen(parses)]).verdict.outcome).not.toBe('nothing-scanned')
  })
})

describe('switched-off rules', () => {
  test('have no findings, and count as undecided where they would apply', () => {
    const found = report({ 'a.yaml': pod('a', 'tty: true') }, [chosen({ ...noTty, severity: 'high' }, true), chosen(noStdin)])
    expect(found.findings).toEqual([])
    expect(control(found, 'no-tty')).toMatchObject({ status: 'waived', subjects: { passed: 0, failed: 0, unknown: 0, waived: 1 } })
    expect(found.stages[2]).toMatchObject({ met: false, missed: [expect.stringContaining('too little decided')] })
  })

  test('do not count where they would not apply', () => {
    const found = report({ 'a.yaml': pod('a', 'tty: true') }, [chosen({ ...noTty, when: 'container.name == "db"' }, true), chosen(noStdin)])
    expect(control(found, 'no-tty')?.status).toBe('not-applicable')
    expect(found.stages[2]?.met).toBe(true)
  })
})

describe('targets', () => {
  const files = { 'a/pod.yaml': pod('a', 'tty: true'), 'b/pod.yaml': pod('b', 'tty: false'), 'c/pod.yaml': pod('c', 'tty: true') }
  const two = [target({ name: 'a', paths: ['a'] }), target({ name: 'b', paths: ['b'], owner: '@org/b' })]
  const shared = {
    id: 'shared',
    scope: 'repository',
    kind: 'evidence',
    evidence: 'repository.resources.filter(one, false)',
    stage: 3,
  } as const

  test('are slices of what was judged once', () => {
    const found = report(files, [chosen(noTty)], { targets: two })
    expect(found.targets.map(({ name, owner, stages }) => [name, owner, stages[2]?.score, stages[2]?.controls.failed])).toEqual([
      ['a', null, 0, 1],
      ['b', '@org/b', 100, 0],
    ])
    expect(found.stages[2]).toMatchObject({ score: 0, met: false, controls: { passed: 1, failed: 1 } })
    expect(found.findings.map(({ file, target: name }) => [file, name])).toEqual([['a/pod.yaml', 'a']])
    expect(found.targets[0]?.wayUp).toEqual([])
  })

  test('what lies in none is said with its findings, and counts for none', () => {
    const found = report(files, [chosen(noTty), chosen({ ...noStdin, stage: 5 }, true)], { targets: two })
    expect(found.notices).toEqual(['1 file lies in no target, and 1 finding there count for none: c/pod.yaml.'])
    expect(found.problems).toEqual([])
    expect(control(found, 'no-tty')?.subjects).toMatchObject({ passed: 1, failed: 1 })
  })

  test('may overlap: what lies in two counts for both, and is said once', () => {
    const overlapping = [
      target({ name: 'all', paths: ['a', 'b'] }),
      target({ name: 'a', paths: ['a'] }),
      target({ name: 'rest', paths: ['!a'] }),
    ]
    const found = report(files, [chosen(noTty)], { targets: overlapping })
    expect(found.targets.map(({ stages }) => stages[2]?.score)).toEqual([50, 0, 50])
    expect(found.findings.map(({ file, target: name }) => [file, name])).toEqual([
      ['a/pod.yaml', 'all'],
      ['c/pod.yaml', 'rest'],
    ])
    expect(control(found, 'no-tty')?.subjects).toMatchObject({ passed: 1, failed: 2 })
    expect(found.notices).toBeUndefined()
  })

  test('share the evidence of the repository', () => {
    const found = report(files, [chosen(shared)], { targets: two })
    expect(found.targets.map(({ stages }) => stages[2]?.controls.failed)).toEqual([1, 1])
    expect(found.findings).toMatchObject([{ file: '.', line: 1, column: 1, target: '' }])
    expect(control(found, 'shared')?.subjects.failed).toBe(1)
  })

  test('all must pass', () => {
    const stages = [1, 2].map((stage) => chosen({ id: `stage-${stage}`, stage: stage as 1 | 2, scope: 'container', require: 'true' }))
    const requiring = (a: 2 | 3) => [
      target({ name: 'a', paths: ['a'], requiredStage: a }),
      target({ name: 'b', paths: ['b'], requiredStage: 3 }),
    ]
    expect(report(files, [...stages, chosen(noTty)], { targets: requiring(2) }).verdict).toMatchObject({
      passed: true,
      reachedStage: 2,
      requiredStage: 3,
    })
    expect(report(files, [...stages, chosen(noTty)], { targets: requiring(3) }).verdict).toMatchObject({ passed: false, reachedStage: 2 })
  })
})

describe('the way up', () => {
  const container = (over: object) => chosen({ scope: 'container', stage: 1, severity: 'high', require: 'false', ...over })

  test('counts an edit once that closes several controls', () => {
    const block = (id: string, key: string) => container({ id, at: [`securityContext.${key}`], remedy: `Write ${key}.` })
    const rules = [
      block('one', 'privileged'),
      block('two', 'readOnlyRootFilesystem'),
      container({ id: 'three', at: ['resources.limits'], remedy: 'Write limits.' }),
    ]
    const found = report({ 'a.yaml': pod('a', 'tty: true') }, rules)
    expect(
      found.targets[0]?.wayUp.map(({ edit, file, line, closes, scoreGain }) => [
        edit,
        file,
        line,
        closes.map(({ rule }) => rule),
        scoreGain,
      ]),
    ).toEqual([
      ['Write privileged. Write readOnlyRootFilesystem.', 'a.yaml', 6, ['one', 'two'], 66.7],
      ['Write limits.', 'a.yaml', 6, ['three'], 33.3],
    ])
    const closed = found.targets[0]?.wayUp.flatMap(({ closes }) => closes.map(({ fingerprint }) => String(fingerprint)))
    expect(new Set(closed)).toEqual(new Set(found.findings.map(({ fingerprint }) => String(fingerprint))))
  })

  test('one policy serves all pods of a namespace, and one step the whole repository', () => {
    const rules = [
      chosen({ id: 'policy', scope: 'pod', stage: 1, practice: 'network-segmentation', require: 'false', remedy: 'Write a policy.' }),
      chosen({
        id: 'scan',
        scope: 'repository',
        kind: 'evidence',
        stage: 1,
        evidence: 'repository.resources.filter(one, false)',
        remedy: 'Scan.',
      }),
    ]
    const found = report({ 'a.yaml': pod('a', 'tty: true'), 'b.yaml': pod('b', 'tty: true') }, rules)
    expect(found.targets[0]?.wayUp.map(({ edit, file, closes }) => [edit, file, closes.length])).toEqual([
      ['Write a policy.', 'a.yaml', 2],
      ['Scan.', null, 1],
    ])
  })
})

test('a workload that is bare is not hidden by sound ones', () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`${index}.yaml`, pod(`p${index}`, index === 7 ? 'tty: true, stdin: true' : 'tty: false')]),
  )
  const found = report(files, [chosen(noTty), chosen(noStdin)])
  expect(found.stages[2]).toMatchObject({ score: 95, met: false, missed: [expect.stringMatching(/^workload .*p7 scores 0\.0/)] })
})
