import { expect, test } from 'vitest'
import type { Model } from '../../src/model/rule.ts'
import { explain, rulesJson, rulesText } from '../../src/report/rules.ts'
import { knownRule } from './sample.ts'

const model: Model = {
  stages: [
    { stage: 1, id: 'learning', title: 'Learning', summary: '' },
    { stage: 2, id: 'sanctioned', title: 'Sanctioned project', summary: '' },
  ],
  practices: [],
  clusterRoles: [],
  nodeAgents: [],
}
const tag = knownRule('image-tag-is-fixed', 'Images name a version', 'medium', 2)
const parses = knownRule('manifest-parses', 'Manifests parse', 'critical', 1)
const plain = { color: false, width: 72 }

test('the list goes by stage and practice, and marks what is off', () => {
  const off = { ...parses.rule, id: 'opinion', severity: 'low' as const, default: false, practice: 'well-formed' }
  expect(rulesText([tag.rule, parses.rule, off], model, plain)).toBe(`Stage 1 · Learning · 2 rules

  image-sourcing
    manifest-parses  critical Manifests parse

  well-formed
    opinion  low      (off) Manifests parse

Stage 2 · Sanctioned project · 1 rule

  image-sourcing
    image-tag-is-fixed  medium   Images name a version

3 rules. maturity-gate rules ID explains one.
`)
})

test('one rule is explained within the width', () => {
  const params = { minimum: { type: 'integer' as const, default: 10000, description: 'The least user id that is taken. '.repeat(4) } }
  const output = explain({ ...tag, rule: { ...tag.rule, params, covers: ['latest-tag'], default: false } }, model, plain)
  expect(output).toBe(`Images name a version
image-tag-is-fixed · medium · stage 2 (Sanctioned project) ·
image-sourcing
Off unless the configuration enables it.

An image without a version changes while nothing in the repository does.

What to write
  Write a version.

Example that fails
  image: redis

Example that passes
  image: redis:7.4.2

Settings
  minimum: 10000
    The least user id that is taken. The least user id that is taken.
    The least user id that is taken. The least user id that is taken.

Also decides
  latest-tag

In other linters
  kube-linter     latest-tag
  hadolint        DL3006, DL3007
`)
  for (const line of output.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
})

test('as JSON it is an array of the keys that programs rely on', () => {
  expect(JSON.parse(rulesJson([tag.rule]))).toEqual([
    {
      id: 'image-tag-is-fixed',
      title: 'Images name a version',
      stage: 2,
      practice: 'image-sourcing',
      severity: 'medium',
      kind: 'static',
      scope: 'container',
      covers: [],
      aliases: { 'kube-linter': ['latest-tag'], hadolint: ['DL3006', 'DL3007'] },
      frameworks: {},
      default: true,
    },
  ])
})
