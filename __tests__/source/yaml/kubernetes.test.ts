import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

// Answers of Kubernetes' own code, recorded by scripts/oracle/record-yaml.ts.
const answers: [string, string][] = JSON.parse(readFileSync(new URL('kubernetes-answers.json', import.meta.url), 'utf8'))

// kubectl's reader is asked in its strict form, and it stops at what other tools read on.
const DIFFERENT = new Map([
  ['a: 1\n...\nb: 2\n', 'dropped by kubectl, read by kustomize and helm'],
  ['{"a":1}\n{"b":2}\n', 'kubectl reads JSON by another door, which takes several objects'],
  ['{"a":1}{"b":2}', 'the same'],
  ['--- \ta: 1\n---\t\nb: 2\n', 'kubectl gives up the rest of the file, which is fine'],
  ['a: 1\n--- x\nb: 2\n', 'the document before the bad separator is fine'],
  ['---a\n', 'a text to YAML; no manifest'],
  ['a:\n  b: 1\n\t\nc: 2\n', 'a line of blanks only, which no other parser minds'],
  ['a:\n- 1\n-\t2\n', 'YAML 1.2 allows the tab'],
  ['9223372036854775808: 1\n', 'no key that anybody writes'],
  ["1: x\n'1': y\n", 'one key to JSON: the server refuses it'],
  ['b: &b {x: 1}\na:\n  <<: *b\n  x: 2\n', 'strict reading knows no override; kubectl apply does'],
  ['b: &b {x: 1}\na:\n  x: 2\n  <<: *b\n', 'the same'],
  ['b: &b {x: 1}\nc: &c {x: 2, y: 3}\na:\n  <<: [*b, *c]\n', 'the same'],
  ['b: &b {x: 1}\na:\n  <<: *b\n  <<: *b\n', 'the same'],
  ['b: &b {x: null, y: 2}\na:\n  <<: *b\n  y: ~\n', 'the same'],
  ['a: "x\\ty\\u00e9\\x41\\/"\n', 'JSON and YAML 1.2 know the escape'],
  ['a: "\\ud83d\\ude00"\n', 'JSON writes a character beyond U+FFFF so'],
  ['a: !!null x\n', 'no manifest has it'],
  ['a: !!int\n', 'the same'],
  ['a: !!float\n', 'the same'],
  ["a: 'x'#c\n", 'refused here: a comment needs a blank before it'],
  ['a: |#c\n  x\n', 'refused here: the same'],
  ['"a":1\n', 'Kubernetes reads the key alone and drops the rest'],
  ['{a: 1} x\n', 'Kubernetes drops the rest'],
  ['a: [a:, b]\n', 'YAML 1.1 and 1.2 differ'],
])

describe('reads as Kubernetes does', () => {
  it.each(answers.filter(([text]) => !DIFFERENT.has(text)))('%j', (text, answer) => {
    const { documents, faults } = read(text)
    const { values, errors } = recorded(answer)
    if (errors === 0) expect(documents.map((document) => document.value)).toEqual(values)
    expect(faults.length > 0).toBe(errors > 0)
  })
})

function recorded(answer: string): { values: unknown[]; errors: number } {
  const { documents } = JSON.parse(answer, exact) as { documents: { value?: unknown; error?: string }[] }
  const values = documents.filter((document) => 'value' in document && document.value !== undefined).map((document) => document.value)
  return { values, errors: documents.filter((document) => document.error !== undefined).length }
}

// Integers as the API server has them, null entries and items taken out.
function exact(_: string, value: unknown, context?: { source?: string }): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.filter((item) => item !== undefined)
  if (typeof value !== 'number' || !context?.source) return value
  const integer = /^-?\d+$/.test(context.source) ? BigInt(context.source) : undefined
  return integer !== undefined && BigInt.asIntN(64, integer) === integer ? integer : value
}
