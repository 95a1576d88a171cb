import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import { markdown, renderComment } from '../../src/report/markdown/markdown.ts'
import { ATTESTATIONS, context, finding, IDLE, report, stage, target } from './sample.ts'

const MARKER = '<!-- maturity-gate: images -->'
const many = (size: number, change: Partial<Finding> = {}) =>
  Array.from({ length: size }, (_, at) => finding({ file: `k8s/${at}.yaml`, fingerprint: `${at}`, ...change }))
const manyRules = (size: number, change: Partial<Finding> = {}) => many(size, change).map((one, at) => ({ ...one, rule: `rule-${at}` }))
const bytes = (output: string) => Buffer.byteLength(output)
const web = target({ name: 'web' })
const met = [1, 2, 3, 4, 5].map((number) => stage(number as 1, 100, true))
const api = target({ name: 'api', passed: true, reachedStage: 5, stages: met, wayUp: [] })
const passed = { outcome: 'passed', passed: true, requiredStage: 2, reachedStage: 5, nextStage: null, threshold: 80, score: 100 } as const
const link = (file: string, line: number) => `https://github.example/o/r/blob/sha/${file}#L${line}`

test('the summary', async () => {
  await expect(markdown(report(), context({ link }))).toMatchFileSnapshot('expected/summary.md')
})

test('the comment says first what is missing', async () => {
  const comment = renderComment(report(), context(), { marker: MARKER })
  await expect(comment).toMatchFileSnapshot('expected/comment.md')
  expect(comment.indexOf('Shortest way to stage 2')).toBeLessThan(comment.indexOf('| ✅ | 1 · Learning'))
})

test('the comment of a clean change', async () => {
  const clean = report({ findings: [], targets: [target({ passed: true, reachedStage: 5, stages: met, wayUp: [] })], verdict: passed })
  await expect(renderComment(clean, context(), { marker: MARKER })).toMatchFileSnapshot('expected/comment-clean.md')
})

test('several targets are a matrix', async () => {
  await expect(markdown(report({ targets: [api, web] }), context())).toMatchFileSnapshot('expected/targets.md')
})

test('waived debt, unknown answers and problems are counted', async () => {
  const waived = { by: 'configuration', reason: 'moves next month', owner: '@web', expires: '2027-01-31' }
  const one = report({
    asOf: '2026-11-23',
    findings: [finding({ waived })],
    unknown: [{ rule: 'image-tag-is-fixed', file: 'Dockerfile', line: 3, reason: 'ARG VERSION has no default' }],
    problems: [{ file: 'k8s/huge.yaml', line: 1, message: 'the file is larger than 10 MB' }],
  })
  await expect(markdown(one, context())).toMatchFileSnapshot('expected/debt.md')
})

test('attestations are listed with what is left of them, and waivers that waive nothing at their lines', async () => {
  const one = target()
  const stages = one.stages.map((stage) => (stage.stage === 2 ? { ...stage, attested: 12.5 } : stage))
  const waived = { by: 'kube-linter annotation', reason: 'legacy', owner: '', expires: null }
  const found = report({
    asOf: '2026-11-27',
    targets: [{ ...one, stages }],
    findings: [finding({ waived })],
    attestations: ATTESTATIONS,
    problems: IDLE,
  })
  await expect(markdown(found, context())).toMatchFileSnapshot('expected/attested.md')
})

test('the baseline, notices, and what a change loosens', async () => {
  const known = { by: 'baseline', reason: 'known', owner: '', expires: null }
  const one = report({
    findings: [finding({ waived: known })],
    baseline: { file: 'b.json', known: 3, fixed: ['x', 'y'].map((fingerprint) => ({ rule: 'a', file: 'b', fingerprint })) },
    notices: ['Stage 3 is required, and not 2: o/r/gate.yaml locks it.'],
    targets: [api, target({ name: 'web', owner: '@org/web' })],
  })
  const loosened = ['exclude takes legacy out too', 'a `waiver` for <b>x</b>']
  await expect(renderComment(one, context({ loosened }))).toMatchFileSnapshot('expected/loosened.md')
  expect(markdown(one, context({ loosened }))).toContain('This change loosens')
})

