import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BaselineEntry, Settings } from '../../../src/config/settings.ts'
import type { Report } from '../../../src/model/report.ts'
import { chosen, pod, report, target } from '../judging.ts'

const noTty = chosen({
  id: 'no-tty',
  scope: 'container',
  stage: 3,
  severity: 'critical',
  require: '!container.?tty.orValue(false)',
  at: ['tty'],
})
const rules = [noTty]

const toEntry = ({ rule, file, fingerprint }: Report['findings'][number]): BaselineEntry => ({
  rule,
  file,
  resource: '',
  container: '',
  fingerprint: String(fingerprint),
})
const entriesOf = (files: Record<string, string>) => report(files, rules).findings.map(toEntry)
const known = (entries: readonly BaselineEntry[]): Partial<Settings> => ({ baseline: { file: 'known.json', entries } })
const open = ({ findings }: Report) => findings.filter(({ waived }) => waived === undefined).map(({ file, line }) => `${file}:${line}`)

const ONE = { 'a.yaml': pod('a', 'tty: true') }

test('what is known is debt: left out of the ratio, and no floor for critical rules', () => {
  const found = report({ ...ONE, 'b.yaml': pod('b', 'tty: false') }, rules, known(entriesOf(ONE)))
  expect(found.findings).toMatchObject([{ waived: { by: 'baseline', owner: '', expires: null } }])
  expect(found.controls[0]?.subjects).toEqual({ passed: 1, failed: 0, unknown: 0, waived: 1 })
  expect(found.stages[2]).toMatchObject({ score: 100, met: true })
  expect(found.baseline).toEqual({ file: 'known.json', known: 1, fixed: [] })
})

test('a control of which all is known is undecided', () => {
  expect(report(ONE, rules, known(entriesOf(ONE))).stages[2]).toMatchObject({ score: null, met: false })
})

describe('a finding is found again', () => {
  const entries = entriesOf(ONE)
  test.each<[string, Record<string, string>, string[]]>([
    ['when lines move', { 'a.yaml': `# one\n# more\n${ONE['a.yaml']}` }, []],
    ['not in another file', { 'b.yaml': ONE['a.yaml'] }, ['b.yaml:6']],
    ['not in another pod', { 'a.yaml': pod('b', 'tty: true') }, ['a.yaml:6']],
    ['not in another container', { 'a.yaml': pod('a', 'tty: true').replace('name: web', 'name: db') }, ['a.yaml:6']],
    ['beside a new one', { 'a.yaml': `${ONE['a.yaml']}---\n${pod('b', 'tty: true')}` }, ['a.yaml:13']],
  ])('%s', (_, files, expected) => {
    expect(open(report(files, rules, known(entries)))).toEqual(expected)
  })

  test('as often as it was there: equal ones of a file are counted', () => {
    const times = (number: number) => ({ 'a.yaml': Array.from({ length: number }, () => pod('a', 'tty: true')).join('---\n') })
    const two = known(entriesOf(times(2)))
    expect(two.baseline?.entries.length).toBe(2)
    expect(open(report(times(2), rules, two))).toEqual([])
    expect(open(report(times(3), rules, two))).toHaveLength(1)
    expect(report(times(1), rules, two).baseline?.fixed).toHaveLength(1)
  })

  test('only under the rule and file that the baseline names', () => {
    const [entry] = entries as [BaselineEntry]
    for (const over of [{ rule: 'other' }, { file: 'b.yaml' }]) {
      expect(open(report(ONE, rules, known([{ ...entry, ...over }])))).toEqual(['a.yaml:6'])
    }
  })

  test('not of a rule that may not be waived', () => {
    const found = report(ONE, rules, { ...known(entries), locks: { unwaivable: ['no-tty'], inlineWaivers: true } })
    expect(open(found)).toEqual(['a.yaml:6'])
    expect(found.baseline?.fixed).toEqual([])
  })
})

test('a subject of which some is new fails', () => {
  const ports = chosen({
    id: 'low',
    scope: 'container',
    stage: 3,
    each: 'ports',
    require: 'item.containerPort > 1024',
    at: ['item.containerPort'],
  })
  const of = (...numbers: number[]) => ({
    'a.yaml': pod('a', `ports: [${numbers.map((port) => `{ containerPort: ${port} }`).join(', ')}]`),
  })
  const entries = report(of(80), [ports]).findings.map(toEntry)
  const found = report(of(80, 81), [ports], known(entries))
  expect(found.findings.map(({ waived }) => waived?.by)).toEqual(['baseline', undefined])
  expect(found.controls[0]?.subjects.failed).toBe(1)
})

describe('fixed is what was looked for and not found', () => {
  const entries = entriesOf(ONE)
  const fixed = (files: Record<string, string>, over: Partial<Settings> = {}, all = rules) =>
    report(files, all, { ...known(entries), ...over }).baseline?.fixed.length
  const sound = { 'a.yaml': pod('a', 'tty: false'), 'b/b.yaml': pod('b', 'tty: false') }

  test('in a file that is sound or gone', () => {
    expect(fixed(sound)).toBe(1)
    expect(fixed({ 'b/b.yaml': sound['b/b.yaml'] })).toBe(1)
  })

  test('not where nobody looked', () => {
    expect(fixed(sound, { selection: { paths: ['b'], include: [], exclude: [] } })).toBe(0)
    expect(fixed(sound, { targets: [target({ paths: ['b'] })] })).toBe(0)
    expect(fixed(sound, {}, [{ ...noTty, off: true }])).toBe(0)
    expect(fixed(sound, {}, [chosen({ id: 'other' })])).toBe(0)
    expect(fixed({ ...sound, 'a.yaml': `${sound['a.yaml']}x: [` })).toBe(0)
  })
})

test('no baseline hides what it does not list', () => {
  const pods = fc.array(fc.tuple(fc.constantFrom('a.yaml', 'b.yaml'), fc.constantFrom('x', 'y'), fc.boolean()), { maxLength: 6 })
  const filesOf = (all: readonly (readonly [string, string, boolean])[]) => {
    const files: Record<string, string> = { 'z.yaml': pod('z', 'tty: false') }
    for (const [file, name, tty] of all) files[file] = `${files[file] ?? ''}---\n${pod(name, `tty: ${tty}`)}`
    return files
  }
  const count = (found: Report['findings']) => {
    const counts = new Map<string, number>()
    for (const { file, resource } of found) counts.set(`${file} ${resource?.name}`, (counts.get(`${file} ${resource?.name}`) ?? 0) + 1)
    return counts
  }
  fc.assert(
    fc.property(pods, pods, (before, after) => {
      const [was, plain] = [report(filesOf(before), rules), report(filesOf(after), rules)]
      const found = report(filesOf(after), rules, known(was.findings.map(toEntry)))
      expect(found.findings.map(({ fingerprint }) => fingerprint)).toEqual(plain.findings.map(({ fingerprint }) => fingerprint))
      const [old, now] = [count(was.findings), count(plain.findings)]
      const fresh = count(found.findings.filter(({ waived }) => waived === undefined))
      for (const [what, number] of now) expect(fresh.get(what) ?? 0).toBe(Math.max(0, number - (old.get(what) ?? 0)))
    }),
    { numRuns: 60 },
  )
})
