import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import { type Change, changed } from '../../scripts/oracle/change.ts'
import { Api } from '../../src/api/api.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'

interface Recorded {
  readonly of: number
  readonly change: Change
  readonly accepted: boolean
  readonly message: string
}

const FOLDER = join(import.meta.dirname, '../fixtures/api')
/** Said by selector-matches-template-labels. */
const ELSEWHERE = /selector. does not match template|empty selector is invalid/
const EVERYTHING = { paths: [], include: [], exclude: [] }
const DEFINITIONS = readSources(memoryTree({ 'definitions.yaml': read('definitions.yaml') }), EVERYTHING).definitions

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8')
}

function reasons(text: string): readonly string[] {
  const { resources, definitions, faults } = readSources(memoryTree({ 'a.yaml': text }), EVERYTHING)
  const api = new Api('1.36', DEFINITIONS)
  const errors = [...resources, ...definitions].flatMap((resource) => api.errorsOf(resource))
  return [...errors.map(({ path, message }) => `${path} ${message}`), ...faults.map(({ message }) => message)]
}

// Recorded by scripts/oracle/record-changes.ts from a real API server of 1.36.
test.each([
  ['kinds', 0.985],
  ['fields', 0.995],
  ['definitions', 0.985],
  ['objects', 0.995],
])('%s that are changed are refused and taken as an API server does', (name, least) => {
  const manifests = parseAllDocuments(read(`${name}.yaml`), { version: '1.1' }).map((document) => document.toJS() as unknown)
  const recorded = read(`${name}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded)
    .filter(({ message }) => !ELSEWHERE.test(message))
  const otherwise = recorded.flatMap(({ of, change, accepted, message }) => {
    const text = stringify(changed(manifests[of], change), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
    const said = reasons(text)
    return (said.length === 0) === accepted ? [] : [`${JSON.stringify({ of, change })}: ${message || 'taken'}; here ${said[0] ?? 'taken'}`]
  })
  expect(recorded.length).toBeGreaterThan(700)
  expect(otherwise.slice(0, (1 - least) * recorded.length < otherwise.length ? 40 : 0)).toEqual([])
})