test('what a rule says in a fourth file is named together with the rest, below the other rules', async () => {
  const findings = [...many(12), finding({ rule: 'no-privileged-containers', file: 'z.yaml', fingerprint: 'z' })]
  const rows = markdown(report({ findings }), context())
    .split('\n')
    .filter((line) => line.startsWith('| <code>'))
  expect(rows).toHaveLength(5)
  expect(rows.at(-2)).toContain('<code>z.yaml:')
  expect(rows.at(-1)).toContain('and 4 more | The same: 9 findings in 9 further files<br><small><code>image-tag-is-fixed</code>')
})

test('what asks for another remedy is shown for itself', async () => {
  const findings = ['Pin it.', 'Pin it.', 'Remove it.'].map((fix, index) => finding({ fix, line: index + 1, fingerprint: `f${index}` }))
  const rows = markdown(report({ findings }), context())
    .split('\n')
    .filter((line) => line.endsWith('it. |'))
  expect(rows.map((row) => row.slice(row.lastIndexOf('| ', row.length - 3)))).toEqual(['| Pin it. |', '| Remove it. |'])
})

describe('what does not fit is counted, whole items at a time', () => {
  test('65,536 in a comment, marker included', () => {
    const comment = renderComment(report({ findings: manyRules(2000) }), context(), { marker: MARKER })
    expect(bytes(comment)).toBeLessThanOrEqual(65_536)
    expect(bytes(comment)).toBeGreaterThan(60_000)
    expect(comment.startsWith(`${MARKER}\n`)).toBe(true)
    const rows = comment.split('\n').filter((line) => line.startsWith('| <code>k8s/')).length
    expect(comment).toContain(`| and ${(2000 - rows).toLocaleString('en')} more rows: see the full report | | |`)
    expect(comment.trimEnd().endsWith('</small>')).toBe(true)
    expect(comment.match(/<details>/g)).toHaveLength(comment.match(/<\/details>/g)?.length ?? 0)
  })

  test('1 MiB in the job summary', () => {
    const summary = markdown(report({ findings: manyRules(9000, { message: '宽'.repeat(600) }) }), context())
    expect(bytes(summary)).toBeLessThanOrEqual(1024 * 1024)
    expect(summary).toMatch(/and [\d,]+ more rows/)
  })

  test.each([8_000, 20_000])('any limit: %i', (limit) => {
    const targets = Array.from({ length: 300 }, (_, at) => target({ name: `service-${at}` }))
    const problems = many(100).map(({ file, line, message }) => ({ file, line, message }))
    const comment = renderComment(report({ findings: manyRules(500), targets, problems }), context(), { limit, marker: MARKER })
    expect(bytes(comment)).toBeLessThanOrEqual(limit)
  })

  test('a text that is too long is cut', () => {
    expect(markdown(report({ findings: [finding({ message: 'm'.repeat(5000) })] }), context())).toContain(`${'m'.repeat(599)}…`)
  })
})

test('what another finding says is counted and listed once, with the rules that fail by it', () => {
  const findings = [
    finding(),
    finding({ rule: 'image-has-digest', saidBy: 'f1', fingerprint: 'f9', message: 'never printed' }),
    ...Array.from({ length: 6 }, (_, at) => finding({ rule: `z${at}`, saidBy: 'f1', fingerprint: `z${at}` })),
  ]
  const page = markdown(report({ findings }), context())
  expect(page).toContain('<summary>1 finding up to stage 2</summary>')
  expect(page).toContain('also fails image-has-digest, z0, z1, z2 and 3 more rules')
  expect(page).not.toContain('never printed')
})
