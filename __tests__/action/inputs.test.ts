import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readInputs } from '../../src/action/inputs.ts'
import { UserError } from '../../src/errors.ts'
import { FORMAT_NAMES } from '../../src/report/formats.ts'

const IDS = ['learning', 'sanctioned', 'production', 'expansion', 'organisation-wide']
const read = (given: Record<string, string>) => readInputs((name) => given[name] ?? '', IDS)

function mistakes(given: Record<string, string>): string[] {
  try {
    read(given)
  } catch (error) {
    if (error instanceof UserError) return error.mistakes.map(({ message }) => message)
  }
  return []
}

test('without inputs everything has its default', () => {
  expect(read({})).toEqual({
    requiredStage: undefined,
    threshold: undefined,
    paths: [],
    exclude: [],
    config: undefined,
    mode: undefined,
    comment: 'auto',
    annotations: 'auto',
    token: undefined,
    reportDir: undefined,
    formats: ['json'],
    name: 'maturity-gate',
    workingDirectory: '.',
    onNothingScanned: 'fail',
  })
})

test.each([
  [{ 'required-stage': '3' }, { requiredStage: 3 }],
  [{ 'required-stage': ' production ' }, { requiredStage: 3 }],
  [{ threshold: '0' }, { threshold: 0 }],
  [{ threshold: '82.5' }, { threshold: 82.5 }],
  [{ paths: 'k8s/**\n\n  !k8s/dev/**  \r\n' }, { paths: ['k8s/**', '!k8s/dev/**'] }],
  [{ formats: 'json, sarif\nmarkdown' }, { formats: ['json', 'sarif', 'markdown'] }],
  [{ name: 'staging: api' }, { name: 'staging: api' }],
])('%j', (given, expected) => {
  expect(read(given as unknown as Record<string, string>)).toMatchObject(expected)
})

test.each([
  ['required-stage', '6', /"6".*1, 2, 3, 4, 5, learning/],
  ['required-stage', 'producton', /Did you mean production\?/],
  ['required-stage', '03', /is not allowed/],
  ['threshold', '101', /0 to 100/],
  ['threshold', '-1', /0 to 100/],
  ['threshold', '8e1', /0 to 100/],
  ['threshold', 'eighty', /0 to 100/],
  ['mode', 'raport', /enforce, report\. Did you mean report\?/],
  ['comment', 'yes', /auto, always, never/],
  ['annotations', 'some', /auto, all, changed, none/],
  ['formats', 'json,junit', /"junit".*sarif/],
  ['name', '<b>', /up to 80 letters/],
  ['name', 'x'.repeat(81), /up to 80 letters/],
  ['on-nothing-scanned', 'pass', /fail, warn, ignore/],
])('%s: %s is refused in words', (name, value, words) => {
  const [only, ...others] = mistakes({ [name]: value })
  expect(others).toEqual([])
  expect(only).toMatch(new RegExp(`^input ${name}: `))
  expect(only).toMatch(words)
})

test('all mistakes come at once', () => {
  expect(mistakes({ 'required-stage': '9', threshold: 'x', mode: 'y', formats: 'z,w' })).toHaveLength(5)
})

const action = parse(readFileSync('action.yml', 'utf8'))

test('action.yml declares exactly the inputs that are read', () => {
  const asked: string[] = []
  const ask = (name: string) => {
    asked.push(name)
    return ''
  }
  readInputs(ask, IDS)
  expect(Object.keys(action.inputs).sort()).toEqual(asked.sort())
})

test("action.yml's defaults are the ones that apply without it", () => {
  const given: Record<string, string> = {}
  for (const [name, { default: value }] of Object.entries<{ default?: string }>(action.inputs))
    if (name !== 'token') given[name] = value ?? ''
  expect(read(given)).toEqual(read({}))
})

test('action.yml names every allowed value, in words of its own', () => {
  for (const name of ['comment', 'annotations', 'mode', 'on-nothing-scanned', 'required-stage', 'formats']) {
    const allowed = /one of: (.+?)\.( Did|$)/.exec(mistakes({ [name]: 'nonsense' })[0] ?? '')?.[1]?.split(', ') ?? []
    expect(allowed.length).toBeGreaterThan(1)
    for (const value of allowed.filter((one) => !/^[2-4]$/.test(one))) expect(action.inputs[name].description).toContain(value)
  }
  expect(action.inputs.formats.description).toContain(FORMAT_NAMES.join(', '))
})

test.each(['inputs', 'outputs'])("the README's table has exactly the %s of action.yml", (kind) => {
  const readme = readFileSync('README.md', 'utf8')
  const section = new RegExp(`^#+ .*${kind}[^]*?(?=^#|(?![^]))`, 'im').exec(readme)?.[0] ?? ''
  const rows = [...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name)
  expect(rows).toEqual(Object.keys(action[kind]))
})
