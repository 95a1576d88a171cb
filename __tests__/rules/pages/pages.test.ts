import { describe, expect, test } from 'vitest'
import type { Model, RuleText } from '../../../src/model/rule.ts'
import { block, code, inline, prose } from '../../../src/rules/pages/markdown.ts'
import { overview } from '../../../src/rules/pages/overview.ts'
import { rulePage } from '../../../src/rules/pages/page.ts'
import { rule } from '../../engine/material.ts'

const MODEL: Model = {
  stages: [{ stage: 3, id: 'production', title: 'Production', summary: 'It *runs*.' }],
  practices: [{ id: 'workload-hardening', title: 'Workload hardening', stage: 3 }],
  clusterRoles: [],
  nodeAgents: [],
}
const TEXT: RuleText = {
  why: 'An <img src=x onerror=alert(1)> | `code` *bold* [link](http://x)\n# no heading\n- no list\n',
  examples: { fail: ['```\n# finding\na: 1\n'], pass: [{ files: { 'a.json': '{}', Dockerfile: 'FROM scratch' } }], unknown: [] },
}

describe('text is shown, not obeyed', () => {
  test.each<[string, string]>([
    ['a_b and _c_', 'a_b and \\_c\\_'],
    ['*x* [a](b) <i> |', '\\*x\\* \\[a\\](b) \\<i\\> \\|'],
    ['# a', '\\# a'],
    ['1. a', '\\1. a'],
    ['a\n- b', 'a\n\\- b'],
    ['back\\slash', 'back\\\\slash'],
  ])('%j', (text, expected) => {
    expect(prose(text)).toBe(expected)
  })

  test('in one line', () => {
    expect(inline('a\n  b | c')).toBe('a b \\| c')
    expect(code('a | b')).toBe('`a \\| b`')
    expect(code('`x`')).toBe('`` `x` ``')
    expect(block('```\nx\n', 'yaml')).toBe('````yaml\n```\nx\n````')
  })
})

test('a page tells what, why, how, by example and in other words', () => {
  const page = rulePage(
    rule({
      id: 'no-tty',
      title: 'No *terminal*',
      practice: 'workload-hardening',
      scope: 'container',
      kinds: ['Pod'],
      when: 'true',
      require: '!container.?tty.orValue(false)',
      remedy: 'Remove tty.',
      aliases: { checkov: ['CKV_1'], ours: ['x'] },
      frameworks: { 'cis-kubernetes': ['5.1'], pss: 'baseline' },
      covers: ['other'],
      waivedFor: ['node-agent'],
      params: { names: { type: 'list', items: 'string', default: ['a'], description: 'Which | names.', enum: ['a', 'b'] } },
      fix: { safety: 'safe', edits: [{ set: 'tty', value: false }] },
    }),
    TEXT,
    MODEL,
  )
  for (const part of [
    '# No \\*terminal\\*\n',
    '| `no-tty` | 3 Production | Workload hardening |',
    '\\<img src=x onerror=alert(1)\\>',
    '\\# no heading',
    'sidecars too) and ephemeral container (Pod).',
    '```cel\n!container.?tty.orValue(false)\n```',
    'It decides `other` as well.',
    'The change is safe',
    '````yaml\n```\n# finding\na: 1\n````',
    '`a.json`:\n\n```json\n{}\n```',
    '`Dockerfile`:\n\n```dockerfile\nFROM scratch\n```',
    '| `names` | list of strings | `["a"]` | Which \\| names. One of `a`, `b`. |',
    '| Checkov | `CKV_1` |\n| ours | `x` |',
    '| CIS Kubernetes Benchmark (v1.12 numbers) | 5.1 |',
  ]) {
    expect(page).toContain(part)
  }
})

test('the table lists every rule once, worst first, with what is unusual', () => {
  const rules = [
    rule({ id: 'b-low', stage: 3, practice: 'workload-hardening', severity: 'low', default: false }),
    rule({ id: 'a-high', stage: 3, practice: 'workload-hardening', severity: 'high', kind: 'evidence', scope: 'repository' }),
  ]
  const lines = overview(rules, MODEL).split('\n')
  expect(lines.filter((line) => line.startsWith('| [')).map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
    '| [a-high](a-high.md) high',
    '| [b-low](b-low.md) low',
  ])
  expect(lines.find((line) => line.includes('a-high'))).toContain('*(evidence)*')
  expect(lines.find((line) => line.includes('b-low'))).toContain('*(off)*')
})
