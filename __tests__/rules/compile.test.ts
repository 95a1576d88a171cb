import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/model/rule.ts'
import { compileRule } from '../../src/rules/compile.ts'
import { rule } from '../engine/material.ts'

const PARAMS: Rule['params'] = {
  most: { type: 'integer', default: 3, description: 'how many' },
  names: { type: 'list', items: 'string', default: ['a'], description: 'which' },
}

describe('parameters', () => {
  test.each<[Parameters<typeof compileRule>[1], string, boolean]>([
    [{}, 'o.n <= params.most', false],
    [{ most: 5 }, 'o.n <= params.most', true],
    [{ most: 5 }, 'params.most + 1 == 6', true],
    [{}, "params.names == ['a']", true],
    [{ names: ['b', 'c'] }, "'c' in params.names", true],
    [{ unknown: 1 }, 'has(params.unknown)', false],
  ])('%j: %s', (params, require, expected) => {
    const compiled = compileRule(rule({ require, params: PARAMS }), params)
    expect(compiled.require?.({ o: { n: 4n } })).toBe(expected)
  })

  test('are CEL values, for the message too', () => {
    const compiled = compileRule(rule({ require: 'false', params: PARAMS, messageExpression: '"at most " + string(params.most)' }), {
      most: 7,
    })
    expect(compiled.params).toEqual({ most: 7n, names: ['a'] })
    expect(compiled.message({})).toBe('at most 7')
  })
})

test('expressions are read when they are needed, and once', () => {
  const compiled = compileRule(rule({ require: '1 +' }), {})
  expect(() => compiled.require?.({})).toThrow('unexpected end of expression')
})

test('what is lazy stays so: an item is handed over in an object that inherits the variables', () => {
  let read = 0
  class Variables {
    readonly #services = []
    get related() {
      read++
      return { services: this.#services }
    }
  }
  const variables = new Variables()
  const compiled = compileRule(rule({ require: 'item == 1 || size(related.services) > 0' }), {})
  expect(compiled.require?.(Object.assign(Object.create(variables), { item: 1n }))).toBe(true)
  expect(read).toBe(0)
  expect(compiled.require?.(Object.assign(Object.create(variables), { item: 2n }))).toBe(false)
  expect(read).toBe(1)
})

test('a rule without a message says nothing, and the engine its title', () => {
  expect(compileRule(rule({ require: 'true', message: undefined }), {}).message({})).toBeUndefined()
  expect(compileRule(rule({ require: 'true', message: 'plain words' }), {}).message({})).toBe('plain words')
})
