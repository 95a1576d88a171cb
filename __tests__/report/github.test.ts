import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import type { Severity, Stage } from '../../src/model/rule.ts'
import { type AnnotationOptions, annotations, github } from '../../src/report/github.ts'
import { context, finding, report, target } from './sample.ts'

const many = (size: number, stage: Stage, severity: Severity = 'medium', prefix = 'k8s'): Finding[] =>
  Array.from({ length: size }, (_, at) =>
    finding({ stage, severity, file: `${prefix}/${String(at).padStart(3, '0')}.yaml`, fingerprint: `${prefix}${at}` }),
  )

function annotate(findings: readonly Finding[], options: Partial<AnnotationOptions> = {}, around: Parameters<typeof context>[0] = {}) {
  return annotations(report({ findings }), context(around), { select: 'gaps', rest: 'in the job summary', ...options })
}
const levels = (all: ReturnType<typeof annotations>) => all.map(({ level }) => level)

describe('the budget of a step', () => {
  test('is nine errors, and a notice on the rest', () => {
    const all = annotate(many(30, 2))
    expect(levels(all)).toEqual([...Array(9).fill('error'), 'notice'])
    expect(all.at(-1)?.message).toBe(
      '21 further findings not shown here: GitHub keeps ten annotations of a kind. All of them are in the job summary.',
    )
  })

  test('is ten warnings and ten notices', () => {
    const passing = target({ requiredStage: 1, passed: true })
    const findings = [...many(12, 2, 'high', 'a'), ...many(12, 2, 'low', 'b')]
    const all = annotations(report({ findings, targets: [passing] }), context(), { select: 'gaps', rest: 'x' })
    expect(levels(all)).toEqual([...Array(10).fill('warning'), ...Array(10).fill('notice')])
    expect(all.at(-1)?.title).toBe('5 further findings')
  })

  test('needs no last notice when all are shown', () => {
    expect(levels(annotate(many(9, 2)))).toEqual(Array(9).fill('error'))
  })
})

describe('order and choice', () => {
  test('severity decides among what blocks', () => {
    const all = annotate([...many(9, 2, 'low', 'a'), ...many(1, 2, 'critical', 'z')])
    expect(all[0]?.file).toBe('z/000.yaml')
  })

  test('what is in the change comes before what is more severe', () => {
    const findings = [...many(9, 2, 'critical', 'a'), ...many(1, 2, 'low', 'z')]
    expect(annotate(findings, { isChanged: (file) => file.startsWith('z') })[0]?.file).toBe('z/000.yaml')
  })

  test('the next stage comes before what is as severe above it, and after what is more severe', () => {
    const held = target({ requiredStage: 3 })
    const findings = [...many(9, 3, 'high', 'a'), ...many(1, 3, 'critical', 'b'), ...many(1, 2, 'high', 'z')]
    const all = annotations(report({ findings, targets: [held] }), context(), { select: 'gaps', rest: '' })
    expect(all.slice(0, 2).map(({ file }) => file)).toEqual(['b/000.yaml', 'z/000.yaml'])
  })

  test('a rule that fails everywhere leaves room for others that are as severe', () => {
    const other = finding({ rule: 'no-privileged-containers', severity: 'high', file: 'z.yaml', fingerprint: 'z' })
    const files = annotate([...many(20, 2, 'high', 'a'), other]).map(({ file }) => file)
    expect(files.slice(0, 5)).toEqual(['a/000.yaml', 'a/001.yaml', 'a/002.yaml', 'z.yaml', 'a/003.yaml'])
  })

  test('only the change, only up to the required stage, or everything', () => {
    const findings = [...many(1, 2, 'high', 'a'), ...many(1, 2, 'high', 'b'), ...many(1, 3, 'high', 'c')]
    const files = (options: Partial<AnnotationOptions>) => annotate(findings, options).map(({ file }) => file)
    expect(files({})).toEqual(['a/000.yaml', 'b/000.yaml'])
    expect(files({ select: 'changed', isChanged: (file) => file.startsWith('b') })).toEqual(['b/000.yaml'])
    expect(files({ select: 'all' })).toEqual(['a/000.yaml', 'b/000.yaml', 'c/000.yaml'])
  })

  test('what lies above the stages in question is a notice', () => {
    expect(levels(annotate(many(1, 4, 'critical'), { select: 'all' }))).toEqual(['notice'])
  })

  test('report mode has no errors, and waived findings are not annotated', () => {
    expect(levels(annotate(many(1, 2), {}, { enforce: false }))).toEqual(['warning'])
    const waived = { by: 'configuration', reason: 'r', owner: 'o', expires: null }
    expect(annotate([finding({ waived })])).toEqual([])
  })
})

