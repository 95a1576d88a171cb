import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { loadModel } from '../../src/rules/model-file.ts'

const TEXT = readFileSync(new URL('../../rules/model.yaml', import.meta.url), 'utf8')

test('five stages in order, every practice in one of them, no name twice', () => {
  const { stages, practices, clusterRoles, nodeAgents } = loadModel(TEXT, 'rules/model.yaml')
  expect(stages.map(({ stage }) => stage)).toEqual([1, 2, 3, 4, 5])
  for (const { stage } of stages) expect(practices.some((practice) => practice.stage === stage)).toBe(true)
  for (const names of [stages.map(({ id }) => id), practices.map(({ id }) => id), clusterRoles, nodeAgents])
    expect(new Set(names).size).toBe(names.length)
  // Registries are no part of it, nor tags.
  expect(nodeAgents.filter((name) => /[.:]|^[^/]+\.[a-z]+\//.test(name))).toEqual([])
})

test.each([
  ['stage: 5, title: Full automation', 'stage: 6, title: Full automation', /practices\[28\]\.stage: /],
  ['id: learning', 'id: Learning', /stages\[0\]\.id: /],
  ['summary: Individuals', 'sumary: Individuals', /unknown key stages\[0\]\.sumary; did you mean summary\?/],
])('%s as %s is a mistake with its place', (from, to, message) => {
  expect(TEXT).toContain(from)
  expect(() => loadModel(TEXT.replace(from, to), 'rules/model.yaml')).toThrow(UserError)
  expect(() => loadModel(TEXT.replace(from, to), 'rules/model.yaml')).toThrow(message)
})
