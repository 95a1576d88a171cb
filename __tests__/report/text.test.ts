import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { text } from '../../src/report/text/text.ts'
import { ATTESTATIONS, context, FILES, FINDINGS, finding, IDLE, report, stage, target } from './sample.ts'

const MET = [1, 2, 3, 4, 5].map((number) => stage(number as 1, 100, true))
const PASSED = { outcome: 'passed', passed: true, requiredStage: 2, reachedStage: 5, nextStage: null, threshold: 80, score: 100 } as const

const web = target({ name: 'web', owner: '@web' })
const api = target({ name: 'api', reachedStage: 5, passed: true, stages: MET, wayUp: [] })

const MANY = Array.from({ length: 14 }, (_, file) =>
  Array.from({ length: 9 }, (_, at) =>
    finding({
      file: `k8s/${String(file).padStart(2, '0')}.yaml`,
      line: at + 1,
      container: `c${at}`,
      message: `container c${at} of Deployment shop/s${file} names no version`,
      fingerprint: `${file}-${at}`,
    }),
  ),
).flat()

const CASES: Record<string, [change: Partial<Report>, around: Parameters<typeof context>[0]]> = {
  failed: [{}, {}],
  colored: [{}, { color: true }],
  narrow: [{}, { width: 60 }],
  'report-mode': [{}, { enforce: false }],
  only: [{}, { only: true }],
  said: [
    {
      findings: [
        ...FINDINGS,
        finding({ rule: 'image-has-digest', saidBy: 'f1', fingerprint: 'f9', stage: 2, message: 'never printed' }),
        finding({ rule: 'image-is-signed', saidBy: 'f1', fingerprint: 'f8', stage: 4, message: 'never printed' }),
      ],
    },
    {},
  ],
  'only-clean': [{ findings: [], verdict: { ...PASSED, requiredStage: null } }, { only: true }],
  passed: [{ findings: [], targets: [target({ reachedStage: 5, passed: true, stages: MET, wayUp: [] })], verdict: PASSED }, {}],
  'nothing-scanned': [
    {
      findings: [],
      verdict: { ...PASSED, outcome: 'nothing-scanned', passed: false, reachedStage: 0, nextStage: 1, score: null },
      targets: [target({ reachedStage: 0, wayUp: [] })],
      scanned: { files: 7, resources: 0, dockerfiles: 0, composeFiles: 0, workflows: 0 },
    },
    {},
  ],
  'no-stage-required': [
    {
      verdict: { ...PASSED, requiredStage: null, reachedStage: 1, nextStage: 2 },
      targets: [target({ requiredStage: null, passed: true })],
    },
    {},
  ],
  'many-of-a-kind': [{ findings: MANY }, {}],
  targets: [{ findings: FINDINGS.map((one) => ({ ...one, target: 'web' })), targets: [api, web] }, {}],
  'targets-narrow': [{ findings: [], targets: [api, web] }, { width: 60 }],
  known: [
    {
      findings: FINDINGS.map((one) => ({ ...one, waived: { by: 'baseline', reason: 'known', owner: '', expires: null } })),
      baseline: { file: '.maturity-gate-baseline.json', known: 7, fixed: [{ rule: 'a', file: 'b', fingerprint: 'c' }] },
      notices: ['3 files lie in no target, and 2 findings there count for none: a.yaml, b.yaml, c.yaml.'],
      targets: [target({ owner: '@web' })],
    },
    {},
  ],
  undecided: [
    {
      unknown: [
        { rule: 'image-tag-is-fixed', file: 'charts/web/templates/web.yaml', line: 12, reason: 'depends on a template expression' },
        { rule: 'no-privileged-containers', file: 'charts/web/templates/web.yaml', line: 12, reason: 'depends on a template expression' },
        ...[1, 2, 3, 4, 5, 6].map((line) => ({
          rule: 'image-tag-is-fixed',
          file: 'Dockerfile',
          line,
          reason: 'ARG VERSION has no default',
        })),
      ],
      problems: [{ file: 'k8s/huge.yaml', line: 1, message: 'the file is larger than 10 MB' }],
    },
    {},
  ],
  attested: [
    {
      asOf: '2026-11-27',
      attestations: ATTESTATIONS,
      problems: IDLE,
      findings: FINDINGS.map((one, index) => ({
        ...one,
        waived: { by: 'kube-linter annotation', reason: 'legacy', owner: '', expires: index === 0 ? '2027-01-31' : null },
      })),
      targets: [{ ...target(), stages: target().stages.map((stage) => (stage.stage === 2 ? { ...stage, attested: 12.5 } : stage)) }],
    },
    {},
  ],
  waived: [
    {
      findings: FINDINGS.map((one) => ({
        ...one,
        waived: { by: 'configuration', reason: 'moves next month', owner: '@web', expires: '2027-01-31' },
      })),
    },
    {},
  ],
}

