import { describe, expect, test } from 'vitest'
import { contextsOf, expressionsIn } from '../../../src/source/ci/github-expressions.ts'

describe('what an expression comes to', () => {
  test.each([
    ['github.event.issue.body || github.event.issue.title', ['github.event.issue.body', 'github.event.issue.title']],
    ["GitHub['event'].commits[0].message", ['github.event.commits.*.message']],
    ["contains(github.head_ref, 'a') && github.head_ref || ''", ['github.head_ref']],
    ["format('{0}''s {1}', github.head_ref, matrix.os)", ['github.head_ref', 'matrix.os']],
    ['toJSON(github.event)', ['github.event.**']],
    ['fromJSON(inputs.list)[0].name', ['inputs.list']],
    ['(github.head_ref || github.ref).x', ['github.head_ref', 'github.ref']],
    ['matrix.names[github.event.issue.title].short', ['matrix.names.*.short']],
    ['-1.5 || steps.one-two.outputs.x', ['steps.one-two.outputs.x']],
    ['!github.event.draft', []],
    ["github.head_ref == 'main' || github.run_id > 5", []],
    ["'github.head_ref'", []],
    ['endsWith(github.head_ref, github.ref)', []],
  ])('%s', (expression, contexts) => {
    expect(contextsOf(expression)).toEqual(contexts)
  })

  test.each(['', 'a[', 'f(', 'a b', '(a', 'a.b)', "'open", '@', '('.repeat(1000), 'a['.repeat(900), 'x'.repeat(100_000)])(
    'nothing that GitHub cannot read: %.20s',
    (expression) => {
      expect(contextsOf(expression)).toEqual([])
    },
  )
})

test('braces in a literal end no expression, and one without end is none', () => {
  expect(expressionsIn("a ${{ b }} ${{ '}}' }} ${{ z").map(({ text, start, end }) => [text, start, end])).toEqual([
    [' b ', 2, 10],
    [" '}}' ", 11, 22],
  ])
})
