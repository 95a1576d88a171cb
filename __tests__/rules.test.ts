import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../src/config/load.ts'
import { RuleNames } from '../src/config/names.ts'
import { gate } from '../src/gate.ts'
import { Day } from '../src/model/day.ts'
import type { Report } from '../src/model/report.ts'
import type { Example, Rule } from '../src/model/rule.ts'
import { exampleFiles, expectedFindings } from '../src/rules/examples.ts'
import { type LoadedRule, loadRules } from '../src/rules/load.ts'
import { loadModel } from '../src/rules/model-file.ts'
import { memoryTree } from '../src/source/memory.ts'
import { DAY, settings } from './engine/judging.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })
const MODEL = loadModel(read('rules/model.yaml').text, 'rules/model.yaml')
const FILES = globSync('rules/*/**/*.yaml', { cwd: ROOT }).sort().map(read)
// File by file, so that one with mistakes fails alone.
const RULES = FILES.flatMap((file) => {
  try {
    return loadRules([file], MODEL)
  } catch {
    return []
  }
})

test('every rule file is sound', () => {
  expect(loadRules(FILES, MODEL).length).toBeGreaterThan(0)
})

test('titles, messages and words beside places have no full stop, remedies end with one', () => {
  expect(RULES.filter(({ rule }) => /[.!?]$/.test(rule.title)).map(({ rule }) => rule.title)).toEqual([])
  expect(RULES.filter(({ rule }) => !/[.…]$/.test(rule.remedy.trim())).map(({ rule }) => rule.remedy)).toEqual([])
  const words = RULES.flatMap(({ rule }) => [rule.message ?? '', ...Object.values(rule.related ?? {})])
  expect(words.filter((text) => /[.!?]$/.test(text))).toEqual([])
})

const NAMES = new RuleNames(RULES.map(({ rule }) => rule))

/** An example alone, judged by its rule alone, with the parameters that its configuration sets. */
async function judged(rule: Rule, example: Example): Promise<Report> {
  const tree = memoryTree(exampleFiles(example, rule.scope))
  const configured = typeof example !== 'string' && example.config !== undefined
  const base = configured ? await loadConfig(tree, {}, { paths: [], exclude: [], day: new Day(() => DAY) }) : settings([])
  const params = base.rules.find((chosen) => chosen.rule.id === rule.id)?.params ?? {}
  return gate(tree, { ...base, names: NAMES, rules: [{ rule, params, off: false }], only: true })
}

function found(report: Report): string[] {
  return report.findings.filter((finding) => !finding.waived).map(({ file, line }) => `${file}:${line}`)
}

function failures(report: Report): readonly string[] {
  return report.unknown.filter(({ reason }) => reason.startsWith('could not be evaluated')).map(({ line, reason }) => `${line}: ${reason}`)
}

describe.each(RULES)('$rule.id', ({ rule, text }) => {
  test.each(text.examples.fail.map((example, index) => ({ index: index + 1, example })))('fails example $index', async ({ example }) => {
    const report = await judged(rule, example)
    expect(failures(report)).toEqual([])
    expect(report.findings.map(({ message }) => message).filter((message) => /[.!]$/.test(message))).toEqual([])
    expect(report.findings.map(({ fix = '' }) => fix).filter((fix) => !/[.…]$/.test(fix))).toEqual([])
    expect(found(report)).toEqual(
      expectedFindings(example, rule.scope)
        .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
        .map(({ file, line }) => `${file}:${line}`),
    )
  })

  test.each(text.examples.pass.map((example, index) => ({ index: index + 1, example })))('passes example $index', async ({ example }) => {
    const report = await judged(rule, example)
    expect(failures(report)).toEqual([])
    expect(found(report)).toEqual([])
    expect(report.unknown).toEqual([])
  })

  // In these two scopes the items of `each` are the subjects, and a sound root may have none.
  const itemsOnly = rule.each !== undefined && (rule.scope === 'repository' || rule.scope === 'namespace')
  test.skipIf(rule.kind === 'attested' || itemsOnly)('passes for a subject of some example', async () => {
    const reports = await Promise.all(text.examples.pass.map((example) => judged(rule, example)))
    expect(reports.reduce((sum, report) => sum + (report.controls[0]?.subjects.passed ?? 0), 0)).toBeGreaterThan(0)
  })

  test.each(text.examples.unknown.map((example, index) => ({ index: index + 1, example })))(
    'leaves example $index open',
    async ({ example }) => {
      const report = await judged(rule, example)
      expect(failures(report)).toEqual([])
      expect(found(report)).toEqual([])
      expect(report.controls[0]?.subjects.unknown).toBeGreaterThan(0)
    },
  )
})

test.each(RULES.filter(({ rule }) => rule.remedyExpression !== undefined))(
  '$rule.id says something else of some example',
  async ({ rule, text }) => {
    const reports = await Promise.all(text.examples.fail.map((example) => judged(rule, example)))
    const remedies = reports.flatMap(({ findings }) => findings.map(({ fix }) => fix))
    expect(remedies.some((remedy) => remedy !== rule.remedy)).toBe(true)
  },
)

/** Whether some example of the two has a finding of the one that the other says. */
async function yields({ rule, text }: LoadedRule, lead: LoadedRule): Promise<boolean> {
  const rules = [rule, lead.rule].map((one) => ({ rule: one, params: {}, off: false }))
  const trees = [{ rule, text }, lead].flatMap((one) => one.text.examples.fail.map((example) => exampleFiles(example, one.rule.scope)))
  return trees.some((files) => {
    const { findings } = gate(memoryTree(files), settings(rules))
    const of = (id: string) => findings.filter((finding) => finding.rule === id)
    return of(rule.id).some(({ saidBy }) => of(lead.rule.id).some(({ fingerprint }) => fingerprint === saidBy))
  })
}

describe.each(RULES.filter(({ rule }) => rule.givesWayTo.length > 0))('$rule.id gives way', (loaded) => {
  test.each(loaded.rule.givesWayTo)('to %s, which somebody sees who sees this, and says it in an example', async (id) => {
    const lead = RULES.find(({ rule }) => rule.id === id) as LoadedRule
    expect(lead.rule.stage).toBeLessThanOrEqual(loaded.rule.stage)
    expect(await yields(loaded, lead)).toBe(true)
  })
})
