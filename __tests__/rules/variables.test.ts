import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/generated.ts'
import { SCOPES, type Subject } from '../../src/model/subject.ts'
import { exampleFiles } from '../../src/rules/examples.ts'
import { loadRules } from '../../src/rules/load.ts'
import { variablesOf } from '../../src/rules/variables.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { readSources } from '../../src/source/read.ts'
import { collectSubjects } from '../../src/subjects/collect.ts'

const RULES = loadRules(
  globSync('rules/*/**/*.yaml', { cwd: ROOT })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
)

function subjects(): readonly Subject[] {
  return RULES.flatMap(({ rule, text }) =>
    text.examples.fail.flatMap((example) => {
      const sources = readSources(memoryTree(exampleFiles(example, rule.scope)), { paths: [], include: [], exclude: [] })
      return [...collectSubjects(sources, new Set(SCOPES)).values()].flat()
    }),
  )
}

test('an expression may name what every subject of its scope has, and nothing else', () => {
  const met = new Map<string, Set<string>>()
  for (const { scope, variant, variables } of subjects()) {
    const names = Object.keys(variables).sort().join(' ')
    const key = scope === 'image' ? `image in ${variant}` : scope
    met.set(key, (met.get(key) ?? new Set()).add(names))
  }
  for (const [key, names] of met) {
    const [scope = '', variant] = key.split(' in ')
    const declared = variablesOf(SCOPES.find((one) => one === scope) ?? 'repository', variant === undefined ? [] : [variant])
    expect([key, ...names]).toEqual([key, [...new Set(declared)].sort().join(' ')])
  }
  expect(met.size).toBeGreaterThan(12)
})