describe('an annotation', () => {
  test('stands for all findings of one rule in one file', () => {
    const [one, ...others] = annotate([3, 9, 12, 12].map((line) => finding({ line, endLine: line })))
    expect(others).toEqual([])
    expect(one?.message).toContain('and 3 more in this file: lines 9 and 12')
  })

  test('says what, what to write, and which rule', () => {
    expect(annotate([finding()])).toEqual([
      {
        level: 'error',
        title: 'Images name a version',
        message:
          'container redis of Deployment shop/cache names no version of redis\nname a version: image: redis:7.4.2\nimage-tag-is-fixed · medium · stage 2 (Sanctioned project)',
        file: 'k8s/cache.yaml',
        line: 4,
        endLine: 4,
        col: 7,
        endColumn: 12,
      },
    ])
  })

  test('has columns only where its span is one line, and no place for the repository', () => {
    expect(annotate([finding({ endLine: 8 })])[0]).not.toHaveProperty('col')
    expect(annotate([finding({ file: '.', line: 1 })])[0]).not.toHaveProperty('file')
  })

  test('is relative to the workspace, and never longer than the runner keeps', () => {
    const [one] = annotate([finding({ message: 'm'.repeat(9000) })], {}, { base: 'services/shop' })
    expect(one?.file).toBe('services/shop/k8s/cache.yaml')
    expect(one?.message).toHaveLength(4096)
  })
})

test('as commands: the verdict first, data and properties escaped', () => {
  const output = github(report({ findings: [finding({ file: 'a,b:c%.yaml', message: '100% of\r\nit' })] }), context())
  expect(output.split('\n')).toEqual([
    'maturity-gate: failed: stage 2 is required, stage 1 is reached',
    '::error title=Images name a version,file=a%2Cb%3Ac%25.yaml,line=4,endLine=4,col=7,endColumn=12::100%25 of  it%0Aname a version: image: redis:7.4.2%0Aimage-tag-is-fixed · medium · stage 2 (Sanctioned project)',
    '',
  ])
})

test('as commands: what to know beside the findings comes after the verdict, and commands nothing', () => {
  const notices = ['::error::3 files lie in no target\n::error::x']
  const baseline = { file: 'b.json', known: 3, fixed: [{ rule: 'a', file: 'b', fingerprint: 'c' }] }
  const lines = github(report({ findings: [], notices, baseline }), context())
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain('3 files lie in no target')
  expect(lines[2]).toBe('1 finding of the baseline is fixed: run maturity-gate baseline to drop it.')
  expect(lines.filter((line) => line.startsWith('::'))).toEqual([])
})

test('what another finding says is named with it, and annotated by no means', () => {
  for (const select of ['gaps', 'all'] as const) {
    const all = annotate([finding(), finding({ rule: 'image-has-digest', saidBy: 'f1', fingerprint: 'f9', message: 'never printed' })], {
      select,
    })
    expect(all).toHaveLength(1)
    expect(all[0]?.message).toContain('(Sanctioned project) · also fails image-has-digest')
  }
  const changed = annotate([finding(), finding({ rule: 'image-has-digest', saidBy: 'f1', fingerprint: 'f9', message: 'never printed' })], {
    select: 'changed',
    isChanged: () => true,
  })
  expect(changed).toHaveLength(1)
  const quiet = finding({ rule: 'image-has-digest', saidBy: 'f1', fingerprint: 'f9', line: 99, message: 'on the line that changed' })
  const elsewhere = annotate([finding(), quiet], { select: 'changed', isChanged: (_, line) => line === 99 })
  expect(elsewhere.map(({ message }) => message.split('\n')[0])).toEqual(['on the line that changed'])
})
