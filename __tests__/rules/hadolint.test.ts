import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/generated.ts'
import { gate } from '../../src/gate.ts'
import { embeddedRules } from '../../src/rules/embedded.ts'
import { memoryTree } from '../../src/source/memory.ts'
import { settings } from '../engine/judging.ts'

/** Lines of `DL3008 + FROM …\nRUN …`. */
const CASES = readFileSync(join(ROOT, '__tests__/fixtures/dockerfile/hadolint-rules.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code = '', sign = '', text = ''] = /^(DL\d{4}) ([+-]) (.*)$/.exec(line) ?? []
    return code === '' ? [] : [{ code, sign, text, line }]
  })

function answer({ code, text }: (typeof CASES)[number]): string {
  const rules = embeddedRules().filter(({ aliases }) => aliases.hadolint?.includes(code))
  const chosen = rules.map((rule) => {
    const params = Object.entries(rule.params).map(([name, parameter]) => [name, parameter.default] as const)
    return { rule, params: Object.fromEntries(params), off: false }
  })
  // `\\` is a backslash, `\n` the end of a line.
  const content = text.replace(/\\(\\|n)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : '\\'))
  return gate(memoryTree({ Dockerfile: `${content}\n` }), settings(chosen)).findings.length > 0 ? '+' : '-'
}

describe('the examples of a rule of hadolint', () => {
  const codes = [...new Set(CASES.map(({ code }) => code))]
  test.each(codes)('%s', (code) => {
    const own = CASES.filter((one) => one.code === code)
    expect(own.map((one) => `${one.code} ${answer(one)} ${one.text}`)).toEqual(own.map(({ line }) => line))
    expect(new Set(own.map(({ sign }) => sign)).size).toBe(2)
  })
})
