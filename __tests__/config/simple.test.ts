import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapeMistakes } from '../../src/config/check.ts'
import { simpleConfig } from '../../src/config/simple.ts'
import { parsePlaced } from '../../src/source/yaml/placed.ts'

/** What the schema makes of a text. */
function schema(text: string): unknown {
  const { config, mistakes } = shapeMistakes(parsePlaced(text, 'x.yaml'))
  return mistakes.length > 0 ? mistakes : config
}

describe('a simple configuration is read as the schema reads it', () => {
  test.each([
    'required-stage: 2\n',
    '# yaml-language-server: $schema=x.json\n\nrequired-stage: production # why\nthreshold: 90\nmode: report\n',
    'kubernetes-version: "1.33"\nrequired-stage: 5',
    "kubernetes-version: '1.9'\nexclude:\n  - legacy\n  - 'docs/**'\n  - \"!vendor\"\n# and\ninclude:\n\n  - apps/**/*.yaml # these\n",
    'threshold: 0\n',
    '',
    '# nothing yet\n',
  ])('%j', (text) => {
    expect(simpleConfig(text)).toEqual(schema(text))
  })
})

test.each([
  'required-stage: 6',
  'required-stage: "2"',
  'threshold: 080',
  'threshold: 101',
  'mode: Report',
  'mode:',
  'kubernetes-version: 1.33',
  'unknown: 1',
  'required-stage: 2\nrequired-stage: 3',
  'include:\n',
  'include: apps\n',
  'include:\n  - true\n',
  'include:\n  - *a\n',
  'include:\n  - ""\n',
  'include:\n- apps\n',
  'include:\n  - "a\\n"\n',
  'include:\n  - a: b\n',
  'rules: {}\n',
  '\ufeffrequired-stage: 2',
  'required-stage: 2\r\n',
  '---\nrequired-stage: 2\n',
  '  required-stage: 2\n',
  'required-stage:2\n',
  'threshold: 80\n  - more\n',
  'toString: 1\n',
])('%j is left to the schema', (text) => {
  expect(simpleConfig(text)).toBeUndefined()
})

test('whatever is put together of such lines: the same as the schema, or left to it', () => {
  const keys = fc.constantFrom('required-stage', 'threshold', 'mode', 'kubernetes-version', 'include', 'exclude', 'rules', '  - ', '- ', '')
  const values = fc.constantFrom(
    '',
    ' 2',
    ' 80',
    ' report',
    ' "1.30"',
    " '1.30'",
    ' apps/**',
    ' a#b',
    ' a # b',
    ' "x y"',
    " 'it''s'",
    ' ~',
    ' x: y',
    ' [a]',
    ' yes',
  )
  const line = fc.tuple(keys, fc.constantFrom(':', ''), values).map((parts) => parts.join(''))
  const texts = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(texts, (text) => {
      const simple = simpleConfig(text)
      if (simple !== undefined) expect(simple).toEqual(schema(text))
    }),
    { numRuns: 3000 },
  )
})
