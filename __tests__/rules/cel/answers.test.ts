import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CelAnswer } from '../../../scripts/oracle/ask.ts'
import { celValue, ordered, shown } from '../../../scripts/oracle/shown.ts'
import type { ParsedExpression } from '../../../src/model/rule.ts'
import { CompileError, type Node } from '../../../src/rules/cel/ast.ts'
import { check } from '../../../src/rules/cel/check.ts'
import { compile } from '../../../src/rules/cel/compile.ts'
import { pack, unpack } from '../../../src/rules/cel/packed.ts'
import { parseExpression } from '../../../src/rules/cel/parser.ts'
import { showType } from '../../../src/rules/cel/signature.ts'
import { Slots } from '../../../src/rules/cel/slots.ts'
import { CelError } from '../../../src/rules/cel/values.ts'

interface Section {
  readonly heading: string
  readonly vars: Readonly<Record<string, unknown>>
  readonly cases: readonly ({ readonly expr: string } & CelAnswer)[]
}

const SECTIONS = JSON.parse(readFileSync(new URL('../../fixtures/cel/answers.json', import.meta.url), 'utf8')) as Section[]

function ours(expr: string, vars: Readonly<Record<string, unknown>>): unknown {
  try {
    const node = parseExpression(expr)
    const type = showType(check(node, new Set(Object.keys(vars))))
    const evaluated = (read: Node) => ordered(shown(compile(read, new Slots())([celValue(vars)])))
    // As it is written in a rule, and as the build embeds it.
    const values = [node, unpack(JSON.parse(JSON.stringify(pack(node))) as ParsedExpression)].map(evaluated)
    expect(values[1]).toEqual(values[0])
    return { type, value: values[0] }
  } catch (error) {
    if (error instanceof CompileError) return 'does not compile'
    if (error instanceof CelError) return 'fails'
    throw error
  }
}

function theirs(answer: CelAnswer): unknown {
  if ('compileError' in answer) return 'does not compile'
  return 'value' in answer ? { type: answer.type, value: ordered(answer.value) } : 'fails'
}

// Recorded from the API server's own CEL environment by scripts/oracle/record-cel.ts.
describe.each(SECTIONS)('CEL answers as Kubernetes does: $heading', ({ vars, cases }) => {
  test.each(cases)('$expr', ({ expr, ...answer }) => {
    expect(ours(expr, vars)).toEqual(theirs(answer as CelAnswer))
  })
})