test.each(Object.entries(CASES))('%s', async (name, [change, around]) => {
  await expect(text(report(change), context(around))).toMatchFileSnapshot(`expected/${name}.txt`)
})

describe('an excerpt', () => {
  const excerptOf = (line: string, change: Parameters<typeof finding>[0]) => {
    const output = text(report({ findings: [finding(change)] }), context({ line: () => line, width: 60 }))
    return output.split('\n').flatMap((one) => (one.includes('│') ? [one.slice(one.indexOf('│') + 2)] : []))
  }

  test.each([
    ['stands without its indentation', '      image: redis', { column: 7, endColumn: 12 }, ['image: redis', '^^^^^']],
    ['keeps the caret under wide characters', '宽宽: redis', { column: 5, endColumn: 10 }, ['宽宽: redis', '      ^^^^^']],
    ['shows a tab as one blank', 'a\tb', { column: 3, endColumn: 4 }, ['a b', '  ^']],
    ['underlines to the end where the span goes on', '  run: |', { column: 3, endLine: 9, endColumn: 2 }, ['run: |', '^^^^^^']],
    ['has a caret where the span is empty', 'name:', { column: 6, endColumn: 6 }, ['name:', '     ^']],
    ['is left out for an empty line', '   ', { column: 1, endColumn: 1 }, []],
  ])('%s', (_, line, change, expected) => {
    expect(excerptOf(line, change)).toEqual(expected)
  })

  test('is cut around its span when the line is long', () => {
    const [line, carets] = excerptOf(`${'a '.repeat(200)}image: redis ${'b '.repeat(200)}`, { column: 401, endColumn: 406 })
    expect(line).toMatch(/^….*image: redis b/)
    expect(line?.length).toBeLessThanOrEqual(60)
    expect(carets?.trim()).toBe('^^^^^')
    expect(carets?.indexOf('^')).toBe(line?.indexOf('image'))
  })
})

test('a line that holds a secret is printed for no finding', () => {
  const secret = finding({ rule: 'no-secrets-in-dockerfile', stage: 1, file: 'web/Dockerfile', line: 2, endLine: 3, message: 'a token' })
  const findings = [secret, finding({ file: 'web/Dockerfile', line: 2 }), finding({ file: 'web/Dockerfile', line: 3 })]
  const output = text(report({ findings }), context())
  expect(FILES['web/Dockerfile']).toContain('ghp_')
  expect(output).not.toContain('ghp_')
  expect(output).not.toContain('curl')
})

test('where nothing was judged no stage is spoken of that findings lie above', () => {
  const verdict = {
    outcome: 'nothing-scanned',
    passed: false,
    requiredStage: 2,
    reachedStage: 0,
    nextStage: 1,
    threshold: 80,
    score: null,
  } as const
  const output = text(report({ verdict, findings: [finding({ stage: 4 })], targets: [target({ reachedStage: 0 })] }), context())
  expect(output).not.toContain('above')
})

test('one finding alone says where else to look', () => {
  const related = [
    { file: 'k8s/web.yaml', line: 9, column: 3, message: 'it is written here' },
    { file: 'web/Dockerfile', line: 12, column: 1, message: 'what the image runs as' },
  ]
  const one = finding({ file: 'k8s/web.yaml', related })
  const printed = (findings: Report['findings']) => text(report({ findings }), context({}))
  expect(printed([one])).toContain('          see 9:3, it is written here\n          see web/Dockerfile:12:1, what the image runs as\n')
  expect(printed([one, finding({ file: 'k8s/web.yaml', line: 40, fingerprint: 'other', related })])).not.toContain('see 9:3')
})

test('a place of which the same is to be said is only named', () => {
  const { message } = finding({})
  const related = [7, 9].map((line) => ({ file: 'k8s/web.yaml', line, column: 3, message }))
  expect(text(report({ findings: [finding({ file: 'k8s/web.yaml', related })] }), context({}))).toContain('          also 7:3 and 9:3\n')
})
