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
import { chosen, report } from '../engine/judging.ts'

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

test('every subject has what expressions of its scope may name', () => {
  const met = new Set<string>()
  for (const { scope, variant, variables, label } of subjects()) {
    met.add(scope === 'image' ? `image in ${variant}` : scope)
    const missing = variablesOf(scope, scope === 'image' ? [variant] : []).filter((name) => !(name in variables))
    expect([label, ...missing]).toEqual([label])
  }
  expect(met.size).toBeGreaterThan(12)
})

test.each([
  ['resource', 'object.spec.containers', 'object.spec.hostPID'],
  ['pod', 'containers', 'pod.hostPID'],
  ['container', 'ports', 'pod.hostPID'],
] as const)('an item of a %s sees what surrounds it, and so does its path', (scope, each, at) => {
  const files = {
    'a.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  hostPID: true\n  containers:\n    - { name: a, image: b, ports: [{ containerPort: 1 }] }\n',
  }
  const kinds = scope === 'resource' ? ['Pod'] : []
  const found = report(files, [
    chosen({ id: 'seen', scope, kinds, each, require: 'size(related.services) > 0 && has(item.name)', at: [at] }),
  ])
  expect(found.unknown).toEqual([])
  expect(found.findings.map(({ line }) => line)).toEqual([5])
})
